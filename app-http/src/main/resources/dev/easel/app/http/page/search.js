// The line that searches, and the filters beside it.
import { button, byId, element } from "./elements.js";
import { go, onPlace, place } from "./route.js";

const patience = 250;
const filters = [
  ["Starred", "star:yes"],
  ["May have been charged", "state:unknown"],
  ["Not charged", "state:released"],
  ["Today", "since:today"],
  ["7 days", "since:7d"],
];
let waiting = null;

const words = (query) => query.split(/\s+/).filter(Boolean);

function turned(query, term) {
  const others = words(query).filter((word) => word !== term && word.split(":")[0] !== term.split(":")[0]);
  return (words(query).includes(term) ? others : [...others, term]).join(" ");
}

function filter([label, term]) {
  const turn = () => go({ query: turned(place().query, term) });
  return button(label, turn, { class: "filter", "data-term": term });
}

function arrived({ query }) {
  if (document.activeElement !== byId("query")) byId("query").value = query;
  byId("filters")
    .querySelectorAll("[data-term]")
    .forEach((made) => {
      made.setAttribute("aria-pressed", String(words(query).includes(made.dataset.term)));
    });
}

function typed() {
  clearTimeout(waiting);
  waiting = setTimeout(search, patience);
}

function search() {
  clearTimeout(waiting);
  go({ query: byId("query").value.trim(), entry: null }, { replace: true });
}

/** Marks the word of the query that is not understood. Places count characters, not code units. */
function marked(query, word, at) {
  const characters = Array.from(query);
  const end = Math.max(at, at - 1 + Math.max(1, Array.from(word ?? "").length));
  const part = (from, to) => characters.slice(from, to).join("");
  return element("code", { dir: "auto" }, part(0, at - 1), element("mark", {}, part(at - 1, end) || " "), part(end));
}

/** Shows what is wrong with the query, or that nothing is. */
export function showTrouble(query, trouble) {
  const place = byId("query-error");
  const wrong = trouble?.code === "bad_query";
  place.hidden = !trouble;
  byId("query").toggleAttribute("aria-invalid", false);
  if (wrong) byId("query").setAttribute("aria-invalid", "true");
  if (!trouble) return place.replaceChildren();
  const at = wrong && trouble.at ? [marked(query, trouble.at.word, trouble.at.column), element("br", {})] : [];
  return place.replaceChildren(...at, trouble.message);
}

/** Follows the reader's typing. */
export function watchSearch() {
  byId("filters").append(...filters.map(filter));
  byId("query").addEventListener("input", typed);
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  onPlace(arrived);
}
