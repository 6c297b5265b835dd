// One entry, closely.
import * as api from "./api.js";
import { star } from "./card.js";
import { comparison } from "./comparison.js";
import { button, byId, element, fact } from "./elements.js";
import { explained } from "./explanation.js";
import { fill, order, requestOf } from "./form.js";
import { duration, exactly, price, promptOf, roughly, settleable, shortId, size, standing } from "./format.js";
import { listing } from "./listing.js";
import { live, took } from "./live.js";
import { attempt, say } from "./messages.js";
import { download, kept, wholePicture } from "./pictures.js";
import { go, onPlace, place } from "./route.js";
import { settling } from "./settle.js";

let open = null;
let chosen = 0;

async function copy(text, what) {
  await navigator.clipboard.writeText(text);
  say(`The ${what} is on the clipboard.`);
}

function copying(text, what) {
  return button("Copy", () => attempt(() => copy(text, what)), { class: "link", "aria-label": `Copy the ${what}`, "data-act": `copy-${what}` });
}

function turnTo(step) {
  const beside = open && listing.beside(open.id, step);
  if (beside) go({ entry: beside }, { replace: true });
}

function head(entry) {
  return element(
    "header",
    { class: "detail-head" },
    button("←", () => turnTo(-1), { class: "quiet", "aria-label": "Newer", "data-act": "newer", disabled: listing.beside(entry.id, -1) === undefined }),
    button("→", () => turnTo(1), { class: "quiet", "aria-label": "Older", "data-act": "older", disabled: listing.beside(entry.id, 1) === undefined }),
    element("span", { class: `state ${entry.state}` }, standing(entry)),
    star(entry),
    button("×", () => byId("detail").close(), { class: "quiet", "aria-label": "Close", "data-act": "close" }),
  );
}

function strip(entry, pictures) {
  if (pictures.length < 2) return null;
  const turn = (index) => ((chosen = index), show());
  const one = (_, index) => button(String(index + 1), () => turn(index), { class: "filter", "aria-pressed": String(index === chosen), "aria-label": `Picture ${index + 1}`, "data-act": `picture-${index}` });
  return element("div", { class: "strip" }, pictures.map(one));
}

function picture(entry, old) {
  const pictures = kept(entry);
  const stored = pictures[chosen] ?? pictures[0];
  if (!stored) return element("div", { class: "stage" }, element("p", { class: "none" }, element("strong", {}, standing(entry)), element("span", { dir: "auto" }, entry.error ?? "")));
  const same = old?.dataset.shows === stored.sha256 && old;
  const stage = same || element("div", { class: "stage", "data-shows": stored.sha256 }, wholePicture(stored, promptOf(entry).slice(0, 200)));
  const facts = [`${stored.width}×${stored.height}`, stored.format?.toUpperCase(), size(stored.bytes)].filter(Boolean).join(" · ");
  const save = button("Download", () => attempt(() => download(stored, `easel-${shortId(entry.id)}${chosen ? `-${chosen + 1}` : ""}`)), { class: "link", "data-act": "download" });
  return [stage, element("div", { class: "stage-line" }, strip(entry, pictures), element("span", { class: "fine" }, facts), save)];
}

function change(entry) {
  byId("detail").close();
  fill(requestOf(entry));
}

async function runAgain(entry) {
  byId("detail").close();
  await order(requestOf(entry));
}

function actions(entry) {
  const request = requestOf(entry);
  if (!request) return element("p", { class: "fine" }, "Edits are run again from the shell: their pictures are not kept.");
  if (!request.prompt) return element("p", { class: "fine" }, "Its prompt was not kept, so it cannot be run again.");
  const again = button("Run again", () => runAgain(entry), { class: "main", "data-act": "again" });
  api.estimate(request).then((told) => told.high_usd !== null && again.append(element("small", {}, told.estimate_usd === null ? `up to ${roughly(told.high_usd)}` : roughly(told.estimate_usd))), () => {});
  return element("div", { class: "actions" }, again, button("Change it first", () => change(entry), { "data-act": "change" }));
}

function tag(entry, name) {
  const remove = () => attempt(async () => took(await api.change(entry.id, { tags: entry.tags.filter((one) => one !== name) })));
  return element("li", {}, name, button("×", remove, { class: "quiet", "aria-label": `Remove the tag ${name}`, "data-act": `tag-${entry.tags.indexOf(name)}` }));
}

function tags(entry) {
  const input = element("input", { id: "tag", type: "text", placeholder: "Add a tag", "aria-label": "Add a tag", "data-act": "tag", autocomplete: "off" });
  const add = (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (name) attempt(async () => took(await api.change(entry.id, { tags: [...new Set([...entry.tags, name])] })));
  };
  return element("form", { class: "tags", onsubmit: add }, element("ul", {}, entry.tags.map((name) => tag(entry, name))), input);
}

function facts(entry) {
  return element(
    "dl",
    { class: "facts" },
    fact("Cost", element("strong", { class: settleable(entry) ? "alarm" : null }, price(entry))),
    fact("Took", duration(entry.latency_ms)),
    fact("When", element("time", { datetime: entry.timestamp }, exactly(entry.timestamp))),
    fact("Model", entry.model, element("span", { class: "fine" }, ` ${entry.provider}`)),
    fact("Caller", entry.caller),
    fact("Id", element("code", { title: entry.id }, shortId(entry.id)), " ", copying(entry.id, "id")),
    fact("Request id", entry.request_id && element("code", {}, entry.request_id)),
    fact("At the provider", kept(entry).length === 0 && entry.images[0]?.provider_url),
  );
}

function prompt(entry) {
  return element(
    "div",
    { class: "prompt-block" },
    element("h2", { id: "detail-title", dir: "auto" }, promptOf(entry)),
    entry.prompt && copying(entry.prompt, "prompt"),
    entry.revised_prompt && element("details", {}, element("summary", {}, "As the provider revised it"), element("p", { dir: "auto" }, entry.revised_prompt)),
    entry.error && element("p", { class: "note alarm", dir: "auto" }, entry.error),
  );
}

function folded(name, ...content) {
  return element("section", { class: "part" }, element("h3", {}, name), ...content);
}

function show() {
  const entry = open;
  const dialog = byId("detail");
  const act = dialog.contains(document.activeElement) ? document.activeElement.dataset.act : null;
  const stage = dialog.querySelector(".stage[data-shows]");
  const why = dialog.querySelector(".explanation") ?? element("div", { class: "explanation" });
  const top = dialog.querySelector(".detail-body")?.scrollTop ?? 0;
  dialog.replaceChildren(
    head(entry),
    element(
      "div",
      { class: "detail-body", tabindex: 0, role: "group", "aria-label": "The request" },
      element("div", { class: "detail-picture" }, picture(entry, stage)),
      element("div", { class: "detail-text" }, prompt(entry), settling(entry), facts(entry), tags(entry), actions(entry), folded("Parameters", comparison(entry)), folded("Why it costs this", why)),
    ),
  );
  dialog.querySelector(".detail-body").scrollTop = top;
  if (!dialog.open) dialog.showModal();
  if (act) (dialog.querySelector(`[data-act="${act}"]:not(:disabled)`) ?? dialog.querySelector('[data-act="close"]')).focus();
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
  document.querySelector(`main [data-open="${id}"]`)?.focus();
}

function pressed(event) {
  if (event.target.closest("input, textarea, .scroll") || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = { ArrowLeft: () => turnTo(-1), ArrowRight: () => turnTo(1), k: () => turnTo(-1), j: () => turnTo(1), s: () => byId("detail").querySelector('[data-act="star"]').click(), r: () => byId("detail").querySelector('[data-act="again"]')?.focus(), e: () => byId("detail").querySelector('[data-act="change"]')?.click() };
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
