// The log as a table.
import { star } from "./card.js";
import { byId, element, reconcile } from "./elements.js";
import { duration, exactly, plural, price, promptOf, settleable, shortId, sized, standing, when } from "./format.js";
import { listing } from "./listing.js";
import { kept, thumbnail } from "./pictures.js";
import { wording } from "./reader.js";
import { address, go } from "./route.js";
import { visible } from "./visible.js";

const columns = [
  ["", "picture"],
  ["Prompt", "prompt"],
  ["State", "state"],
  ["Model", "model wide"],
  ["Took", "number took wide"],
  ["Cost", "number"],
  ["When", "when wide"],
  ["Star", "mark for-user"],
];

function head() {
  const cells = columns.map(([words, kind]) =>
    element(words ? "th" : "td", { scope: words ? "col" : null, class: kind }, words),
  );
  return element("thead", {}, element("tr", {}, cells));
}

function link(entry) {
  return element(
    "a",
    { href: address({ entry: entry.id }), "data-open": entry.id, "data-act": "open", dir: "auto" },
    visible(promptOf(entry)),
  );
}

function prompt(entry) {
  return [
    link(entry),
    entry.error && element("span", { class: "fine error", dir: "auto" }, wording(entry.error)),
    element(
      "span",
      { class: "fine" },
      shortId(entry.id),
      entry.tags.map((tag) => ` #${tag}`),
    ),
  ];
}

function model(entry) {
  const asked = entry.parameters;
  const shape = [
    sized(entry.actual.size ?? asked.size),
    entry.actual.quality ?? asked.quality,
    asked.n > 1 && plural(asked.n, "picture"),
  ];
  return [entry.model, element("span", { class: "fine" }, shape.filter(Boolean).join(" · "))];
}

function cells(entry) {
  const stored = kept(entry)[0];
  return [
    stored ? thumbnail(stored, "", 64) : "",
    prompt(entry),
    element("span", { class: `state ${entry.state}` }, standing(entry)),
    model(entry),
    duration(entry.latency_ms),
    entry.state === "released" ? "–" : entry.state === "reserved" ? "" : price(entry),
    element("time", { datetime: entry.timestamp, title: exactly(entry.timestamp) }, when(entry.timestamp)),
    star(entry),
  ];
}

function open(event, entry) {
  if (!event.target.closest("a, button") && !getSelection().toString()) go({ entry: entry.id });
}

function row(entry) {
  return element(
    "tr",
    { class: settleable(entry) ? "doubtful" : null, onclick: (event) => open(event, entry) },
    cells(entry).map((cell, index) => element("td", { class: columns[index][1] }, cell)),
  );
}

function body() {
  const place = byId("table");
  if (!place.firstChild) {
    place.append(
      element(
        "table",
        { class: "log" },
        element("caption", { class: "hidden" }, "Requests, newest first"),
        head(),
        element("tbody", {}),
      ),
    );
  }
  return place.querySelector("tbody");
}

/** Shows the listing as a table. */
export function showTable() {
  reconcile(body(), listing.entries, { key: (entry) => entry.id, make: row });
  byId("table").firstChild.hidden = listing.entries.length === 0;
}
