"use strict";
// Prompts and errors are foreign text: they go into the page as text and never as markup.
const key = "easel-token";
const byId = (id) => document.getElementById(id);
const fragment = new URLSearchParams(location.hash.slice(1)).get("token");
const wanted = new URLSearchParams(location.hash.slice(1)).get("entry"); // `/#entry=ID` leads to an explanation
if (fragment) {
  sessionStorage.setItem(key, fragment);
  history.replaceState(null, "", location.pathname);
}

async function ask(path, change) {
  const token = sessionStorage.getItem(key);
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  if (change) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, change ? { method: "PATCH", headers, body: JSON.stringify(change) } : { headers });
  if (answer.status === 401) {
    sessionStorage.removeItem(key);
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
  if (!stored) return part("div", entry.error ?? standing(entry) ?? "no picture to show", "none");
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

function settleable(entry) {
  return entry.state === "unknown" || (entry.state === "settled" && entry.cost.usd === null);
}

function standing(entry) {
  return entry.state === "reserved" && entry.code ? "queued" : states[entry.state];
}

function facts(entry) {
  const seconds = entry.latency_ms === null ? "" : `${(entry.latency_ms / 1000).toFixed(1)} s`;
  const several = entry.images.length > 1 ? `${entry.images.length} pictures` : "";
  const risk = entry.at_risk_usd === null ? "" : `up to ${dollars(entry.at_risk_usd)} at risk`;
  const made = entry.cost.usd === null ? risk || "cost unknown" : dollars(entry.cost.usd);
  const cost = entry.state === "settled" ? made : standing(entry);
  return [entry.model, cost, seconds, several].filter(Boolean).join(" · ");
}

function row(line) {
  const quantity = (line.tokens ?? line.images).toLocaleString("en-US");
  const kind = line.class === "per_image" ? "pictures" : `${line.class.replace("_", " ")} tokens`;
  const per = line.per === 1000000 ? "million" : line.per === 1 ? "picture" : line.per.toLocaleString("en-US");
  const cells = [
    part("td", quantity, "number"),
    part("td", kind, ""),
    part("td", `at ${dollars(line.rate_usd)} per ${per}`, "fine"),
    part("td", dollars(line.usd), "number"),
    part("td", line.origin ?? (line.assumed ? "counted by Easel" : ""), "fine"),
  ];
  const element = document.createElement("tr");
  element.append(...cells);
  return element;
}

function rows(lines) {
  const table = document.createElement("table");
  table.append(...lines.map(row));
  return lines.length ? [table] : [];
}

function call(attempt) {
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
  const queued = attempt.queued_ms ? `; sent after ${seconds(attempt.queued_ms)} in the queue` : "";
  const wait = attempt.wait_ms === null ? "" : `; waited ${seconds(attempt.wait_ms)}`;
  return (attempt.code === null ? "answered" : `${attempt.code}: ${attempt.message}`) + queued + wait;
}

function explained(told) {
  const risk = told.at_risk_usd === null ? "cost unknown" : `up to ${dollars(told.at_risk_usd)} at risk`;
  const figure = told.usd === null ? risk : dollars(told.usd);
  const book = told.price_book ? `price book ${told.price_book}` : "";
  const said = (text, kind) => (text ? [part("p", text, kind)] : []);
  return [
    ...said([told.model, figure, book].filter(Boolean).join(" · "), ""),
    ...said(told.meaning, ""),
    ...said(told.error, "alarm"),
    ...rows(told.lines),
    ...said(told.sum?.text, "fine"),
    ...[...new Set(told.lines.map((line) => line.source))].flatMap((text) => said(`source: ${text}`, "fine")),
    ...said(told.why, ""),
    ...told.differences.flatMap((difference) => said(difference.text, "")),
    ...told.attempts.flatMap((attempt) => said(`call to the provider: ${call(attempt)}`, "fine")),
    ...said(told.usage && `usage as reported: ${JSON.stringify(told.usage)}`, "fine"),
    ...said(told.estimate?.text, ""),
    ...(told.estimate?.matches ? rows(told.estimate.lines) : []),
    ...said(told.again?.text, ""),
  ];
}

async function explain(id) {
  const told = await (await ask(`/logs/${encodeURIComponent(id)}/explanation`)).json();
  byId("explained").replaceChildren(...explained(told));
  byId("why").showModal();
}

function doing(words, kind, work) {
  const button = part("button", words, kind);
  button.type = "button";
  button.addEventListener("click", () => Promise.resolve(work()).catch((failure) => say(failure.message)));
  return button;
}

async function change(entry, wish) {
  await ask(`/logs/${encodeURIComponent(entry.id)}`, wish);
  await show();
}

function star(entry) {
  const button = doing(entry.star ? "★" : "☆", "act", () => change(entry, { star: !entry.star }));
  button.setAttribute("aria-label", "Star");
  button.setAttribute("aria-pressed", String(entry.star));
  return button;
}

function settle(entry) {
  const risk = entry.at_risk_usd === null ? "how much is not known" : `up to ${dollars(entry.at_risk_usd)}`;
  byId("settle-about").textContent = entry.prompt.slice(0, 200) || entry.id;
  byId("settle-why").textContent = `${entry.error ?? states[entry.state] ?? "made at an unknown cost"} (${risk})`;
  byId("settle-usd").value = entry.at_risk_usd ?? "";
  const dialog = byId("settle");
  dialog.returnValue = "";
  dialog.onclose = () => settled(entry, dialog.returnValue).catch((failure) => say(failure.message));
  dialog.showModal();
}

async function settled(entry, answer) {
  const usd = byId("settle-usd").valueAsNumber;
  if (answer) await change(entry, { settle: answer, ...(answer === "charged" && { usd }) });
}

function actions(entry) {
  const line = part("div", "", "acts");
  line.append(star(entry), doing("Why it costs this", "act", () => explain(entry.id)));
  if (settleable(entry)) line.append(doing("Settle…", "act alarm", () => settle(entry)));
  return line;
}

async function card(entry) {
  const item = document.createElement("li");
  item.append(await picture(entry).catch((failure) => part("div", failure.message, "none")));
  const missing = entry.prompt_withheld ? "(prompt not kept)" : "no prompt";
  item.append(part("p", entry.prompt || missing, "prompt"));
  item.append(part("p", facts(entry), settleable(entry) ? "fine alarm" : "fine"));
  item.append(actions(entry));
  return item;
}

function totals(statistics) {
  const unpriced = statistics.unpriced ? `${statistics.unpriced} without a known cost` : "";
  const risk = statistics.at_risk_usd ? `${dollars(statistics.at_risk_usd)} at risk` : "";
  const requests = `${statistics.total_requests} request${statistics.total_requests === 1 ? "" : "s"}`;
  const cost = `${dollars(statistics.total_cost_estimate_usd)} settled`;
  const running = statistics.running ? `${statistics.running} under way` : "";
  return [requests, cost, risk, unpriced, running].filter(Boolean).join(" · ");
}

function bar(line) {
  const name = line.caller ? `${line.caller} today` : line.period === "day" ? "today" : "this month";
  const words = `${name} ${dollars(line.committed_usd)} of ${dollars(line.cap_usd)}`;
  const meter = document.createElement("meter");
  meter.max = 100;
  meter.high = 80;
  meter.optimum = 0;
  meter.value = Math.min(100, line.percent);
  meter.setAttribute("aria-label", words);
  const whole = part("span", "", line.level === "reached" ? "alarm" : "");
  whole.append(part("span", words, ""), meter, part("span", `${line.percent} %`, ""));
  return whole;
}

function budgets(report) {
  const lines = [report.day, report.month, ...report.callers].filter((line) => line && line.cap_usd !== null);
  byId("budget").replaceChildren(...lines.map(bar));
  byId("budget").hidden = lines.length === 0;
}

async function show() {
  say("");
  try {
    const statistics = await (await ask("/logs/stats")).json();
    const { logs } = await (await ask("/logs?limit=24")).json();
    byId("totals").textContent = totals(statistics);
    budgets(await (await ask("/budget")).json());
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
byId("why-close").addEventListener("click", () => byId("why").close());
byId("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(key, byId("token").value.trim());
  event.target.hidden = true;
  show();
});
show();
if (wanted) explain(wanted).catch((failure) => say(failure.message));
