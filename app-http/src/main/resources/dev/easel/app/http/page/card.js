// A picture of the gallery.
import * as api from "./api.js";
import { button, element } from "./elements.js";
import { exactly, price, promptOf, roughly, settleable, standing } from "./format.js";
import { took } from "./live.js";
import { attempt } from "./messages.js";
import { kept, thumbnail } from "./pictures.js";
import { wording } from "./reader.js";
import { address } from "./route.js";
import { plain, visible } from "./visible.js";

function nothing(entry) {
  return element(
    "span",
    { class: "none" },
    element("strong", {}, standing(entry)),
    element("span", { dir: "auto" }, wording(entry.error ?? "")),
  );
}

function frame(entry) {
  const [first, ...others] = kept(entry);
  return element(
    "a",
    {
      class: "frame",
      href: address({ entry: entry.id }),
      "data-open": entry.id,
      "data-act": "open",
      "data-shows": shows(entry),
      title: plain(promptOf(entry).slice(0, 300)),
    },
    first ? thumbnail(first, plain(promptOf(entry).slice(0, 200))) : nothing(entry),
    others.length > 0 &&
      element("span", { class: "several" }, `${others.length + 1}`, element("span", { class: "hidden" }, " pictures")),
  );
}

const shows = (entry) => kept(entry)[0]?.sha256 ?? `${entry.state} ${entry.code}`;

/**
 * A button that marks an entry with a star.
 * @param {?Element} trouble where to say why it cannot be done
 */
export function star(entry, trouble = null) {
  const turn = () => attempt(async () => took(await api.change(entry.id, { star: !entry.star })), trouble);
  return button(entry.star ? "★" : "☆", turn, {
    class: "star for-user",
    "aria-label": "Star",
    "aria-pressed": String(entry.star),
    "data-act": "star",
  });
}

/** @param {?Element} old the card of the same entry before: its picture is used again */
export function card(entry, old) {
  const before = old?.querySelector(".frame");
  return element(
    "li",
    { class: settleable(entry) ? "card doubtful" : "card" },
    before?.dataset.shows === shows(entry) ? before : frame(entry),
    star(entry),
    element("p", { class: "prompt", dir: "auto" }, visible(promptOf(entry))),
    element(
      "p",
      { class: "fine", title: exactly(entry.timestamp) },
      element("span", {}, entry.model),
      element("span", { class: "cost" }, price(entry, roughly)),
    ),
  );
}
