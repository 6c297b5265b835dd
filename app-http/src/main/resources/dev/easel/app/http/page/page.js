// The page: puts its parts together.
import { watchBudget } from "./budget.js";
import { watchDetail } from "./detail.js";
import { byId } from "./elements.js";
import { watchEstimate } from "./estimate.js";
import { watchForm } from "./form.js";
import { watchKeys } from "./keys.js";
import { live, start } from "./live.js";
import { attempt, watchMessages } from "./messages.js";
import { watchOrders } from "./orders.js";
import { watchRunning } from "./running.js";
import { watchSearch } from "./search.js";
import { watchStatistics } from "./statistics.js";
import { takeToken } from "./token.js";
import { watchViews } from "./views.js";

function connection(kind, words) {
  byId("connection").className = `connection ${kind}`;
  byId("connection").textContent = words;
}

function watchConnection() {
  live.addEventListener("open", () => connection("open", "Live"));
  live.addEventListener("closed", () => connection("closed", "Offline, trying again"));
}

takeToken();
watchConnection();
watchMessages();
watchKeys();
watchSearch();
watchRunning();
watchOrders();
watchBudget();
watchEstimate();
watchStatistics();
watchDetail();
watchViews();
attempt(watchForm);
start();
