// What was spent, on what, how long it took and what failed.
import * as api from "./api.js";
import { bars, figure, percentiles, stackedBars } from "./charts.js";
import { byId, element } from "./elements.js";
import { count, dollars, duration, plural, roughly } from "./format.js";
import { live } from "./live.js";
import { address, place } from "./route.js";

const mostSeries = 5;
const mostRows = 8;
const mostDays = 60;
const gathering = 1_000;
const aDay = 86_400_000;
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
let asking = new AbortController();
let waiting = null;

function tile(name, amount, note, { query, kind } = {}) {
  const content = [
    element("span", { class: "fine" }, name),
    element("strong", {}, amount),
    element("span", { class: "fine" }, note),
  ];
  const narrower = query && [place().query, query].filter(Boolean).join(" ");
  return element(
    "li",
    { class: kind },
    query ? element("a", { href: address({ view: "table", query: narrower }) }, content) : element("div", {}, content),
  );
}

function tiles(told) {
  const median = told.p50_ms === null ? "–" : duration(told.p50_ms);
  return element(
    "ul",
    { class: "tiles" },
    tile("Settled", roughly(told.total_cost_estimate_usd), `${plural(told.successful, "request")} with pictures`, {
      query: "state:settled",
    }),
    tile(
      "At risk",
      roughly(told.at_risk_usd),
      told.at_risk_usd ? "in the budgets until it is settled" : "nothing to settle",
      { kind: told.at_risk_usd ? "doubtful" : "" },
    ),
    tile("May have been charged", count(told.unknown), told.unknown ? "to be settled" : "none", {
      query: told.unknown ? "state:unknown" : null,
      kind: told.unknown ? "doubtful" : "",
    }),
    tile("Without a known cost", count(told.unpriced), "not in any sum"),
    tile("Not charged", count(told.failed), "failed or refused", { query: "state:released" }),
    tile("Usual time", median, told.p95_ms === null || told.successful < 20 ? "" : `1 of 20 over ${duration(told.p95_ms)}`),
  );
}

/** The models that cost most, and one name for all others. */
function series(told) {
  const named = told.by_model
    .filter((line) => line.total_cost_estimate_usd > 0)
    .sort((one, other) => other.total_cost_estimate_usd - one.total_cost_estimate_usd)
    .map((line) => line.model);
  return named.length > mostSeries + 1 ? [...named.slice(0, mostSeries), "all others"] : named;
}

function valuesOf(line, names) {
  const costs = line?.cost_by_model_usd ?? {};
  const others = Object.entries(costs).filter(([model]) => !names.includes(model));
  return names.map((name) =>
    name === "all others" ? others.reduce((sum, [, cost]) => sum + cost, 0) : (costs[name] ?? 0),
  );
}

/** Every day from the first with an entry to the last, those without one included. */
function everyDay(lines) {
  const known = lines.map((line) => line.day).sort();
  const last = Date.parse(known.at(-1));
  const first = Math.max(Math.min(Date.parse(known[0]), last - 13 * aDay), last - (mostDays - 1) * aDay);
  return Array.from({ length: (last - first) / aDay + 1 }, (_, index) =>
    new Date(first + index * aDay).toISOString().slice(0, 10),
  );
}

const onScale = (mark) => (mark >= 10 ? `$${count(mark)}` : dollars(Number(mark.toPrecision(3))));

function spendByDay(told) {
  const names = series(told);
  const lines = new Map(told.by_day.map((line) => [line.day, line]));
  const days = everyDay(told.by_day).map((day) => {
    const line = lines.get(day);
    const name = shortDay.format(new Date(`${day}T00:00:00Z`));
    const cost = line?.total_cost_estimate_usd ?? 0;
    return {
      name,
      short: name,
      values: valuesOf(line, names),
      told: `${dollars(cost)}, ${plural(line?.total_requests ?? 0, "request")}`,
      cost,
      day,
    };
  });
  return figure({
    title: "Spent a day",
    series: names,
    heads: ["Day", ...names, "All"],
    rows: days
      .filter((day) => lines.has(day.day))
      .map((day) => [day.name, ...day.values.map(roughly), dollars(day.cost)]),
    draw: stackedBars({ days, written: onScale, label: "Dollars spent a day, stacked by model" }),
  });
}

function spendByModel(told) {
  const lines = [...told.by_model]
    .sort((one, other) => other.total_cost_estimate_usd - one.total_cost_estimate_usd)
    .slice(0, mostRows);
  const rows = lines.map((line) => ({
    name: line.model,
    value: line.total_cost_estimate_usd,
    told: roughly(line.total_cost_estimate_usd),
    kind: `series-${Math.max(0, series(told).indexOf(line.model))}`,
  }));
  return figure({
    title: "Spent by model",
    heads: ["Model", "Settled", "At risk", "Requests", "Without a known cost"],
    rows: lines.map((line) => [
      line.model,
      dollars(line.total_cost_estimate_usd),
      dollars(line.at_risk_usd),
      count(line.total_requests),
      count(line.unpriced),
    ]),
    draw: bars({ rows, label: "Dollars spent by model" }),
  });
}

function latency(told) {
  const lines = told.by_model.filter((line) => line.p50_ms !== null).slice(0, mostRows);
  if (!lines.length) return null;
  const values = (line) => [line.p50_ms, line.p90_ms, line.p95_ms, line.p99_ms];
  return figure({
    title: "How long it takes",
    note: "A dot at the median, a bar to the 90th percentile, a mark at the 95th, a line to the 99th.",
    heads: ["Model", "p50", "p90", "p95", "p99"],
    rows: lines.map((line) => [line.model, ...values(line).map(duration)]),
    draw: percentiles({
      rows: lines.map((line) => ({
        name: line.model,
        values: values(line),
        told: `${duration(line.p50_ms)} – ${duration(line.p99_ms)}`,
      })),
      written: (mark) => duration(mark).replace(".0 ", " "),
      label: "Percentiles of the time that pictures take, by model",
    }),
  });
}

function failures(told) {
  if (!told.by_code.length) return null;
  const lines = told.by_code.slice(0, mostRows);
  return figure({
    title: "What went wrong",
    note: "Requests by the code of their failure.",
    heads: ["Code", "Requests"],
    rows: told.by_code.map((line) => [line.code, count(line.total_requests)]),
    draw: bars({
      rows: lines.map((line) => ({
        name: line.code,
        value: line.total_requests,
        told: count(line.total_requests),
        kind: "series-fault",
      })),
      label: "Failures by code",
    }),
  });
}

function coverage(told) {
  if (told.complete) return null;
  return element(
    "p",
    { class: "note" },
    `These sums hold the newest ${count(told.scanned)} requests only; narrow the search for whole ones.`,
  );
}

function shown(told) {
  if (!told.total_requests && !told.running)
    return [element("p", { class: "empty" }, "Nothing has been spent that this search finds.")];
  const charts = told.by_day.length ? [spendByDay(told), spendByModel(told), latency(told), failures(told)] : [];
  return [tiles(told), coverage(told), element("div", { class: "charts" }, charts)].filter(Boolean);
}

/** Shows the statistics of the query. */
export async function showStatistics() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const told = await api.statistics(place().query, signal);
    const open = [...byId("spending").querySelectorAll("details")].map((one) => one.open);
    byId("spending").replaceChildren(...shown(told));
    byId("spending")
      .querySelectorAll("details")
      .forEach((one, index) => (one.open = open[index] ?? false));
  } catch (failure) {
    if (!signal.aborted && failure.code !== "bad_query")
      byId("spending").replaceChildren(element("p", { class: "empty" }, failure.message));
  }
}

/** Keeps the statistics up to date while they are to be seen. */
export function watchStatistics() {
  const soon = () => {
    if (byId("spending").hidden) return;
    waiting ??= setTimeout(() => ((waiting = null), showStatistics()), gathering);
  };
  live.addEventListener("entry", soon);
  live.addEventListener("open", soon);
}
