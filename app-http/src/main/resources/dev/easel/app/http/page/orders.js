// Requests on their way: sent, refused, ended.
import * as api from "./api.js";
import { button, byId, element, tell } from "./elements.js";
import { price, promptOf, sentence, standing } from "./format.js";
import { live, took } from "./live.js";
import { say } from "./messages.js";
import { worded } from "./reader.js";
import { go } from "./route.js";
import { plain } from "./visible.js";

const own = new Set();

function idempotencyKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function accepted(told) {
  const entry = told.log_entry;
  own.add(entry.id);
  (told.warnings ?? []).forEach((warning) => say(sentence(warning)));
  took(entry);
  return entry;
}

const lost = "The server cannot be reached, so the request was not sent.";
const back = "The server is back, and the request got no answer. Sent again, nothing is made twice.";

/** Says that an order has not reached the server, and when it can be sent again. */
function unsent(again) {
  const told = element("span", {}, lost);
  live.addEventListener("open", () => (told.textContent = back), { once: true });
  byId("make-error").replaceChildren(told, " ", button("Send it again", again, { class: "link" }));
  byId("make-error").hidden = false;
}

/** Says why nothing is made. */
export function refused(failure) {
  const words = { no_api_key: "Then start the server again.", over_budget: "Nothing was sent." }[failure.code];
  const open = failure.entry && button("See the entry", () => go({ entry: failure.entry }), { class: "link" });
  byId("make-error").replaceChildren(
    ...[sentence(worded(failure.message)), words && ` ${words}`, " ", open].filter(Boolean),
  );
  byId("make-error").hidden = false;
}

/** Sends an order. With the key of an earlier try nothing is made twice. */
export async function order(wanted, orderKey = idempotencyKey()) {
  tell(byId("make-error"), "");
  try {
    return accepted(await api.generate(wanted, orderKey));
  } catch (failure) {
    if (failure instanceof api.Offline) unsent(() => order(wanted, orderKey));
    else refused(failure);
    return null;
  }
}

/** What was asked for with an entry, as a request; null for an edit, whose pictures are not kept. */
export function requestOf(entry) {
  if (entry.operation !== "generate") return null;
  const given = Object.entries(entry.parameters).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(given), provider: entry.provider, model: entry.model, prompt: entry.prompt };
}

function ended({ detail: entry }) {
  if (entry.state === "reserved" || !own.delete(entry.id)) return;
  const action = { words: "Open", run: () => go({ entry: entry.id }) };
  const done = entry.state === "settled";
  const words = done
    ? `Ready: ${plain(promptOf(entry).slice(0, 80))} · ${price(entry)}`
    : `${sentence(standing(entry))} ${entry.error ? sentence(worded(entry.error)) : ""}`;
  say(words, { alarm: !done, action });
}

/** Tells how the requests of this page end. */
export function watchOrders() {
  live.addEventListener("entry", ended);
}
