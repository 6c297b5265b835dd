// The keys of the page, and the dialog that lists them.
import { ask } from "./api.js";
import { button, byId, element } from "./elements.js";
import { write } from "./form.js";
import { attempt } from "./messages.js";
import { go } from "./route.js";

const keys = [
  ["n", "write a prompt", write],
  ["/", "search", () => byId("query").select()],
  ["1", "pictures", () => go({ view: "pictures" })],
  ["2", "requests as a table", () => go({ view: "table" })],
  ["3", "spending", () => go({ view: "spending" })],
  ["j", "next one", () => step(1)],
  ["k", "the one before", () => step(-1)],
  ["?", "this help", () => openHelp()],
];
const told = [
  ["Ctrl Enter", "make the picture (in the prompt)"],
  ["Enter", "open the one that is focused"],
  ["← →", "newer, older (in an open one)"],
  ["s", "star it (in an open one)"],
  ["r", "go to Run again (in an open one)"],
  ["e", "change it first, then run it (in an open one)"],
  ["Esc", "close, or leave a field"],
];
const examples = [
  ["lighthouse dusk", "both words, in any place"],
  ["model:gpt-image-2 cost>0.05", "that model, dearer than 5 cents"],
  ["state:unknown since:7d", "may have been charged, of the last 7 days"],
  ["star:yes -tag:draft", "starred, without that tag"],
];

function step(by) {
  const open = [...document.querySelectorAll("main section:not([hidden]) [data-open]")];
  const at = open.indexOf(document.activeElement);
  const next = open[at < 0 ? 0 : Math.min(open.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function list(lines, wrap) {
  return element(
    "dl",
    { class: "keys" },
    lines.map(([term, words]) =>
      element("div", {}, element("dt", {}, element(wrap, {}, term)), element("dd", {}, words)),
    ),
  );
}

function help() {
  return [
    element("h2", { id: "help-title" }, "Keys"),
    list([...keys.map(([key, words]) => [key, words]), ...told], "kbd"),
    element("h3", {}, "Searching"),
    list(examples, "code"),
    fields(),
    element(
      "p",
      { class: "fine" },
      "A price is an estimate until the provider has answered. What may have been charged stays in the budgets until it is settled.",
    ),
    button("Close", () => byId("help").close(), { class: "main" }),
  ];
}

/** The whole of the query language, read when it is asked for. */
function fields() {
  const text = element("pre", { tabindex: 0 });
  const read = () => attempt(async () => text.replaceChildren(await (await ask("/queries")).text()));
  return element(
    "details",
    { ontoggle: () => text.firstChild ?? read() },
    element("summary", {}, "All that can be searched for"),
    text,
  );
}

function openHelp() {
  if (!byId("help").firstChild) byId("help").append(...help());
  byId("help").showModal();
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && typing) typing.blur();
  if (typing) return;
  const [, , act] = keys.find(([key]) => key === event.key) ?? [];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Listens to the keys from now on. */
export function watchKeys() {
  document.addEventListener("keydown", pressed);
  byId("help-open").addEventListener("click", openHelp);
  byId("help").addEventListener("click", (event) => event.target === byId("help") && byId("help").close());
}
