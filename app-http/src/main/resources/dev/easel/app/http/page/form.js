// The form that makes pictures.
import * as api from "./api.js";
import { button, byId, element, tell } from "./elements.js";
import { showEstimate } from "./estimate.js";
import { fieldElement, mainFields, moreFields } from "./fields.js";
import { count, dollars, promptOf, sized, standing } from "./format.js";
import { live, took } from "./live.js";
import { attempt, say } from "./messages.js";
import { go } from "./route.js";

const key = "easel-form";
const other = "another";
const numbers = ["n", "seed", "steps", "output_compression", "partial_images", "frame_count", "frame_duration_ms"];
const stages = { active: "Models", deprecated: "To be shut down" };

let cards = [];
let provider = null;
let values = {};
let extras = {};
const own = new Set();

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
  const prompt = values.log_prompt === false ? "" : values.prompt;
  localStorage.setItem(key, JSON.stringify({ ...values, prompt }));
}

function modelOptions(chosen) {
  const served = cards.filter((card) => stages[card.stage] || card.model === chosen);
  const groups = Object.entries(stages).map(([stage, label]) => [label, served.filter((card) => card.stage === stage)]);
  groups.push(["No longer served", served.filter((card) => !stages[card.stage])]);
  const option = (card) => element("option", { value: card.model, selected: card.model === chosen }, card.model);
  const known = groups.filter(([, of]) => of.length).map(([label, of]) => element("optgroup", { label }, of.map(option)));
  const strange = chosen && !cardOf(chosen) && element("option", { value: chosen, selected: true }, chosen);
  return [strange, ...known, element("option", { value: other }, "Another model…")].filter(Boolean);
}

function life(card) {
  if (card.stage === "shut_down") return `Shut down on ${card.shutdown}.`;
  return card.stage === "deprecated" ? `Will be shut down on ${card.shutdown}.` : "";
}

function noteOf(card) {
  if (!card) return "The catalogue does not know this model: what it takes is not checked.";
  const instead = card.stage !== "active" && card.replacement ? `Use ${card.replacement} instead.` : "";
  const note = card.note ? `${card.note[0].toUpperCase()}${card.note.slice(1)}.` : "";
  return [life(card), instead, note].filter(Boolean).join(" ");
}

function build() {
  const card = cardOf(values.model);
  byId("model").replaceChildren(...modelOptions(values.model));
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
  fieldsOf(card).filter((field) => field.when).forEach((field) => {
    byId("make").querySelector(`[data-field="${field.name}"]`).hidden = !field.when(values);
  });
  byId("make").querySelectorAll(".custom, .of-custom").forEach((part) => {
    part.hidden = byId("make").elements.size.value !== "custom";
  });
}

function showCounts(card) {
  const length = Array.from(values.prompt).length;
  const most = card?.longest_prompt;
  byId("prompt-length").textContent = most ? `${count(length)} / ${count(most)}` : count(length);
  byId("options-summary").textContent = [values.model, sized(values.size), values.quality, values.n > 1 && `${values.n} pictures`].filter(Boolean).join(" · ");
}

function showExtras() {
  const names = Object.keys(extras);
  byId("extras").hidden = !names.length;
  const remove = button("Leave them out", () => ((extras = {}), build()), { class: "link" });
  byId("extras").replaceChildren("Also sent: ", names.map((name) => `${name} ${JSON.stringify(extras[name])}`).join(", "), " ", remove);
}

function sent(field) {
  const value = values[field.name];
  if (value === "" || value === undefined || (field.when && !field.when(values))) return undefined;
  return numbers.includes(field.name) ? Number(value) : value;
}

/** The request that the form stands for. */
function body() {
  const fields = fieldsOf(cardOf(values.model)).map((field) => [field.name, sent(field)]);
  const made = { ...extras, model: values.model, prompt: values.prompt, ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)) };
  if (provider) made.provider = provider;
  if (!made.partial_images) delete made.partial_images;
  else made.stream = true;
  if (made.log_prompt) delete made.log_prompt;
  return made;
}

function idempotencyKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function accepted(told) {
  const entry = told.log_entry;
  own.add(entry.id);
  if (entry.prompt_withheld) localStorage.setItem(key, JSON.stringify({ ...values, prompt: "" }));
  (told.warnings ?? []).forEach((warning) => say(warning));
  took(entry);
}

function refused(failure, again) {
  const words = { no_api_key: "Then start the server again.", over_budget: "Nothing was sent." }[failure.code];
  const retry = failure instanceof api.Offline && button("Send it again", again, { class: "link" });
  const open = failure.entry && button("See the entry", () => go({ entry: failure.entry }), { class: "link" });
  byId("make-error").replaceChildren(...[sentence(failure.message), words && ` ${words}`, " ", retry, open].filter(Boolean));
  byId("make-error").hidden = false;
}

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

/** Sends an order. With the key of an earlier try nothing is made twice. */
export async function order(wanted, orderKey = idempotencyKey()) {
  tell(byId("make-error"), "");
  try {
    accepted(await api.generate(wanted, orderKey));
  } catch (failure) {
    refused(failure, () => order(wanted, orderKey));
  }
}

async function submit(event) {
  event?.preventDefault();
  if (!values.prompt.trim()) {
    refused(new Error("Write what is to be seen in the picture."));
    byId("prompt").focus();
    return;
  }
  byId("send").disabled = true;
  await order(body());
  byId("send").disabled = false;
}

/** What was asked for with an entry, as a request; null for an edit, whose pictures are not kept. */
export function requestOf(entry) {
  if (entry.operation !== "generate") return null;
  const given = Object.entries(entry.parameters).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(given), provider: entry.provider, model: entry.model, prompt: entry.prompt };
}

/** Puts a request into the form. */
export function fill(request) {
  const { model, prompt, provider: named, stream, ...rest } = request;
  const known = fieldsOf(cardOf(model)).map((field) => field.name);
  provider = named ?? null;
  extras = Object.fromEntries(Object.entries(rest).filter(([name]) => !known.includes(name)));
  const told = Object.entries(rest).filter(([name]) => known.includes(name));
  values = { model, prompt, ...Object.fromEntries(told.map(([name, value]) => [name, typeof value === "boolean" ? value : String(value)])) };
  byId("prompt").value = prompt;
  byId("options").open = true;
  build();
  byId("prompt").focus();
}

function chooseModel() {
  const chosen = byId("model").value;
  const named = chosen === other ? window.prompt("The model’s whole name") : chosen;
  values = { ...values, model: named?.trim() || values.model };
  provider = null;
  build();
}

function ended({ detail: entry }) {
  if (entry.state === "reserved" || !own.delete(entry.id)) return;
  const action = { words: "Open", run: () => go({ entry: entry.id }) };
  const done = entry.state === "settled";
  const words = done ? `Ready: ${promptOf(entry).slice(0, 80)} · ${dollars(entry.cost.usd)}` : `${sentence(standing(entry))} ${entry.error ?? ""}`;
  say(words, { alarm: !done, action });
}

async function defaults() {
  const filled = await api.estimate({});
  return { model: filled.model, size: filled.size, quality: filled.quality };
}

async function showHealth() {
  const health = await api.health();
  const missing = health.api_key_configured ? null : `No key is configured for the provider ${health.provider}: nothing can be made. Set it and start the server again, or serve with --sandbox to try without one.`;
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
  live.addEventListener("entry", ended);
  live.addEventListener("open", () => attempt(showHealth));
  cards = await api.models();
  values = { ...(await defaults()), ...kept() };
  byId("prompt").value = values.prompt ?? "";
  build();
}
