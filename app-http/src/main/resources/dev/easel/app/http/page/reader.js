// Who reads the page: the user of the server, or a caller, for whom the log is there to be read only.
import { element } from "./elements.js";
import { visible } from "./visible.js";

let name = null;

/** The name of the caller who reads; null where it is the user. */
export const caller = () => name;

/**
 * Learns who reads. What is marked `for-user` or `for-caller` is shown accordingly.
 * @param {Object} report the answer of `/budget`, in which a caller finds no budget but its own
 */
export function learnReader(report) {
  name = report.day ? null : (report.callers[0]?.caller ?? null);
  document.body.dataset.reader = name === null ? "user" : "caller";
}

const forCaller = (text) => text.replace(/; easel budget raise .* raises it/, "; the user of this server can raise it");

/** What the server says, without a command that a caller cannot run. */
export const worded = (text) => (name === null ? text : forCaller(text));

/** The same to be shown, right for every reader: it may be shown before it is known who reads. */
export function wording(text) {
  const other = forCaller(text);
  if (other === text) return visible(text);
  return [
    element("span", { class: "for-user" }, visible(text)),
    element("span", { class: "for-caller" }, visible(other)),
  ];
}
