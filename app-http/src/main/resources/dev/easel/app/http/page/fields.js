// What the form offers for a model: no more than its card says that it takes.
import { drawn, element } from "./elements.js";
import { sized } from "./format.js";

const free = ["1024x1024", "1536x1024", "1024x1536", "2048x2048", "2560x1440", "1440x2560", "3840x2160"];
const labels = {
  output_format: "Format",
  output_compression: "Compression, %",
  partial_images: "Partial pictures",
  frame_count: "Frames",
  frame_duration_ms: "Milliseconds a frame",
};
const whole = (name, min, max, more) => ({ name, kind: "number", min, max, step: 1, ...more });
const choice = (name, options, more) => ({ name, kind: "choice", options, ...more });

const others = {
  output_format: (card) => card.formats.length > 0 && choice("output_format", card.formats),
  output_compression: () =>
    whole("output_compression", 0, 100, { when: (values) => ["jpeg", "webp"].includes(values.output_format) }),
  background: (card) => card.backgrounds.length > 0 && choice("background", card.backgrounds),
  moderation: () => choice("moderation", ["auto", "low"]),
  style: () => choice("style", ["vivid", "natural"]),
  complexity: () =>
    choice("complexity", ["low", "medium", "high"], { when: (values) => values.output_format === "svg" }),
  frame_count: () => whole("frame_count", 1, 1000, { when: (values) => values.output_format === "gif" }),
  frame_duration_ms: () => whole("frame_duration_ms", 1, 100_000, { when: (values) => values.output_format === "gif" }),
  partial_images: () =>
    choice("partial_images", ["0", "1", "2", "3"], { hint: "Shown while it is being made; each costs a little." }),
};

function sizes(card) {
  if (!card) return { name: "size", kind: "text", placeholder: "1024x1024" };
  const listed = card.sizes.listed ?? free;
  return choice("size", [...listed, ...(card.sizes.auto ? ["auto"] : [])], {
    kind: "shapes",
    standard: card.default_size,
    custom: !card.sizes.listed,
    hint: card.sizes.listed ? null : card.sizes.allowed,
  });
}

function qualities(card) {
  if (!card) return { name: "quality", kind: "text" };
  return card.qualities.length > 0 && choice("quality", card.qualities, { standard: card.default_quality });
}

/** The fields in sight: size, quality and how many. */
export function mainFields(card) {
  const most = card?.most_images ?? 10;
  return [sizes(card), qualities(card), most > 1 && whole("n", 1, most, { label: "How many", standard: 1 })].filter(
    Boolean,
  );
}

/** The fields that few want: what else the model takes, and what is only logged where it is not taken. */
export function moreFields(card) {
  const taken = Object.keys(others).filter((name) => card?.parameters.includes(name));
  const logged = card ? "Logged; this model does not take it." : null;
  return [
    ...taken.map((name) => others[name](card)).filter(Boolean),
    whole("seed", 0, 4_294_967_295, { hint: logged }),
    whole("steps", 1, 1000, { hint: logged }),
    { name: "log_prompt", kind: "flag", label: "Keep the prompt in the log", standard: true },
  ];
}

const labelOf = (field) => field.label ?? labels[field.name] ?? field.name[0].toUpperCase() + field.name.slice(1);
const idOf = (field) => `field-${field.name.replaceAll("_", "-")}`;

function shape(size) {
  const [, width, height] = (/^(\d+)x(\d+)$/.exec(size) ?? []).map(Number);
  if (!width)
    return drawn(
      "svg",
      { viewBox: "0 0 24 24", class: "shape", "aria-hidden": true },
      drawn("rect", { x: 4, y: 4, width: 16, height: 16, rx: 2, "stroke-dasharray": "3 3" }),
    );
  const scale = 18 / Math.max(width, height);
  const [wide, high] = [width * scale, height * scale];
  const box = { x: 12 - wide / 2, y: 12 - high / 2, width: wide, height: high, rx: 2 };
  return drawn("svg", { viewBox: "0 0 24 24", class: "shape", "aria-hidden": true }, drawn("rect", box));
}

function option(field, value, chosen) {
  return element(
    "label",
    { class: "option" },
    element("input", { type: "radio", name: field.name, value, checked: value === chosen }),
    field.kind === "shapes" && shape(value),
    element("span", {}, sized(value)),
  );
}

function customSize(value, own) {
  return element("input", {
    type: "text",
    name: "custom_size",
    value: own ? value : "",
    placeholder: "WIDTHxHEIGHT",
    pattern: "[0-9]+[x×][0-9]+",
    "aria-label": "Another size, such as 1280x720",
    class: "custom",
  });
}

function choices(field, value) {
  const own = Boolean(value) && !field.options.includes(value);
  const chosen = own ? "custom" : (value ?? field.standard);
  return element(
    "fieldset",
    { class: `field ${field.kind}`, "data-field": field.name },
    element("legend", {}, labelOf(field)),
    element(
      "div",
      { class: "options-row" },
      field.options.map((one) => option(field, one, chosen)),
      field.custom && option(field, "custom", chosen),
    ),
    field.custom && customSize(value, own),
    field.hint && element("p", { class: field.custom ? "fine hint of-custom" : "fine hint" }, field.hint),
  );
}

function line(field, input) {
  return element(
    "div",
    { class: `field ${field.kind}`, "data-field": field.name },
    element("div", { class: "label" }, element("label", { for: idOf(field) }, labelOf(field))),
    input,
    field.hint && element("p", { class: "fine hint", id: `${idOf(field)}-hint` }, field.hint),
  );
}

function input(field, value) {
  const { name, min, max, step, placeholder, hint } = field;
  const described = hint ? `${idOf(field)}-hint` : null;
  return element("input", {
    id: idOf(field),
    name,
    type: field.kind,
    min,
    max,
    step,
    placeholder,
    value: value ?? field.standard,
    "aria-describedby": described,
  });
}

function flag(field, value) {
  return element(
    "label",
    { class: "field flag", "data-field": field.name },
    element("input", { type: "checkbox", name: field.name, checked: value ?? field.standard }),
    element("span", {}, field.label),
  );
}

/** The element of a field, with its value. */
export function fieldElement(field, value) {
  if (field.kind === "flag") return flag(field, value);
  return field.kind === "number" || field.kind === "text" ? line(field, input(field, value)) : choices(field, value);
}
