// What was spent today and this month, and what is left of the budgets.
import * as api from "./api.js";
import { byId, element } from "./elements.js";
import { dollars, roughly } from "./format.js";
import { live } from "./live.js";
import { learnReader } from "./reader.js";

const gathering = 400;
let waiting = null;

function name(line) {
  const period = line.period === "day" ? "today" : "month";
  return line.caller ? `${line.caller} ${period}` : period;
}

function meter(line) {
  if (line.cap_usd === null) return null;
  const full = Math.min(100, line.percent);
  const made = element("meter", {
    max: 100,
    high: 80,
    low: 79,
    optimum: 0,
    value: full,
    "aria-label": `${name(line)}: ${line.percent} % of the budget`,
  });
  return made;
}

function title(line) {
  const parts = [`${dollars(line.settled_usd)} settled`];
  if (line.reserved_usd) parts.push(`${dollars(line.reserved_usd)} under way`);
  if (line.at_risk_usd) parts.push(`${dollars(line.at_risk_usd)} at risk`);
  if (line.unpriced) parts.push(`${line.unpriced} without a known cost`);
  return parts.join(", ");
}

function shown(line) {
  const spent = roughly(line.committed_usd);
  const words = line.cap_usd === null ? spent : `${spent} of ${roughly(line.cap_usd)}`;
  return element(
    "div",
    { class: `standing ${line.level ?? ""}`, title: title(line) },
    element("span", { class: "fine" }, name(line)),
    element("strong", {}, words),
    meter(line),
  );
}

async function show() {
  const report = await api.budget();
  learnReader(report);
  const lines = [report.day, report.month, ...report.callers].filter(Boolean);
  byId("budget").replaceChildren(...lines.map(shown));
}

function soon() {
  waiting ??= setTimeout(() => {
    waiting = null;
    show().catch(() => {});
  }, gathering);
}

/** Shows the budgets from now on. */
export function watchBudget() {
  live.addEventListener("entry", soon);
  live.addEventListener("open", soon);
  live.addEventListener("reset", soon);
  soon();
}
