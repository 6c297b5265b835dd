// Pictures by day, and after them the requests of the day that have none.
import { card } from "./card.js";
import { byId, element, reconcile } from "./elements.js";
import { dayName, dayOf, plural, roughly } from "./format.js";
import { listing } from "./listing.js";
import { kept } from "./pictures.js";

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
  const made = old ?? element("section", { class: "day" }, element("h2", {}), element("ul", { class: "cards" }), element("ul", { class: "cards bare" }));
  const last = listing.next && of.at(-1) === listing.entries.at(-1);
  made.firstChild.replaceChildren(dayName(day), element("span", { class: "fine" }, last ? "" : told(of)));
  const [pictures, bare] = made.querySelectorAll("ul");
  const cards = { key: (entry) => entry.id, make: card };
  const shown = (entry) => kept(entry).length > 0;
  reconcile(pictures, of.filter(shown), cards);
  reconcile(
    bare,
    of.filter((entry) => !shown(entry)),
    cards,
  );
  return made;
}

/** Shows the listing as pictures. */
export function showGallery() {
  const finished = listing.entries.filter((entry) => entry.state !== "reserved");
  reconcile(byId("pictures"), days(finished), { key: ({ day }) => day, make: section });
}
