// Says what became of an entry that may have been charged, or that did cost nobody knows how much.
import * as api from "./api.js";
import { button, element, tell } from "./elements.js";
import { dollars, settleable } from "./format.js";
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
    tell(trouble, failure.message);
  }
}

/** The question, where there is something to settle. */
export function settling(entry) {
  if (!settleable(entry)) return null;
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
    { class: "settle", onsubmit: charged, "data-act": "settle" },
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
