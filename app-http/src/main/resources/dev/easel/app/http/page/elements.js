// Prompts and errors are foreign text: everything here goes into the page as text, never as markup.

/** The element of an id, which the page has. */
export const byId = (id) => document.getElementById(id);

function set(made, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (typeof value === "function") made.addEventListener(name.replace(/^on/, ""), value);
  else made.setAttribute(name, value === true ? "" : String(value));
}

function fill(made, attributes, children) {
  Object.entries(attributes).forEach(([name, value]) => set(made, name, value));
  made.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false && child !== ""),
  );
  return made;
}

/**
 * Makes an element.
 * @param {string} name
 * @param {Object} attributes by name; a function listens to the event after its `on`, true is an
 *   empty attribute, and null, undefined and false leave it out
 * @param {...(Node|string|number|Array)} children texts become text; what is empty is left out
 */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for a drawing. */
export function drawn(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** A button that does something. */
export function button(words, action, attributes = {}) {
  return element("button", { type: "button", onclick: action, ...attributes }, words);
}

/** Shows a text in an element, or hides the element where there is none. */
export function tell(target, text) {
  target.textContent = text ?? "";
  target.hidden = !text;
}

/** A term and what it says, for a list of facts; nothing where it says nothing. */
export function fact(term, ...said) {
  const told = said.flat().filter((one) => one !== null && one !== undefined && one !== false && one !== "");
  return told.length ? element("div", {}, element("dt", {}, term), element("dd", {}, ...told)) : null;
}

function focusedAct(node) {
  const active = document.activeElement;
  return node.contains(active) ? active.dataset.act : undefined;
}

function replace(old, fresh) {
  const act = focusedAct(old);
  old.replaceWith(fresh);
  if (act) fresh.querySelector(`[data-act="${act}"]`)?.focus();
}

/**
 * Makes the children of a list those of its items, in their order, and touches only what changed.
 * @param {Element} parent
 * @param {Array} items
 * @param {{key: function, make: function}} how `key` tells items apart; `make` makes the child of
 *   one, from the child it replaces where there is one
 */
export function reconcile(parent, items, { key, make }) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const old = known.get(key(item));
    known.delete(key(item));
    const child = old && old.item === item ? old : made(item, old, key, make);
    if (old && old !== child) {
      if (place === old) place = child;
      replace(old, child);
    }
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  known.forEach((child) => child.remove());
}

function made(item, old, key, make) {
  const child = make(item, old);
  child.item = item;
  child.dataset.key = key(item);
  return child;
}
