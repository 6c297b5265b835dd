// The form that makes pictures.
import * as api from "./api.js";
import { button, byId, tell } from "./elements.js";
import { showEstimate } from "./estimate.js";
import { fieldElement, mainFields, moreFields } from "./fields.js";
import { count, plural, sentence, sized } from "./format.js";
import { hinder, hindrance } from "./hindrance.js";
import { live } from "./live.js";
import { attempt } from "./messages.js";
import { modelOptions, noteOf, other } from "./models.js";
import { order, refused } from "./orders.js";
import { go } from "./route.js";

const key = "easel-form";
const numbers = ["n", "seed", "steps", "output_compression", "partial_images", "frame_count", "frame_duration_ms"];
let cards = [];
let provider = null;
let values = {};
let extras = {};
/** Whether the log keeps no prompts, as the last request has shown. */
let withheld = false;

const cardOf = (model) => cards.find((card) => card.model === model) ?? null;
const fieldsOf = (card) => [...mainFields(card), ...moreFields(card)];

function kept() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

/** Remembers the values, without a prompt that is to be kept nowhere. */
function keep() {
  const prompt = withheld || values.log_prompt === false ? "" : values.prompt;
  localStorage.setItem(key, JSON.stringify({ ...values, prompt }));
}

function build() {
  const card = cardOf(values.model);
  byId("model").replaceChildren(...modelOptions(cards, values.model));
  tell(byId("model-note"), noteOf(card));
  byId("fields").replaceChildren(...mainFields(card).map((field) => fieldElement(field, fitting(field, card))));
  byId("more-fields").replaceChildren(...moreFields(card).map((field) => fieldElement(field, values[field.name])));
  showExtras();
  read();
}

/** The value of a field where the model takes it; the form does not carry over what another took. */
function fitting(field) {
  const value = values[field.name];
  if (field.options && !field.custom && value && !field.options.includes(value)) return field.standard;
  return field.max && value > field.max ? field.max : value;
}

function valueOf(field) {
  const control = byId("make").elements[field.name];
  if (field.kind === "flag") return control.checked;
  const text = control?.value?.trim() ?? "";
  return text === "custom" ? byId("make").elements.custom_size.value.trim().replace("×", "x") : text;
}

function read() {
  const card = cardOf(values.model);
  const read = fieldsOf(card).map((field) => [field.name, valueOf(field)]);
  values = { model: values.model, prompt: byId("prompt").value, ...Object.fromEntries(read) };
  showConditions(card);
  showCounts(card);
  keep();
  showEstimate(values.model ? body() : null);
}

function showConditions(card) {
  fieldsOf(card)
    .filter((field) => field.when)
    .forEach((field) => {
      byId("make").querySelector(`[data-field="${field.name}"]`).hidden = !field.when(values);
    });
  byId("make")
    .querySelectorAll(".custom, .of-custom")
    .forEach((part) => {
      part.hidden = byId("make").elements.size.value !== "custom";
    });
}

function showCounts(card) {
  const length = Array.from(values.prompt).length;
  const most = card?.longest_prompt;
  showLength(length, most);
  byId("options-summary").textContent = [
    values.model,
    sized(values.size),
    values.quality,
    values.n > 1 && `${values.n} pictures`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function showLength(length, most) {
  const over = most ? length - most : 0;
  byId("prompt-length").textContent = most ? `${count(length)} / ${count(most)}` : count(length);
  byId("prompt-length").classList.toggle("alarm", over > 0);
  byId("prompt").setAttribute("aria-invalid", String(over > 0));
  hinder("prompt", over > 0 ? `The prompt is ${plural(over, "character")} longer than ${values.model} takes.` : null);
}

function showExtras() {
  const names = Object.keys(extras);
  byId("extras").hidden = !names.length;
  const remove = button("Leave them out", () => ((extras = {}), build()), { class: "link" });
  byId("extras").replaceChildren(
    "Also sent: ",
    names.map((name) => `${name} ${JSON.stringify(extras[name])}`).join(", "),
    " ",
    remove,
  );
}

function sent(field) {
  const value = values[field.name];
  if (value === "" || value === undefined || (field.when && !field.when(values))) return undefined;
  return numbers.includes(field.name) ? Number(value) : value;
}

/** The request that the form stands for. */
function body() {
  const fields = fieldsOf(cardOf(values.model)).map((field) => [field.name, sent(field)]);
  const made = {
    ...extras,
    model: values.model,
    prompt: values.prompt,
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
  };
  if (provider) made.provider = provider;
  if (!made.partial_images) delete made.partial_images;
  else made.stream = true;
  if (made.log_prompt) delete made.log_prompt;
  return made;
}

async function submit(event) {
  event?.preventDefault();
  if (!values.prompt.trim()) {
    refused(new Error("Write what is to be seen in the picture."));
    byId("prompt").focus();
    return;
  }
  if (hindrance()) {
    tell(byId("make-error"), "");
    showEstimate(body(), 0);
    return;
  }
  byId("send").disabled = true;
  const entry = await order(body());
  withheld = entry?.prompt_withheld ?? withheld;
  keep();
  byId("send").disabled = false;
}

/** Puts a request into the form. */
export function fill(request) {
  const { model, prompt, provider: named, stream, ...rest } = request;
  const known = fieldsOf(cardOf(model)).map((field) => field.name);
  provider = named ?? null;
  extras = Object.fromEntries(Object.entries(rest).filter(([name]) => !known.includes(name)));
  const told = Object.entries(rest).filter(([name]) => known.includes(name));
  values = {
    model,
    prompt,
    ...Object.fromEntries(told.map(([name, value]) => [name, typeof value === "boolean" ? value : String(value)])),
  };
  byId("prompt").value = prompt;
  byId("options").open = true;
  build();
  write();
}

/** Goes to the prompt; where there is little room, the form is beside the pictures only. */
export function write() {
  if (!byId("prompt").checkVisibility()) go({ view: "pictures" });
  byId("prompt").focus();
  byId("prompt").setSelectionRange(values.prompt.length, values.prompt.length);
}

function chooseModel() {
  const chosen = byId("model").value;
  const named = chosen === other ? window.prompt("The model’s whole name") : chosen;
  values = { ...values, model: named?.trim() || values.model };
  provider = null;
  build();
}

async function defaults() {
  const filled = await api.estimate({});
  return { model: filled.model, size: filled.size, quality: filled.quality };
}

async function showHealth() {
  const health = await api.health();
  const missing = health.api_key_configured
    ? null
    : `No key is configured for the provider ${health.provider}: nothing can be made. Set it and start the server again, or serve with --sandbox to try without one.`;
  byId("sandbox").hidden = health.sandbox !== true;
  tell(byId("make-trouble"), missing ?? (health.trouble && sentence(health.trouble)));
}

/** Shows the form as it was left the last time. */
export async function watchForm() {
  byId("options").open = matchMedia("(min-width: 60rem)").matches;
  byId("make").addEventListener("submit", submit);
  byId("make").addEventListener("input", (event) => event.target !== byId("model") && read());
  byId("model").addEventListener("change", chooseModel);
  byId("prompt").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  });
  live.addEventListener("open", () => attempt(showHealth));
  cards = await api.models();
  values = { ...(await defaults()), ...kept() };
  byId("prompt").value = values.prompt ?? "";
  build();
}
