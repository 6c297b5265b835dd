// The entries that a query finds, newest first, as far as they have been asked for.
import * as api from "./api.js";
import { latest, live } from "./live.js";

const page = 48;
const gathering = 150;

/** Tells of `change` when the entries are others, or what is known of the query is. */
class Listing extends EventTarget {
  query = "";
  entries = [];
  next = null;
  /** What is wrong with the query, or why it could not be asked; null when nothing is. */
  trouble = null;
  loaded = false;
  #asking = new AbortController();
  #changed = new Set();
  #sifting = null;

  /** Asks anew, for a query. */
  async search(query) {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.query = query;
    await this.#take({ q: query, limit: page }, []);
  }

  /** Asks for the entries before the last one. */
  async older() {
    if (this.next) await this.#take({ q: this.query, limit: page, cursor: this.next }, this.entries);
  }

  async #take(parameters, before) {
    const { signal } = this.#asking;
    try {
      const answer = await api.logs(parameters, signal);
      this.entries = [...before, ...answer.logs.map((entry) => this.#known(latest(entry)))];
      this.next = answer.next_cursor;
      this.trouble = null;
    } catch (failure) {
      if (signal.aborted) return;
      this.trouble = failure;
    }
    this.loaded = true;
    this.#tell();
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
    const answer = await api.logs({ q, limit: page }, signal).catch(() => null);
    this.#sifting = this.#changed.size ? setTimeout(() => this.#sift(), gathering) : null;
    if (!answer || signal.aborted) return;
    this.entries = this.entries.filter(
      (entry) => !ids.includes(entry.id) || answer.logs.some((found) => found.id === entry.id),
    );
    answer.logs.forEach((entry) => this.#put(entry));
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
