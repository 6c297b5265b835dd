// What was asked for, what was sent and what came, side by side.
import { element } from "./elements.js";
import { sized } from "./format.js";

const hidden = ["prompt", "model"];

function words(value) {
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? JSON.stringify(value) : sized(String(value));
}

function names(entry) {
  const asked = Object.entries(entry.parameters)
    .filter(([, value]) => value !== null)
    .map(([name]) => name);
  const all = [...asked, ...Object.keys(entry.sent), ...Object.keys(entry.actual)];
  return [...new Set(all)].filter((name) => !hidden.includes(name));
}

function note(entry, name) {
  const logged = entry.parameters[name] !== null && entry.parameters[name] !== undefined && !(name in entry.sent);
  return logged && entry.state === "settled" ? element("span", { class: "fine" }, " logged, not used") : null;
}

function row(entry, name) {
  const [asked, sent, actual] = [entry.parameters[name], entry.sent[name], entry.actual[name]];
  const other =
    actual !== undefined &&
    actual !== null &&
    asked !== undefined &&
    asked !== null &&
    String(actual) !== String(asked);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name.replaceAll("_", " ")),
    element("td", {}, words(asked), note(entry, name)),
    element("td", {}, words(sent)),
    element(
      "td",
      { class: other ? "other" : null },
      words(actual),
      other && element("span", { class: "fine" }, " not as asked"),
    ),
  );
}

/** The table of an entry's parameters. */
export function comparison(entry) {
  const heads = ["Parameter", "Requested", "Sent", "Actual"];
  return element(
    "div",
    { class: "scroll", tabindex: 0, role: "group", "aria-label": "Parameters" },
    element(
      "table",
      { class: "comparison" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          heads.map((head) => element("th", { scope: "col" }, head)),
        ),
      ),
      element(
        "tbody",
        {},
        names(entry).map((name) => row(entry, name)),
      ),
    ),
  );
}
