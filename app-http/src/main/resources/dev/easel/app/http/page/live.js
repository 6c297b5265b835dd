// The stream of what happens on the log, for as long as the page is open.
import { ask } from "./api.js";
import { eventsOf } from "./events.js";

const shortest = 250;
const longest = 5_000;
const silence = 45_000;
const unseen = 30_000;

/** Events that begin a stream which does not go on from an earlier one: what was read before may be old. */
const fresh = ["hello", "reset"];

/**
 * What happens: `entry`, `progress` and `partial` with their data as `detail`, `reset` when
 * everything has to be read anew, `open` and `closed` as the connection comes and goes.
 */
export const live = new EventTarget();

let cursor = null;
let connected = null;
let control = new AbortController();

const announce = (kind, detail) => live.dispatchEvent(new CustomEvent(kind, { detail }));

/** Entries that have ended while the page was open, by id. */
const ended = new Map();

/** The entry as it is now: an answer that says it is under way may be older than the stream. */
export const latest = (entry) => (entry.state === "reserved" ? (ended.get(entry.id) ?? entry) : entry);

/** Tells everybody of an entry that an answer brought, before the stream does. */
export const took = (entry) => announce("entry", latest(entry));

function turn(open) {
  if (open === connected) return;
  connected = open;
  announce(open ? "open" : "closed");
}

function take(event) {
  if (event.id) cursor = event.id;
  const told = JSON.parse(event.data);
  if (event.kind === "entry" && told.state !== "reserved") ended.set(told.id, told);
  announce(fresh.includes(event.kind) ? "reset" : event.kind, told);
}

/** Breaks a connection off on which nothing comes any more. */
function watchdog() {
  let timer = setTimeout(leave, silence);
  return {
    fed() {
      clearTimeout(timer);
      timer = setTimeout(leave, silence);
    },
    end: () => clearTimeout(timer),
  };
}

function leave() {
  control.abort();
}

async function follow(arrived) {
  control = new AbortController();
  const watching = watchdog();
  try {
    const resumed = cursor ? { "Last-Event-ID": cursor } : {};
    const answer = await ask("/events", {
      headers: { Accept: "text/event-stream", ...resumed },
      signal: control.signal,
    });
    turn(true);
    arrived();
    for await (const event of eventsOf(answer.body)) {
      watching.fed();
      if (event) take(event);
    }
  } finally {
    watching.end();
  }
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const shown = () => document.visibilityState === "visible";
const awake = () =>
  shown()
    ? Promise.resolve()
    : new Promise((done) => document.addEventListener("visibilitychange", done, { once: true })).then(awake);

/**
 * Lets the connection go while nobody sees the page: a browser has only six to a server for all of
 * its tabs. What was missed comes when the page is seen again.
 */
function rest() {
  let timer = null;
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!shown()) timer = setTimeout(leave, unseen);
  });
}

/** Follows the log from now on, and connects again whenever the connection ends. */
export async function start() {
  let wait = shortest;
  rest();
  for (;;) {
    await awake();
    await follow(() => (wait = shortest)).catch(() => {});
    if (shown()) turn(false);
    await pause(wait);
    wait = Math.min(longest, wait * 2);
  }
}
