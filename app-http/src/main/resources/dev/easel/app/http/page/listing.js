// The entries that a query finds, newest first, as far as they have been asked for.
import * as api from "./api.js";
import { latest, live } from "./live.js";

const page = 48;
const gathering = 150;

/** What comes of asking: a search that takes long is answered in parts, and goes on where the last one ended. */
async function* parts(parameters, signal) {
  let { cursor } = parameters;
  let wanted = page;
  do {
    const answer = await api.logs({ ...parameters, cursor, limit: wanted }, signal);
    wanted -= answer.count;
    cursor = wanted > 0 ? answer.next_cursor : null;
    yield { logs: answer.logs, next: answer.next_cursor, more: Boolean(cursor) };
  } while (cursor);
}

async function all(parameters, signal) {
  const found = [];
  for await (const { logs } of parts(parameters, signal)) found.push(...logs);
  return found;
}

/** Tells of `change` when the entries are others, or what is known of the query is. */
class Listing extends EventTarget {
  query = "";
  entries = [];
  next = null;
  /** What is wrong with the query, or why it could not be asked; null when nothing is. */
  trouble = null;
  loaded = false;
  /** Whether it goes on looking for what the query finds. */
  searching = false;
  #asking = new AbortController();
  #changed = new Set();
  #sifting = null;

  /** Asks anew, for a query. */
  async search(query) {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.query = query;
    await this.#take({ q: query }, []);
  }

  /** Asks for the entries before the last one. */
  async older() {
    if (this.next && !this.searching) await this.#take({ q: this.query, cursor: this.next });
  }

  async #take(parameters, kept) {
    const { signal } = this.#asking;
    this.searching = true;
    let before = kept;
    try {
      for await (const { logs, next, more } of parts(parameters, signal)) {
        if (signal.aborted) return;
        this.entries = [...(before ?? this.entries), ...logs.map((entry) => this.#known(latest(entry)))];
        before = null;
        this.next = next;
        this.trouble = null;
        this.searching = more;
        this.loaded = true;
        this.#tell();
      }
    } catch (failure) {
      if (signal.aborted) return;
      this.trouble = failure;
      this.searching = false;
      this.loaded = true;
      this.#tell();
    }
  }

  /** Takes an entry as it is now. */
  changed(entry) {
    if (!this.query) {
      this.#put(entry);
      this.#tell();
      return;
    }
    this.#changed.add(entry.id);
    this.#sifting ??= setTimeout(() => this.#sift(), gathering);
  }

  /** Asks which of the entries that changed the query finds. */
  async #sift() {
    const ids = [...this.#changed].slice(0, page);
    ids.forEach((id) => this.#changed.delete(id));
    const { signal } = this.#asking;
    const q = `${this.query} id:${ids.join(",")}`;
    const found = await all({ q }, signal).catch(() => null);
    this.#sifting = this.#changed.size ? setTimeout(() => this.#sift(), gathering) : null;
    if (!found || signal.aborted) return;
    this.entries = this.entries.filter(
      (entry) => !ids.includes(entry.id) || found.some((one) => one.id === entry.id),
    );
    found.forEach((entry) => this.#put(entry));
    this.#tell();
  }

  /** The same entry as it is among them where nothing of it has changed, so that nothing is drawn anew. */
  #known(entry) {
    const known = this.find(entry.id);
    return known && JSON.stringify(known) === JSON.stringify(entry) ? known : entry;
  }

  #put(entry) {
    const at = this.entries.findIndex((known) => known.id <= entry.id);
    if (at >= 0) this.entries.splice(at, this.entries[at].id === entry.id ? 1 : 0, this.#known(entry));
    else if (!this.next) this.entries.push(entry);
  }

  /** The entry of an id, where it is among them. */
  find(id) {
    return this.entries.find((entry) => entry.id === id);
  }

  /** The id of the entry so many places after another; undefined beyond the ends. */
  beside(id, steps) {
    const at = this.entries.findIndex((entry) => entry.id === id);
    return at < 0 ? undefined : this.entries[at + steps]?.id;
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

export const listing = new Listing();

live.addEventListener("entry", ({ detail }) => listing.changed(detail));
live.addEventListener("reset", () => listing.search(listing.query));
