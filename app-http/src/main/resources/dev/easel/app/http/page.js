"use strict";
const key = "easel-token";
const fragment = new URLSearchParams(location.hash.slice(1)).get("token");
if (fragment) {
  sessionStorage.setItem(key, fragment);
  history.replaceState(null, "", location.pathname);
}

async function ask(path) {
  const token = sessionStorage.getItem(key);
  const answer = await fetch(path, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  if (answer.status === 401) {
    document.getElementById("token-form").hidden = false;
    throw new Error("Give the token that the server printed at its first start.");
  }
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return answer;
}

function say(text) {
  const message = document.getElementById("message");
  message.textContent = text;
  message.hidden = !text;
}

const dollars = (amount) => (amount === null ? "cost unknown" : `$${amount}`);

function part(name, text, kind) {
  const element = document.createElement(name);
  element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

async function picture(entry) {
  const stored = entry.images.find((image) => image.sha256 && image.format !== "svg");
  if (!stored) return part("div", entry.state, "none");
  const image = document.createElement("img");
  image.alt = entry.prompt.slice(0, 120);
  const answer = await ask(`/pictures/${stored.sha256}?w=320`);
  image.src = URL.createObjectURL(await answer.blob());
  return image;
}

async function card(entry) {
  const item = document.createElement("li");
  item.append(await picture(entry).catch(() => part("div", "no picture", "none")));
  item.append(part("p", entry.prompt || entry.error || "no prompt"));
  const seconds = entry.latency_ms === null ? "" : ` · ${(entry.latency_ms / 1000).toFixed(1)} s`;
  item.append(part("p", `${entry.model} · ${dollars(entry.cost_estimate_usd)}${seconds} · ${entry.state}`, "fine"));
  return item;
}

function totals(statistics) {
  const unpriced = statistics.unpriced ? ` · ${statistics.unpriced} without a known cost` : "";
  const risk = statistics.at_risk_usd ? ` · ${dollars(statistics.at_risk_usd)} at risk` : "";
  return `${statistics.total_requests} requests · ${dollars(statistics.total_cost_estimate_usd)}${risk}${unpriced}`;
}

async function show() {
  say("");
  try {
    const statistics = await (await ask("/logs/stats")).json();
    document.getElementById("totals").textContent = totals(statistics);
    const { logs } = await (await ask("/logs?limit=24")).json();
    const cards = await Promise.all(logs.map(card));
    document.getElementById("pictures").replaceChildren(...cards);
    if (!logs.length) say("No pictures yet. POST /generate makes the first one.");
  } catch (failure) {
    document.getElementById("totals").textContent = "";
    say(failure.message);
  }
}

document.getElementById("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(key, document.getElementById("token").value.trim());
  event.target.hidden = true;
  show();
});
show();
