// Foreign text as it is to be seen: what hides, or turns the reading direction, appears by its number.
import { element } from "./elements.js";

const unseen = /[^\P{C}\n\t\u200d]|[\p{Zl}\p{Zp}]/gu;
const named = (character) => `<U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;

const lined = (text) => text.replaceAll("\r\n", "\n");

/** The text, for a place that takes nothing but text. */
export const plain = (text) => lined(text).replace(unseen, named);

/** The text as children of an element, with what is named in it marked. */
export function visible(text) {
  const told = lined(text);
  const names = [...told.matchAll(unseen)].map(([character]) =>
    element("span", { class: "unseen" }, named(character)),
  );
  return told.split(unseen).flatMap((part, index) => (index ? [names[index - 1], part] : [part]));
}
