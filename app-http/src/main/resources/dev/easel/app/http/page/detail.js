// One entry, closely: opened and closed, turned to the next, kept up to date.
import * as api from "./api.js";
import { star } from "./card.js";
import { button, byId, element } from "./elements.js";
import { pictureOf, textOf } from "./entry.js";
import { explained } from "./explanation.js";
import { standing } from "./format.js";
import { listing } from "./listing.js";
import { live } from "./live.js";
import { attempt } from "./messages.js";
import { caller } from "./reader.js";
import { go, onPlace, place } from "./route.js";

let open = null;
let chosen = 0;

function turnTo(step) {
  const beside = open && listing.beside(open.id, step);
  if (beside) go({ entry: beside }, { replace: true });
}

function head(entry, trouble) {
  return element(
    "header",
    { class: "detail-head" },
    button("←", () => turnTo(-1), {
      class: "quiet",
      "aria-label": "Newer",
      "data-act": "newer",
      disabled: listing.beside(entry.id, -1) === undefined,
    }),
    button("→", () => turnTo(1), {
      class: "quiet",
      "aria-label": "Older",
      "data-act": "older",
      disabled: listing.beside(entry.id, 1) === undefined,
    }),
    element("span", { class: `state ${entry.state}` }, standing(entry)),
    star(entry, trouble),
    button("×", () => byId("detail").close(), { class: "quiet", "aria-label": "Close", "data-act": "close" }),
  );
}

function body(entry) {
  const dialog = byId("detail");
  const why = dialog.querySelector(".explanation") ?? element("div", { class: "explanation" });
  const stage = dialog.querySelector(".stage[data-shows]");
  const turn = (index) => ((chosen = index), show());
  return element(
    "div",
    { class: "detail-body", tabindex: 0, role: "group", "aria-label": "The request" },
    element("div", { class: "detail-picture" }, pictureOf(entry, { chosen, turn, stage })),
    textOf(entry, why),
  );
}

/** Gives the focus back to what stands in the place of what had it. */
function focus(act) {
  const same = byId("detail").querySelector(`[data-act="${act}"]:not(:disabled)`);
  (same ?? byId("detail").querySelector('[data-act="close"]')).focus();
}

function show() {
  const dialog = byId("detail");
  const act = dialog.contains(document.activeElement) ? document.activeElement.dataset.act : null;
  const top = dialog.querySelector(".detail-body")?.scrollTop ?? 0;
  const trouble = element("p", { class: "note alarm head-trouble", role: "alert", hidden: true });
  dialog.querySelectorAll(":scope > :not(.messages)").forEach((part) => part.remove());
  dialog.prepend(head(open, trouble), trouble, body(open));
  dialog.querySelector(".detail-body").scrollTop = top;
  if (!dialog.open) dialog.showModal();
  if (act) focus(act);
}

async function explain(id) {
  const told = await attempt(() => api.explanation(id));
  if (told && open?.id === id) byId("detail").querySelector(".explanation").replaceWith(explained(told));
}

async function present(id) {
  const entry = listing.find(id) ?? (await attempt(() => api.entry(id)));
  if (!entry || place().entry !== id) return;
  if (open?.id !== entry.id) {
    chosen = 0;
    byId("detail").querySelector(".explanation")?.replaceChildren();
  }
  open = entry;
  show();
  await explain(entry.id);
}

function closed() {
  const id = open?.id;
  open = null;
  byId("detail").replaceChildren();
  if (place().entry) go({ entry: null }, { replace: true });
  if (!byId("make").contains(document.activeElement)) document.querySelector(`main [data-open="${id}"]`)?.focus();
}

function pressed(event) {
  if (event.target.closest("input, textarea, .scroll") || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = {
    ArrowLeft: () => turnTo(-1),
    ArrowRight: () => turnTo(1),
    k: () => turnTo(-1),
    j: () => turnTo(1),
    s: () => caller() === null && byId("detail").querySelector('[data-act="star"]').click(),
    r: () => byId("detail").querySelector('[data-act="again"]')?.focus(),
    e: () => byId("detail").querySelector('[data-act="change"]')?.click(),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

/** Opens the entry of a link that was clicked, and keeps view and query, which the link may not know. */
function follow(event) {
  const link = event.target.closest("a[data-open]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ entry: link.dataset.open });
}

/** Shows the entry that the address names, as it changes. */
export function watchDetail() {
  onPlace(({ entry }) => {
    if (entry) present(entry);
    else byId("detail").close();
  });
  document.addEventListener("click", follow);
  byId("detail").addEventListener("close", closed);
  byId("detail").addEventListener("keydown", pressed);
  byId("detail").addEventListener("click", (event) => event.target === byId("detail") && byId("detail").close());
  live.addEventListener("entry", ({ detail }) => {
    if (open?.id !== detail.id || JSON.stringify(open) === JSON.stringify(detail)) return;
    open = detail;
    show();
    explain(detail.id);
  });
}
