// Requests on their way: sent, refused, ended.
import * as api from "./api.js";
import { button, byId, tell } from "./elements.js";
import { price, promptOf, sentence, standing } from "./format.js";
import { live, took } from "./live.js";
import { say } from "./messages.js";
import { go } from "./route.js";

const own = new Set();

function idempotencyKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function accepted(told) {
  const entry = told.log_entry;
  own.add(entry.id);
  (told.warnings ?? []).forEach((warning) => say(warning));
  took(entry);
  return entry;
}

/** Says why nothing is made. */
export function refused(failure, again) {
  const words = { no_api_key: "Then start the server again.", over_budget: "Nothing was sent." }[failure.code];
  const retry = failure instanceof api.Offline && button("Send it again", again, { class: "link" });
  const open = failure.entry && button("See the entry", () => go({ entry: failure.entry }), { class: "link" });
  byId("make-error").replaceChildren(
    ...[sentence(failure.message), words && ` ${words}`, " ", retry, open].filter(Boolean),
  );
  byId("make-error").hidden = false;
}

/** Sends an order. With the key of an earlier try nothing is made twice. */
export async function order(wanted, orderKey = idempotencyKey()) {
  tell(byId("make-error"), "");
  try {
    return accepted(await api.generate(wanted, orderKey));
  } catch (failure) {
    refused(failure, () => order(wanted, orderKey));
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
    ? `Ready: ${promptOf(entry).slice(0, 80)} · ${price(entry)}`
    : `${sentence(standing(entry))} ${entry.error ?? ""}`;
  say(words, { alarm: !done, action });
}

/** Tells how the requests of this page end. */
export function watchOrders() {
  live.addEventListener("entry", ended);
}
