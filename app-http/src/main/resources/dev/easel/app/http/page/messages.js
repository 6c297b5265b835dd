// Short messages at the edge of the page.
import { button, byId, element, tell } from "./elements.js";
import { sentence } from "./format.js";

const seconds = { status: 8, alert: 30 };
const region = byId("messages");

/** Messages stand where they are to be seen: in the dialog that is open, or at the edge of the page. */
function arrange() {
  const place = document.querySelector("dialog[open]") ?? document.body;
  if (region.parentElement !== place) place.append(region);
}

/**
 * Says something.
 * @param {string} text
 * @param {{alarm?: boolean, action?: {words: string, run: function}}} how an alarm stays longer
 */
export function say(text, { alarm = false, action } = {}) {
  const role = alarm ? "alert" : "status";
  const close = () => message.remove();
  const doing = action && button(action.words, () => (close(), action.run()), { class: "link" });
  const message = element(
    "div",
    { class: alarm ? "message alarm" : "message", role },
    element("p", {}, text),
    doing,
    button("×", close, { class: "quiet", "aria-label": "Close this message" }),
  );
  arrange();
  region.append(message);
  setTimeout(close, seconds[role] * 1000);
}

/**
 * Runs something that may fail, and says why it did.
 * @param {function(): Promise} work
 * @param {?Element} trouble where to say so; a message does where there is none
 */
export async function attempt(work, trouble = null) {
  if (trouble) tell(trouble, "");
  try {
    return await work();
  } catch (failure) {
    if (failure.name === "AbortError") return undefined;
    if (trouble) tell(trouble, sentence(failure.message));
    else say(sentence(failure.message), { alarm: true });
    return undefined;
  }
}

/** Brings messages back from a dialog that closes. */
export function watchMessages() {
  document.addEventListener("close", arrange, { capture: true });
}
