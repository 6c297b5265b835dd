// Short messages at the edge of the page.
import { button, byId, element } from "./elements.js";

const seconds = { status: 8, alert: 30 };

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
  byId("messages").append(message);
  setTimeout(close, seconds[role] * 1000);
}

/** Runs something that may fail, and says why it did. */
export async function attempt(work) {
  try {
    return await work();
  } catch (failure) {
    if (failure.name !== "AbortError") say(failure.message, { alarm: true });
    return undefined;
  }
}
