// What the request in the form would cost, and what it would leave of the budgets.
import * as api from "./api.js";
import { byId, element } from "./elements.js";
import { linesTable } from "./explanation.js";
import { dollars, roughly, sentence } from "./format.js";
import { hinder } from "./hindrance.js";
import { live } from "./live.js";

const patience = 200;
let waiting = null;
let asking = new AbortController();
let last = null;

const upper = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;

function figure(told) {
  if (told.estimate_usd !== null) return [dollars(told.estimate_usd), last.prompt.trim() ? "exact" : "without a prompt"];
  if (told.high_usd !== null) return [`${roughly(told.low_usd)} to ${roughly(told.high_usd)}`, "a range"];
  return ["Unknown", "cost"];
}

function left(line) {
  const name = line.caller ? `${line.caller} today` : line.period === "day" ? "today" : "this month";
  if (line.admitted === false)
    return element("li", { class: "alarm" }, `Over the budget: ${roughly(line.left_usd)} left ${name}`);
  const after = line.left_after_usd === null ? "" : `, ${roughly(line.left_after_usd)} after it`;
  return element("li", {}, `${roughly(line.left_usd)} left ${name}${after}`);
}

function raise(lines) {
  const over = lines.find((line) => line.admitted === false);
  if (!over) return [];
  const options = `${over.period === "month" ? " --month" : ""}${over.caller ? ` --caller ${over.caller}` : ""}`;
  return [
    element("p", { class: "fine for-caller" }, "The user of this server can raise it."),
    element("p", { class: "fine for-user" }, "Raise it with ", element("code", {}, `easel budget raise USD${options}`)),
  ];
}

function why(told) {
  if (!told.lines.length) return null;
  return element(
    "details",
    {},
    element("summary", {}, "How it is reckoned"),
    linesTable(told.lines),
    element("p", { class: "fine" }, `Price book ${told.price_book}`),
  );
}

function hinderOver(lines) {
  const over = lines.some((line) => line.admitted === false);
  hinder("budget", over ? "This goes beyond a budget, so it would not be sent." : null);
}

function shown(told) {
  const [amount, kind] = figure(told);
  const open = byId("estimate").querySelector("details")?.open;
  const details = why(told);
  if (details && open) details.open = true;
  return [
    element("p", { class: "amount" }, element("strong", {}, amount), " ", element("span", { class: "fine" }, kind)),
    told.why && element("p", { class: "fine" }, `${upper(told.why)}.`),
    told.budget.length > 0 && element("ul", { class: "fine left" }, told.budget.map(left)),
    ...raise(told.budget),
    details,
  ].filter(Boolean);
}

async function show() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const told = await api.estimate(last, signal);
    byId("estimate").replaceChildren(...shown(told));
    hinderOver(told.budget);
  } catch (failure) {
    if (signal.aborted) return;
    byId("estimate").replaceChildren(element("p", { class: "alarm" }, sentence(failure.message)));
    hinderOver([]);
  }
}

/** Shows the estimate of a request soon; a later one takes its place. */
export function showEstimate(body, wait = patience) {
  last = body;
  clearTimeout(waiting);
  if (body) waiting = setTimeout(show, wait);
}

/** Reckons again when budgets have changed, or may have while the reader was elsewhere. */
export function watchEstimate() {
  const again = () => showEstimate(last, 1_000);
  live.addEventListener("entry", again);
  live.addEventListener("open", again);
  window.addEventListener("focus", again);
}
