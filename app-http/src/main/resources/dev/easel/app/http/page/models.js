// The models that the form lists, and what is to be known of one.
import { element } from "./elements.js";

const stages = { active: "Models", deprecated: "To be shut down" };

/** What stands in the list for a model that is not in it. */
export const other = "another";

/**
 * The options of the list.
 * @param {Object[]} cards the catalogue
 * @param {string} chosen the model that is
 */
export function modelOptions(cards, chosen) {
  const served = cards.filter((card) => stages[card.stage] || card.model === chosen);
  const groups = Object.entries(stages).map(([stage, label]) => [label, served.filter((card) => card.stage === stage)]);
  groups.push(["No longer served", served.filter((card) => !stages[card.stage])]);
  const option = (card) => element("option", { value: card.model, selected: card.model === chosen }, card.model);
  const known = groups
    .filter(([, of]) => of.length)
    .map(([label, of]) => element("optgroup", { label }, of.map(option)));
  const strange =
    chosen &&
    !cards.some((card) => card.model === chosen) &&
    element("option", { value: chosen, selected: true }, chosen);
  return [strange, ...known, element("option", { value: other }, "Another model…")].filter(Boolean);
}

function life(card) {
  if (card.stage === "shut_down") return `Shut down on ${card.shutdown}.`;
  return card.stage === "deprecated" ? `Will be shut down on ${card.shutdown}.` : "";
}

/** @param {?Object} card none where the catalogue does not know the model */
export function noteOf(card) {
  if (!card) return "The catalogue does not know this model: what it takes is not checked.";
  const instead = card.stage !== "active" && card.replacement ? `Use ${card.replacement} instead.` : "";
  const note = card.note ? `${card.note[0].toUpperCase()}${card.note.slice(1)}.` : "";
  return [life(card), instead, note].filter(Boolean).join(" ");
}
