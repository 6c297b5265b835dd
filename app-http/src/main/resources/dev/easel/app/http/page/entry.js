// The parts of an open entry.
import * as api from "./api.js";
import { comparison } from "./comparison.js";
import { button, byId, element, fact } from "./elements.js";
import { fill } from "./form.js";
import { duration, exactly, price, promptOf, roughly, settleable, shortId, size, standing } from "./format.js";
import { took } from "./live.js";
import { attempt, say } from "./messages.js";
import { order, requestOf } from "./orders.js";
import { download, kept, wholePicture } from "./pictures.js";
import { wording } from "./reader.js";
import { settling } from "./settle.js";
import { plain, visible } from "./visible.js";

async function copy(text, what) {
  await navigator.clipboard.writeText(text);
  say(`The ${what} is on the clipboard.`);
}

function copying(text, what) {
  return button("Copy", () => attempt(() => copy(text, what)), {
    class: "link",
    "aria-label": `Copy the ${what}`,
    "data-act": `copy-${what}`,
  });
}

function choice(pictures, { chosen, turn }) {
  if (pictures.length < 2) return null;
  const one = (_, index) =>
    button(String(index + 1), () => turn(index), {
      class: "filter",
      "aria-pressed": String(index === chosen),
      "aria-label": `Picture ${index + 1}`,
      "data-act": `picture-${index}`,
    });
  return element("div", { class: "strip" }, pictures.map(one));
}

function nothing(entry) {
  return element("div", { class: "stage" }, element("p", { class: "none" }, element("strong", {}, standing(entry))));
}

function stageOf(entry, stored) {
  const picture = wholePicture(stored, plain(promptOf(entry).slice(0, 200)));
  return element("div", { class: "stage", "data-shows": stored.sha256 }, picture);
}

function line(entry, stored, choosing) {
  const shape = stored.width && `${stored.width}×${stored.height}`;
  const facts = [shape, stored.format?.toUpperCase(), size(stored.bytes)].filter(Boolean).join(" · ");
  const name = `easel-${shortId(entry.id)}${choosing.chosen ? `-${choosing.chosen + 1}` : ""}`;
  const save = button("Download", () => attempt(() => download(stored, name)), {
    class: "link",
    "data-act": "download",
  });
  const fine = element("span", { class: "fine" }, facts);
  return element("div", { class: "stage-line" }, choice(kept(entry), choosing), fine, save);
}

/**
 * The picture of an entry, or why there is none.
 * @param {{chosen: number, turn: function(number), stage: ?Element}} choosing which of several is
 *   shown, how to show another, and what shows one already
 */
export function pictureOf(entry, choosing) {
  const stored = kept(entry)[choosing.chosen] ?? kept(entry)[0];
  if (!stored) return nothing(entry);
  const same = choosing.stage?.dataset.shows === stored.sha256;
  return [same ? choosing.stage : stageOf(entry, stored), line(entry, stored, choosing)];
}

function change(entry) {
  byId("detail").close();
  fill(requestOf(entry));
}

async function runAgain(entry) {
  byId("detail").close();
  await order(requestOf(entry));
}

/** Says beside a button what it will cost. */
async function showPrice(again, request) {
  const told = await api.estimate(request);
  if (told.high_usd === null) return;
  const words = told.estimate_usd === null ? `up to ${roughly(told.high_usd)}` : roughly(told.estimate_usd);
  again.append(element("small", {}, words));
}

function actions(entry) {
  const request = requestOf(entry);
  const said = (words) => element("p", { class: "fine" }, words);
  if (!request) return said("Edits are run again from the shell: their pictures are not kept.");
  if (!request.prompt) return said("Its prompt was not kept, so it cannot be run again.");
  const again = button("Run again", () => runAgain(entry), { class: "main", "data-act": "again" });
  showPrice(again, request).catch(() => {});
  const first = button("Change it first", () => change(entry), { class: "secondary", "data-act": "change" });
  return element("div", { class: "actions" }, again, first);
}

function mark(entry, tags, trouble) {
  return attempt(async () => took(await api.change(entry.id, { tags })), trouble);
}

function tag(entry, name, trouble) {
  const others = entry.tags.filter((one) => one !== name);
  const remove = () => mark(entry, others, trouble);
  return element(
    "li",
    {},
    name,
    button("×", remove, {
      class: "quiet for-user",
      "aria-label": `Remove the tag ${name}`,
      "data-act": `tag-${entry.tags.indexOf(name)}`,
    }),
  );
}

function tags(entry) {
  const trouble = element("p", { id: "tag-trouble", class: "note alarm", role: "alert", hidden: true });
  const input = element("input", {
    id: "tag",
    type: "text",
    placeholder: "Add a tag",
    "aria-label": "Add a tag",
    "data-act": "tag",
    "aria-describedby": "tag-trouble",
    class: "for-user",
    autocomplete: "off",
  });
  const add = (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (name) mark(entry, [...new Set([...entry.tags, name])], trouble);
  };
  return element(
    "form",
    { class: "tags", onsubmit: add },
    element(
      "ul",
      {},
      entry.tags.map((name) => tag(entry, name, trouble)),
    ),
    input,
    trouble,
  );
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

/** What went wrong; of an entry whose money is settled, as what was known then. */
function failure(entry) {
  const doubted = entry.error.endsWith("it may have charged");
  const over = entry.state === "settled" || (entry.state === "released" && doubted);
  const words = wording(entry.error);
  return element("p", { class: over ? "note" : "note alarm", dir: "auto" }, over && "Known before it was settled: ", words);
}

function prompt(entry) {
  return element(
    "div",
    { class: "prompt-block" },
    element("h2", { id: "detail-title", dir: "auto" }, visible(promptOf(entry))),
    entry.prompt && copying(entry.prompt, "prompt"),
    entry.revised_prompt &&
      element(
        "details",
        {},
        element("summary", {}, "As the provider revised it"),
        element("p", { dir: "auto" }, visible(entry.revised_prompt)),
      ),
    entry.error && failure(entry),
  );
}

function folded(name, ...content) {
  return element("section", { class: "part" }, element("h3", {}, name), ...content);
}

/**
 * What is to be read of an entry.
 * @param {Element} why the place of its explanation
 */
export function textOf(entry, why) {
  return element(
    "div",
    { class: "detail-text" },
    prompt(entry),
    settling(entry),
    facts(entry),
    tags(entry),
    actions(entry),
    folded("Parameters", comparison(entry)),
    folded("Why it costs this", why),
  );
}
