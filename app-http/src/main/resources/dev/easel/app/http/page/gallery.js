// Pictures by day.
import { card } from "./card.js";
import { byId, element, reconcile } from "./elements.js";
import { dayName, dayOf, plural, roughly } from "./format.js";
import { listing } from "./listing.js";

function days(entries) {
  const found = new Map();
  for (const entry of entries) {
    const day = dayOf(new Date(entry.timestamp));
    found.set(day, [...(found.get(day) ?? []), entry]);
  }
  return [...found].map(([day, of]) => ({ day, of }));
}

function told(entries) {
  const spent = entries.reduce((sum, entry) => sum + (entry.state === "settled" ? (entry.cost.usd ?? 0) : 0), 0);
  return `${plural(entries.length, "request")} · ${roughly(spent)}`;
}

function section({ day, of }, old) {
  const made = old ?? element("section", { class: "day" }, element("h2", {}), element("ul", { class: "cards" }));
  const last = listing.next && of.at(-1) === listing.entries.at(-1);
  made.firstChild.replaceChildren(dayName(day), element("span", { class: "fine" }, last ? "" : told(of)));
  reconcile(made.lastChild, of, { key: (entry) => entry.id, make: card });
  return made;
}

/** Shows the listing as pictures. */
export function showGallery() {
  const finished = listing.entries.filter((entry) => entry.state !== "reserved");
  reconcile(byId("pictures"), days(finished), { key: ({ day }) => day, make: section });
}
