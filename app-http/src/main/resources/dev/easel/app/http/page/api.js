// The one place that talks to the server, apart from its stream of events, which asks here, too.
import { token, tokenNeeded } from "./token.js";

/** The server said no. */
export class Refused extends Error {
  /** @param {Object} told the body of the answer, in the one shape of errors */
  constructor(status, told) {
    super(told.error ?? `The server answered ${status}.`);
    Object.assign(this, { status, code: told.code, entry: told.id, at: told.at });
  }
}

/** The server could not be reached. */
export class Offline extends Error {
  constructor() {
    super("The server cannot be reached.");
  }
}

let ahead = 0;

/** The server's clock, as far as its answers tell: milliseconds since 1970. */
export const serverNow = () => Date.now() + ahead;

function learnTime(answer) {
  const date = Date.parse(answer.headers.get("Date") ?? "");
  const apart = date - Date.now();
  if (Math.abs(apart) > 2_000) ahead = apart;
}

function headers(body, more) {
  const given = token() ? { Authorization: `Bearer ${token()}` } : {};
  const content = body ? { "Content-Type": "application/json" } : {};
  return { ...given, ...content, ...more };
}

async function reach(path, { method, body, headers: more, signal }) {
  try {
    return await fetch(path, { method, headers: headers(body, more), body: body && JSON.stringify(body), signal });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Offline();
  }
}

/**
 * Asks the server; where it wants its token, the user is asked for it first.
 * @param {string} path
 * @param {{method?: string, body?: Object, headers?: Object, signal?: AbortSignal}} how
 * @returns {Promise<Response>} one of success
 * @throws {Refused|Offline}
 */
export async function ask(path, how = {}) {
  const given = token();
  const answer = await reach(path, how);
  if (answer.status === 401) {
    await tokenNeeded(given);
    return ask(path, how);
  }
  learnTime(answer);
  if (!answer.ok) throw new Refused(answer.status, await answer.json().catch(() => ({})));
  return answer;
}

const json = async (path, how) => (await ask(path, how)).json();
const entryPath = (id) => `/logs/${encodeURIComponent(id)}`;

function asked(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

export const health = () => json("/health");
export const budget = () => json("/budget");
export const models = async () => (await json("/models")).models;
export const logs = (parameters, signal) => json(`/logs${asked(parameters)}`, { signal });
export const statistics = (query, signal) => json(`/logs/stats${asked({ q: query })}`, { signal });
export const entry = (id) => json(entryPath(id));
export const explanation = (id) => json(`${entryPath(id)}/explanation`);
export const change = (id, wish) => json(entryPath(id), { method: "PATCH", body: wish });
export const estimate = (body, signal) => json("/estimate", { method: "POST", body, signal });

/**
 * Orders pictures and does not wait for them.
 * @param {string} key the idempotency key: with the same one nothing is made or paid twice
 */
export const generate = (body, key) =>
  json("/generate", { method: "POST", body, headers: { Prefer: "respond-async", "Idempotency-Key": key } });
