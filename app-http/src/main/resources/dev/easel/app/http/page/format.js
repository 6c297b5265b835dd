// How amounts, times and states are written; the tongue is that of the server's sentences.
const tongue = "en-US";

/** Dollars, to the last digit that is known. */
export function dollars(amount) {
  if (amount === null || amount === undefined) return "unknown";
  return "$" + amount.toLocaleString(tongue, { minimumFractionDigits: 2, maximumFractionDigits: 9 });
}

/** Dollars for the eye: cents from a dollar on, three significant digits below. */
export function roughly(amount) {
  if (amount === null || amount === undefined) return "unknown";
  if (amount === 0 || amount >= 1)
    return "$" + amount.toLocaleString(tongue, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    "$" +
    amount.toLocaleString(tongue, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 9,
      maximumSignificantDigits: 3,
      roundingPriority: "lessPrecision",
    })
  );
}

export const count = (number) => number.toLocaleString(tongue);

/** A number with its noun. */
export const plural = (number, noun) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;

/** How long something took. */
export function duration(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return "";
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} m ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}

/** How long something lasts, in whole seconds. */
export function lasting(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, "0")} s`;
}

export function size(bytes) {
  if (bytes === null || bytes === undefined) return "";
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayAndMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const wholeDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const whole = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "medium" });

/** The day of a moment as the reader has it, such as 2026-11-23. */
export function dayOf(moment) {
  const pad = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** The name of a day. */
export function dayName(day, now = new Date()) {
  if (day === dayOf(now)) return "Today";
  if (day === dayOf(new Date(now.getTime() - 86_400_000))) return "Yesterday";
  const date = new Date(`${day}T12:00:00`);
  return (date.getFullYear() === now.getFullYear() ? dayAndMonth : wholeDay).format(date);
}

export const timeOfDay = (timestamp) => clock.format(new Date(timestamp));

export function when(timestamp) {
  const moment = new Date(timestamp);
  return `${dayName(dayOf(moment))} ${clock.format(moment)}`;
}

export const exactly = (timestamp) => whole.format(new Date(timestamp));

const states = { reserved: "under way", settled: "settled", released: "not charged", unknown: "may have been charged" };

/** What became of the money of an entry, in words. */
export function standing(entry) {
  return entry.state === "reserved" && entry.code ? "queued" : states[entry.state];
}

/** Whether the user can say what an entry did cost. */
export function settleable(entry) {
  return entry.state === "unknown" || (entry.state === "settled" && entry.cost.usd === null);
}

/** The cost of an entry in a few words. */
export function price(entry, written = dollars) {
  if (entry.cost.usd !== null && entry.state === "settled") return written(entry.cost.usd);
  if (entry.at_risk_usd !== null && entry.state !== "reserved") return `up to ${written(entry.at_risk_usd)} at risk`;
  return entry.state === "settled" ? "cost unknown" : standing(entry);
}

export const promptOf = (entry) => entry.prompt || (entry.prompt_withheld ? "(prompt not kept)" : "(no prompt)");

/** A sentence with a capital and a full stop, whatever it came with. */
export const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

/** The words of a size, such as 1536×1024. */
export const sized = (text) => String(text ?? "").replace(/^(\d+)x(\d+)$/, "$1×$2");
export const shortId = (id) => id.slice(-6);
