// Which of the views is to be seen, and what they say when there is nothing in them.
import { button, byId, element } from "./elements.js";
import { showGallery } from "./gallery.js";
import { plural } from "./format.js";
import { listing } from "./listing.js";
import { live } from "./live.js";
import { go, onPlace, place } from "./route.js";
import { showTrouble } from "./search.js";
import { showStatistics } from "./statistics.js";
import { showTable } from "./table.js";

const views = { pictures: showGallery, table: showTable, spending: () => {} };
const titles = { pictures: "Easel", table: "Requests · Easel", spending: "Spending · Easel" };
let asked = null;

function example() {
  const body = `-d '{"prompt": "a lighthouse at dusk"}'`;
  return element(
    "pre",
    { tabindex: 0 },
    `curl ${location.origin}/generate \\\n  -H 'Content-Type: application/json' \\\n  ${body}`,
  );
}

function first() {
  return element(
    "div",
    { class: "empty" },
    element("h2", {}, "No pictures yet"),
    element("p", {}, "Write a prompt and press Ctrl+Enter, or let a program ask:"),
    example(),
  );
}

function nothing() {
  return element(
    "div",
    { class: "empty" },
    element("h2", {}, "Nothing matches"),
    element("p", {}, "No request fits this search."),
    button("Show everything", () => go({ query: "" }), { class: "secondary" }),
  );
}

function empty() {
  if (
    !listing.loaded ||
    listing.searching ||
    listing.trouble ||
    listing.entries.some((entry) => entry.state !== "reserved" || listing.query)
  )
    return null;
  if (listing.entries.length) return null;
  return listing.query ? nothing() : first();
}

function paging() {
  if (place().view === "spending") return [];
  const older = listing.next && !listing.searching && button("Show older ones", () => listing.older(), { class: "secondary" });
  const shown =
    listing.entries.length > 0 &&
    element(
      "p",
      { class: "fine", role: "status" },
      `${plural(listing.entries.length, "request")} shown${listing.next ? "" : ", all there are"}`,
    );
  const looking =
    listing.loaded && listing.searching && element("p", { class: "fine", role: "status" }, "Looking further back…");
  return [empty(), shown, looking, older].filter(Boolean);
}

function render() {
  showTrouble(listing.query, listing.trouble);
  views[place().view]();
  byId("paging").replaceChildren(...paging());
}

function arrive({ view, query }) {
  document.title = titles[view];
  document.querySelectorAll("[data-section]").forEach((section) => (section.hidden = section.dataset.section !== view));
  document.querySelector(".make").classList.toggle("with-pictures", view === "pictures");
  document.querySelectorAll("[data-view]").forEach((link) => {
    const here = link.dataset.view === view;
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  if (view === "spending") showStatistics();
  if (query !== asked) listing.search((asked = query));
  else render();
}

/** Shows the view and the query that the address names, as it changes. */
export function watchViews() {
  listing.addEventListener("change", render);
  document.querySelectorAll("[data-view]").forEach((link) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go({ view: link.dataset.view });
    });
  });
  live.addEventListener("open", () => listing.trouble && listing.search(listing.query));
  onPlace(arrive);
}
