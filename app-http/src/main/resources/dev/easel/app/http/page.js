"use strict";
// Prompts and errors are foreign text: they go into the page as text and never as markup.
const key = "easel-token";
const byId = (id) => document.getElementById(id);
const fragment = new URLSearchParams(location.hash.slice(1)).get("token");
if (fragment) {
  sessionStorage.setItem(key, fragment);
  history.replaceState(null, "", location.pathname);
}

async function ask(path) {
  const token = sessionStorage.getItem(key);
  const answer = await fetch(path, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  if (answer.status === 401) {
    byId("token-form").hidden = false;
    throw new Error("Give the token that the server printed at its first start.");
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw new Error(told.error ?? `The server answered ${answer.status}.`);
  }
  return answer;
}

function say(text) {
  byId("message").textContent = text;
  byId("message").hidden = !text;
}

function dollars(amount) {
  if (amount === null) return "cost unknown";
  return "$" + amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 9 });
}

function part(name, text, kind) {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = kind;
  return element;
}

async function source(path) {
  return URL.createObjectURL(await (await ask(path)).blob());
}

async function open(stored, prompt) {
  byId("whole").src = await source(`/pictures/${stored.sha256}`);
  byId("whole").alt = prompt;
  byId("large").showModal();
}

async function picture(entry) {
  const stored = entry.images.find((image) => image.sha256 && image.format !== "svg");
  if (!stored) return part("div", entry.error ?? states[entry.state] ?? "no picture to show", "none");
  const image = document.createElement("img");
  image.alt = entry.prompt.slice(0, 200);
  image.src = await source(`/pictures/${stored.sha256}?w=640`);
  const button = document.createElement("button");
  button.type = "button";
  button.append(image);
  button.addEventListener("click", () => open(stored, image.alt).catch((failure) => say(failure.message)));
  return button;
}

const states = { reserved: "under way", released: "not charged", unknown: "may have been charged" };

function facts(entry) {
  const seconds = entry.latency_ms === null ? "" : `${(entry.latency_ms / 1000).toFixed(1)} s`;
  const several = entry.images.length > 1 ? `${entry.images.length} pictures` : "";
  const cost = entry.state === "settled" ? dollars(entry.cost_estimate_usd) : states[entry.state];
  return [entry.model, cost, seconds, several].filter(Boolean).join(" · ");
}

async function card(entry) {
  const item = document.createElement("li");
  item.append(await picture(entry).catch((failure) => part("div", failure.message, "none")));
  item.append(part("p", entry.prompt || "no prompt", "prompt"));
  item.append(part("p", facts(entry), entry.state === "unknown" ? "fine alarm" : "fine"));
  return item;
}

function totals(statistics) {
  const unpriced = statistics.unpriced ? `${statistics.unpriced} without a known cost` : "";
  const risk = statistics.at_risk_usd ? `${dollars(statistics.at_risk_usd)} at risk` : "";
  const requests = `${statistics.total_requests} request${statistics.total_requests === 1 ? "" : "s"}`;
  const cost = dollars(statistics.total_cost_estimate_usd);
  return [requests, cost, risk, unpriced].filter(Boolean).join(" · ");
}

async function show() {
  say("");
  try {
    const statistics = await (await ask("/logs/stats")).json();
    const { logs } = await (await ask("/logs?limit=24")).json();
    byId("totals").textContent = totals(statistics);
    byId("first").hidden = logs.length > 0;
    byId("pictures").replaceChildren(...(await Promise.all(logs.map(card))));
  } catch (failure) {
    byId("totals").textContent = "";
    say(failure.message);
  }
}

byId("example").textContent =
  `curl ${location.origin}/generate -H 'Content-Type: application/json' \\\n  -d '{"prompt": "a lighthouse at dusk"}'`;
byId("large").addEventListener("click", () => byId("large").close());
byId("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(key, byId("token").value.trim());
  event.target.hidden = true;
  show();
});
show();
