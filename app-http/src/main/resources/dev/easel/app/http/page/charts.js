// Charts, drawn as SVG for the width that they have. Each is a figure with its numbers as a table.
import { drawn, element } from "./elements.js";

const text = 12;
const room = { left: 52, right: 8, top: 12, bottom: 26 };

/** Steps of a scale that are good to read: 1, 2 or 5 times a power of ten. */
export function ticks(most, wanted = 4) {
  if (!(most > 0)) return [0];
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough * 0.999);
  return Array.from({ length: Math.ceil((most / step) * 0.999) + 1 }, (_, index) => index * step);
}

function numbers(heads, rows) {
  const cells = (row) =>
    row.map((cell, index) => element(index ? "td" : "th", index ? { class: "number" } : { scope: "row" }, cell));
  return element(
    "details",
    { class: "numbers" },
    element("summary", {}, "As a table"),
    element(
      "div",
      { class: "scroll", tabindex: 0, role: "group", "aria-label": "The numbers of the chart" },
      element(
        "table",
        {},
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
          rows.map((row) => element("tr", {}, cells(row))),
        ),
      ),
    ),
  );
}

function keys(names) {
  return element(
    "ul",
    { class: "chart-keys" },
    names.map((name, index) =>
      element(
        "li",
        {},
        drawn(
          "svg",
          { viewBox: "0 0 10 10", "aria-hidden": true },
          drawn("rect", { width: 10, height: 10, rx: 2, class: `series-${index}` }),
        ),
        name,
      ),
    ),
  );
}

const resized = new ResizeObserver((seen) => seen.forEach(({ target, contentRect }) => target.draw(contentRect.width)));

function canvas(draw) {
  const place = element("div", { class: "chart" });
  let width = 0;
  place.draw = (now) => {
    if (!now || Math.abs(now - width) < 1) return;
    width = now;
    place.replaceChildren(draw(now));
  };
  resized.observe(place);
  return place;
}

/**
 * A chart with its title, its keys and its table.
 * @param {{title: string, note?: string, series?: string[], heads: string[], rows: Array, draw: function(number): SVGElement}} chart
 */
export function figure({ title, note, series = [], heads, rows, draw }) {
  return element(
    "figure",
    { class: "card-box" },
    element("figcaption", {}, element("h2", {}, title), note && element("p", { class: "fine" }, note)),
    canvas(draw),
    series.length > 1 && keys(series),
    numbers(heads, rows),
  );
}

function picture(width, height, label, ...children) {
  return drawn(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
    ...children,
  );
}

function scaleLine(width, y, words) {
  return drawn(
    "g",
    {},
    drawn("line", { x1: room.left, x2: width - room.right, y1: y, y2: y, class: "grid" }),
    drawn("text", { x: room.left - 8, y: y + text / 3, class: "axis", "text-anchor": "end" }, words),
  );
}

function stack({ day, place, breadth, height, scale, label }) {
  let top = height - room.bottom;
  const parts = day.values.map((value, index) => {
    const tall = value * scale;
    top -= tall;
    return (
      tall > 0 &&
      drawn("rect", {
        x: place,
        y: top,
        width: breadth,
        height: Math.max(tall - 0.75, 0.75),
        rx: Math.min(2, breadth / 4),
        class: `series-${index}`,
      })
    );
  });
  return drawn(
    "g",
    { class: "stack" },
    drawn("title", {}, label),
    drawn("rect", { x: place, y: room.top, width: breadth, height: height - room.top - room.bottom, class: "hit" }),
    ...parts,
  );
}

/**
 * Stacked bars, one for each day.
 * @param {{days: Array<{name: string, values: number[]}>, written: function(number): string, label: string}} chart
 */
export function stackedBars({ days, written, label }) {
  return (width) => {
    const height = 240;
    const shown = days.slice(-Math.max(7, Math.floor((width - room.left) / 18)));
    const most = Math.max(...shown.map((day) => day.values.reduce((sum, value) => sum + value, 0)), 0);
    const marks = ticks(most);
    const scale = (height - room.top - room.bottom) / (marks.at(-1) || 1);
    const pitch = (width - room.left - room.right) / shown.length;
    const every = Math.ceil(64 / pitch);
    return picture(
      width,
      height,
      label,
      marks.map((mark) => scaleLine(width, height - room.bottom - mark * scale, written(mark))),
      shown.map((day, index) =>
        stack({
          day,
          place: room.left + index * pitch + pitch * 0.15,
          breadth: pitch * 0.7,
          height,
          scale,
          label: `${day.name}: ${day.told}`,
        }),
      ),
      shown.map(
        (day, index) =>
          (shown.length - 1 - index) % every === 0 &&
          drawn(
            "text",
            { x: room.left + (index + 0.5) * pitch, y: height - 8, class: "axis", "text-anchor": "middle" },
            day.short,
          ),
      ),
    );
  };
}

function lane(row, index, { width, pitch, most }) {
  const y = index * pitch;
  const long = most > 0 ? Math.max(2, (row.value / most) * width) : 2;
  return drawn(
    "g",
    {},
    drawn("title", {}, `${row.name}: ${row.told}`),
    drawn("text", { x: 0, y: y + 13, class: "name" }, row.name),
    drawn("text", { x: width, y: y + 13, class: "value", "text-anchor": "end" }, row.told),
    drawn("rect", { x: 0, y: y + 20, width, height: 6, rx: 3, class: "track" }),
    drawn("rect", { x: 0, y: y + 20, width: long, height: 6, rx: 3, class: row.kind ?? "series-0" }),
  );
}

/**
 * Bars that lie, a name and a figure over each.
 * @param {{rows: Array<{name: string, value: number, told: string, kind?: string}>, label: string}} chart
 */
export function bars({ rows, label }) {
  return (width) => {
    const pitch = 38;
    const most = Math.max(...rows.map((row) => row.value), 0);
    return picture(
      width,
      rows.length * pitch,
      label,
      rows.map((row, index) => lane(row, index, { width, pitch, most })),
    );
  };
}

function spread(row, index, { pitch, at }) {
  const y = index * pitch + 27;
  const [p50, p90, p95, p99] = row.values.map(at);
  return drawn(
    "g",
    {},
    drawn("title", {}, `${row.name}: ${row.told}`),
    drawn("text", { x: 0, y: index * pitch + 13, class: "name" }, row.name),
    drawn("text", { x: at.end, y: index * pitch + 13, class: "value", "text-anchor": "end" }, row.told),
    drawn("line", { x1: 0, x2: at.end, y1: y, y2: y, class: "grid" }),
    drawn("line", { x1: p50, x2: p99, y1: y, y2: y, class: "spread" }),
    drawn("line", { x1: p95, x2: p95, y1: y - 5, y2: y + 5, class: "spread" }),
    drawn("rect", { x: p50, y: y - 3, width: Math.max(1, p90 - p50), height: 6, rx: 3, class: "series-0 soft" }),
    drawn("circle", { cx: p50, cy: y, r: 5, class: "series-0" }),
  );
}

/**
 * Percentiles, a line for each row: a dot at the median, a bar to the 90th, a stroke to the 99th.
 * @param {{rows: Array<{name: string, values: number[], told: string}>, written: function(number): string, label: string}} chart
 */
export function percentiles({ rows, written, label }) {
  return (width) => {
    const pitch = 44;
    const marks = ticks(Math.max(...rows.flatMap((row) => row.values), 0));
    const at = (value) => 6 + (value / (marks.at(-1) || 1)) * (width - 40);
    at.end = width;
    const foot = rows.length * pitch + 14;
    const scale = marks.map((mark) =>
      drawn("text", { x: at(mark), y: foot, class: "axis", "text-anchor": mark ? "middle" : "start" }, written(mark)),
    );
    return picture(
      width,
      foot + 6,
      label,
      rows.map((row, index) => spread(row, index, { pitch, at })),
      scale,
    );
  };
}
