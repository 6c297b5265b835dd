// The stream of what happens on the log, for as long as the page is open.
import { ask, Offline } from "./api.js";
import { eventsOf } from "./events.js";

const shortest = 250;
const longest = 5_000;
const silence = 60_000;

/**
 * What happens: `entry`, `progress` and `partial` with their data as `detail`, `reset` when
 * everything has to be read anew, `open` and `closed` as the connection comes and goes.
 */
export const live = new EventTarget();

let cursor = null;
let connected = false;

const announce = (kind, detail) => live.dispatchEvent(new CustomEvent(kind, { detail }));

/** Tells everybody of an entry that an answer brought, before the stream does. */
export const took = (entry) => announce("entry", entry);

function turn(open) {
  if (open === connected) return;
  connected = open;
  announce(open ? "open" : "closed");
}

function take(event) {
  if (event.id || event.kind === "reset") cursor = event.id;
  if (event.kind === "reset") announce("reset");
  else if (event.kind !== "hello") announce(event.kind, JSON.parse(event.data));
}

/** Breaks a connection off on which nothing comes any more. */
function watchdog(control) {
  let timer = setTimeout(() => control.abort(), silence);
  return {
    fed() {
      clearTimeout(timer);
      timer = setTimeout(() => control.abort(), silence);
    },
    end: () => clearTimeout(timer),
  };
}

async function follow(arrived) {
  const control = new AbortController();
  const watching = watchdog(control);
  try {
    const resumed = cursor ? { "Last-Event-ID": cursor } : {};
    const answer = await ask("/events", { headers: { Accept: "text/event-stream", ...resumed }, signal: control.signal });
    turn(true);
    arrived();
    for await (const event of eventsOf(answer.body)) {
      watching.fed();
      if (event) take(event);
    }
  } finally {
    watching.end();
    turn(false);
  }
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Follows the log from now on, and connects again whenever the connection ends. */
export async function start() {
  let wait = shortest;
  for (;;) {
    await follow(() => (wait = shortest)).catch((failure) => {
      if (!(failure instanceof Offline)) console.debug(failure.message);
      announce("closed");
    });
    await pause(wait);
    wait = Math.min(longest, wait * 2);
  }
}
