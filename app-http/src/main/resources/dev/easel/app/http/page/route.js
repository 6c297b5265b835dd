// Where the reader is, in the address: the view, the query, the open entry. So the browser's Back works.
const views = ["pictures", "table", "spending"];
const listeners = [];

/** @returns {{view: string, query: string, entry: ?string}} */
export function place() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const view = parts.get("view");
  return { view: views.includes(view) ? view : "pictures", query: parts.get("q") ?? "", entry: parts.get("entry") };
}

/** The address of another place. */
export function address(changes) {
  const { view, query, entry } = { ...place(), ...changes };
  const parts = new URLSearchParams();
  if (view !== "pictures") parts.set("view", view);
  if (query) parts.set("q", query);
  if (entry) parts.set("entry", entry);
  return parts.size ? `#${parts}` : "#";
}

/** Goes to another place; `replace` leaves none to go back to. */
export function go(changes, { replace = false } = {}) {
  const target = address(changes);
  if (target === (location.hash || "#")) return;
  history[replace ? "replaceState" : "pushState"](null, "", target === "#" ? location.pathname : target);
  arrive();
}

function arrive() {
  listeners.forEach((listener) => listener(place()));
}

/** Tells a listener of each place, the present one first. */
export function onPlace(listener) {
  listeners.push(listener);
  listener(place());
}

window.addEventListener("popstate", arrive);
