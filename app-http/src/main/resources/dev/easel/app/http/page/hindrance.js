// What keeps the request in the form from being sent, said at its button.
import { byId, tell } from "./elements.js";

const known = { prompt: null, budget: null };

/** Why the request cannot be sent, as far as it is known; null where nothing is in its way. */
export const hindrance = () => known.prompt ?? known.budget;

/**
 * Says what is in the way, or that nothing is.
 * @param {"prompt"|"budget"} of
 * @param {?string} words one sentence
 */
export function hinder(of, words) {
  known[of] = words;
  tell(byId("send-why"), hindrance());
  byId("send").setAttribute("aria-disabled", String(hindrance() !== null));
}
