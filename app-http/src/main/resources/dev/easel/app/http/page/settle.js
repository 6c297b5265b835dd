// Says what became of an entry that may have been charged, or that did cost nobody knows how much.
import * as api from "./api.js";
import { button, element, tell } from "./elements.js";
import { dollars, sentence, settleable } from "./format.js";
import { took } from "./live.js";
import { say } from "./messages.js";

function risk(entry) {
  return entry.at_risk_usd === null
    ? "How much is not known."
    : `Up to ${dollars(entry.at_risk_usd)} is at risk and stays in the budgets until you say.`;
}

async function settle(entry, wish, trouble) {
  try {
    took(await api.change(entry.id, wish));
    say(wish.settle === "charged" ? `Settled: ${dollars(wish.usd)} was charged.` : "Settled: nothing was charged.");
  } catch (failure) {
    tell(trouble, sentence(failure.message));
  }
}

function told() {
  const words = "What became of its money is not known. The user of this server can settle it.";
  return element("p", { class: "note for-caller" }, words);
}

/** The question, where there is something to settle; a caller is told whom it is for. */
export function settling(entry) {
  return settleable(entry) ? [question(entry), told()] : null;
}

function question(entry) {
  const trouble = element("p", { class: "alarm", role: "alert", hidden: true });
  const amount = element("input", {
    id: "settle-usd",
    type: "number",
    min: "0.000000001",
    step: "any",
    inputmode: "decimal",
    required: true,
    value: entry.at_risk_usd,
  });
  const charged = (event) => {
    event.preventDefault();
    settle(entry, { settle: "charged", usd: amount.valueAsNumber }, trouble);
  };
  return element(
    "form",
    { class: "settle for-user", onsubmit: charged, "data-act": "settle" },
    element("h3", {}, entry.state === "unknown" ? "Was it charged?" : "What did it cost?"),
    element("p", {}, `${risk(entry)} The provider’s own usage page tells.`),
    element(
      "div",
      { class: "settle-line" },
      element("label", { for: "settle-usd" }, "Dollars"),
      amount,
      element("button", { class: "main" }, "It was charged"),
      button("It was not charged", () => settle(entry, { settle: "not_charged" }, trouble)),
    ),
    trouble,
  );
}
