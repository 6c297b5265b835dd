// Why an entry costs what it costs.
import { element } from "./elements.js";
import { count, dollars, duration } from "./format.js";

function quantity(line) {
  const kind = line.class === "per_image" ? "pictures" : `${line.class.replaceAll("_", " ")} tokens`;
  return [count(line.tokens ?? line.images), kind];
}

function rate(line) {
  const per = line.per === 1_000_000 ? "million" : line.per === 1 ? "picture" : count(line.per);
  return `${dollars(line.rate_usd)} per ${per}`;
}

function row(line) {
  const [number, kind] = quantity(line);
  const origin = line.origin ?? (line.assumed ? "counted by Easel" : "");
  return element(
    "tr",
    {},
    element("td", { class: "number" }, number),
    element("td", {}, kind, origin && element("span", { class: "fine" }, ` ${origin}`)),
    element("td", { class: "fine" }, rate(line)),
    element("td", { class: "number" }, dollars(line.usd)),
  );
}

/** The lines of a cost or an estimate. */
export function linesTable(lines) {
  return element(
    "div",
    { class: "scroll", tabindex: 0, role: "group", "aria-label": "Cost, line by line" },
    element("table", { class: "lines" }, element("tbody", {}, lines.map(row))),
  );
}

function source(line) {
  if (!/^https:\/\/[^\s]+$/.test(line.source ?? "")) return line.source ?? "";
  return element("a", { href: line.source, rel: "noreferrer", target: "_blank" }, line.source);
}

function sources(lines) {
  const first = lines.filter(
    (line, index) => line.source && lines.findIndex((other) => other.source === line.source) === index,
  );
  return first.map((line) => element("p", { class: "fine" }, "Source: ", source(line)));
}

function attemptWords(attempt) {
  const queued = attempt.queued_ms ? `; sent after ${duration(attempt.queued_ms)} in the queue` : "";
  const wait = attempt.wait_ms === null ? "" : `; waited ${duration(attempt.wait_ms)}`;
  return (attempt.code === null ? "answered" : `${attempt.code}: ${attempt.message}`) + queued + wait;
}

const said = (text, kind = "") => (text ? element("p", { class: kind, dir: "auto" }, text) : null);

function calls(told) {
  if (!told.attempts.length) return null;
  return element(
    "ol",
    { class: "fine" },
    told.attempts.map((attempt) => element("li", {}, `Call to the provider: ${attemptWords(attempt)}`)),
  );
}

function estimate(told) {
  if (!told) return null;
  return [said(told.text), told.matches && told.lines.length > 0 && linesTable(told.lines)];
}

/** @param {Object} told the answer of `/logs/{id}/explanation` */
export function explained(told) {
  return element(
    "div",
    { class: "explanation" },
    said(told.meaning),
    told.lines.length > 0 && linesTable(told.lines),
    said(told.sum?.text, "fine"),
    said(told.why),
    told.differences.map((difference) => said(difference.text)),
    estimate(told.estimate),
    said(told.again?.text),
    sources(told.lines),
    calls(told),
    told.usage &&
      element(
        "details",
        {},
        element("summary", {}, "Usage as reported"),
        element("pre", { tabindex: 0 }, JSON.stringify(told.usage, null, 2)),
      ),
  );
}
