// What is under way: a card each, with the time it has taken, the time such pictures take, and what
// is to be seen of it so far.
import * as api from "./api.js";
import { byId, element, reconcile } from "./elements.js";
import { lasting, promptOf, sized, timeOfDay } from "./format.js";
import { latest, live } from "./live.js";
import { showBytes } from "./pictures.js";
import { address } from "./route.js";
import { visible } from "./visible.js";

const entries = new Map();
const steps = new Map();
const expectations = new Map();
const most = 12;
let clock = null;

const words = {
  sending: (told) => (told.attempt > 1 ? `sent, try ${told.attempt}` : "sent"),
  receiving: () => "the answer is arriving",
  retrying: (told) => `tries again at ${timeOfDay(told.until)} (${told.reason})`,
  waiting: (told) => (told.ahead ? `in the queue, ${told.ahead} ahead` : "next in the queue"),
  joined: () => "the same request is already under way",
};

function stepWords(told) {
  return words[told.step]?.(told) ?? "";
}

/** How long such a picture takes at the median, in milliseconds; null where nobody knows. */
async function expected(entry) {
  const quality = entry.parameters.quality ? ` quality:"${entry.parameters.quality}"` : "";
  const queries = [`model:"${entry.model}"${quality} state:settled`, `model:"${entry.model}" state:settled`];
  for (const query of queries) {
    const median = (await api.statistics(query)).p50_ms;
    if (median) return median;
  }
  return null;
}

function expect(entry) {
  const key = `${entry.model} ${entry.parameters.quality}`;
  if (!expectations.has(key))
    expectations.set(
      key,
      expected(entry).catch(() => null),
    );
  return expectations.get(key);
}

function card(entry) {
  const parameters = [entry.model, sized(entry.parameters.size), entry.parameters.quality];
  const made = element(
    "article",
    { class: "job", "data-started": entry.timestamp },
    element("div", { class: "job-frame", "aria-hidden": true }),
    element(
      "div",
      { class: "job-text" },
      element("a", { class: "job-prompt", href: address({ entry: entry.id }), "data-open": entry.id }, visible(promptOf(entry))),
      element("p", { class: "fine" }, parameters.filter(Boolean).join(" · ")),
      element("progress", { max: 1, "aria-label": "Time taken of the usual time" }),
      element("p", { class: "fine job-time" }),
    ),
  );
  expect(entry).then((median) => (made.dataset.expected = median ?? ""));
  return made;
}

function timeWords(elapsed, expected, step) {
  const usual = !expected
    ? ""
    : elapsed > expected
      ? `, longer than the usual ${lasting(expected)}`
      : ` of about ${lasting(expected)}`;
  return [`${lasting(elapsed)}${usual}`, step].filter(Boolean).join(" · ");
}

function tickCard(made) {
  const elapsed = Math.max(0, api.serverNow() - Date.parse(made.dataset.started));
  const median = Number(made.dataset.expected) || null;
  const bar = made.querySelector("progress");
  if (median) bar.value = Math.min(0.98, elapsed / (elapsed > median ? elapsed * 1.05 : median));
  made.querySelector(".job-time").textContent = timeWords(elapsed, median, steps.get(made.dataset.key));
}

function tick() {
  byId("running").querySelectorAll(".job").forEach(tickCard);
}

function show() {
  const newest = [...entries.values()].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, most);
  reconcile(byId("running"), newest, { key: (entry) => entry.id, make: (entry, old) => old ?? card(entry) });
  byId("running").hidden = newest.length === 0;
  if (newest.length && !clock) clock = setInterval(tick, 250);
  if (!newest.length) clock = clearInterval(clock) ?? null;
  tick();
}

/** Takes an entry as it is now. */
function took(entry) {
  if (entry.state === "reserved") entries.set(entry.id, entry);
  else {
    entries.delete(entry.id);
    steps.delete(entry.id);
    expectations.delete(`${entry.model} ${entry.parameters.quality}`);
  }
  show();
}

function shape({ id, b64_json: base64, output_format: format }) {
  const frame = [...byId("running").children].find((made) => made.dataset.key === id)?.querySelector(".job-frame");
  if (!frame) return;
  const image = element("img", { alt: "" });
  showBytes(image, base64, `image/${format ?? "png"}`).then(
    () => frame.replaceChildren(image),
    () => {},
  );
}

async function readAll() {
  const { logs } = await api.logs({ q: "state:reserved", limit: most });
  entries.clear();
  logs.filter((entry) => latest(entry).state === "reserved").forEach((entry) => entries.set(entry.id, entry));
  show();
}

/** Shows what is under way from now on. */
export function watchRunning() {
  live.addEventListener("entry", ({ detail }) => took(detail));
  live.addEventListener("progress", ({ detail }) => {
    steps.set(detail.id, stepWords(detail));
    tick();
  });
  live.addEventListener("partial", ({ detail }) => shape(detail));
  live.addEventListener("open", () => readAll().catch(() => {}));
  live.addEventListener("reset", () => readAll().catch(() => {}));
}
