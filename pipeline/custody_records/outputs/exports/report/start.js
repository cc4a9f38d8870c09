/* Puts the view of the address on the page, and keeps the filters and the search in it. */
const TABS = [["overview", "Overview"], ["events", "Events"], ["facilities", "Facilities"], ["people", "People"], ["organizations", "Organizations"], ["articles", "Articles"]];
const SHOW = {
  overview, events, articles, article: articlePage,
  facilities: () => things("facilities"), people: () => things("people"), organizations: () => things("organizations"),
  facility: () => thingPage("facilities"), person: () => thingPage("people"), organization: () => thingPage("organizations"),
};
const VIEWS = new Set(Object.keys(SHOW));
const TAB_OF = { article: "articles", facility: "facilities", person: "people", organization: "organizations" };
const isPage = () => state.view in TAB_OF && state.id;

const choices = {
  country: () => ["Country", Object.entries(data.countries)],
  facility: () => ["Facility", data.facilities.map((f) => [f.id, f.title])],
  type: () => ["Event", values("type")],
  status: () => ["Status", values("status")],
  told: () => ["Stated or inferred", [["stated", "stated"], ["inferred", "partly inferred"], ["unknown", "not told"]].filter(([v]) => data.events.some((e) => e.told === v))],
  publisher: () => ["Publisher", [...new Set(data.articles.map((a) => a.publisher).filter(Boolean))].sort().map((p) => [p, p])],
};
const values = (name) => [...new Set(data.events.map((e) => e[name]))].sort().map((v) => [v, spoken(v)]);

function drawFilters() {
  const rows = FILTERS.map((name) => (choices[name] ? choiceRow(name) : dateRow(name))).filter(Boolean);
  const clear = el("button", { type: "button", class: "button quiet" }, "Clear filters");
  clear.addEventListener("click", () => go(isPage() ? pathOf(state.view, state.id) : state.view, {}, state.q));
  clear.id = "clear";
  at("filters").replaceChildren(...rows, clear);
}

function choiceRow(name) {
  const [label, options] = choices[name]();
  if (options.length < 2 && name !== "told") return null;
  return el("label", { class: "field-row" }, label, el("select", { name }, el("option", { value: "" }, "all"), ...options.map(([value, text]) => el("option", { value }, text))));
}

const dateRow = (name) => el("label", { class: "field-row" }, name === "from" ? "From" : "Until", el("input", { name, size: 10, placeholder: "YYYY-MM-DD", pattern: "\\d{4}(-\\d\\d(-\\d\\d)?)?", title: "A year, a month or a day: 2019, 2019-07, 2019-07-31", inputmode: "numeric" }));

function filtersChanged(event) {
  event.preventDefault();
  if (!at("filters").reportValidity()) return;
  const told = Object.fromEntries([...new FormData(at("filters"))].filter(([, value]) => value));
  go(isPage() ? pathOf(state.view, state.id) : state.view, told, state.q);
}

function drawHead() {
  const current = TAB_OF[state.view] || state.view;
  at("tabs").replaceChildren(...TABS.map(([view, name]) => el("a", { href: address(view), "aria-current": !state.q && view === current ? "page" : null }, name)));
  if (at("search").value !== state.q && document.activeElement !== at("search")) at("search").value = state.q;
  for (const field of at("filters").elements) if (field.name) field.value = state.filters[field.name] || "";
  const on = Object.keys(state.filters).length;
  at("clear").hidden = !on;
  at("filter-count").textContent = on ? `(${on} on)` : "";
  at("status").textContent = ["articles", "events", "facilities", "people", "organizations"].map((kind) => countOfKind(passing[kind].size, kind)).join(" · ");
}

let last = null;
function draw() {
  readAddress();
  applyFilters();
  drawHead();
  const isSame = last === `${state.view}/${state.id}`;
  last = `${state.view}/${state.id}`;
  open = null;
  at("filter-box").hidden = state.view === "article";
  at("main").replaceChildren(...(state.q && !isPage() ? results() : SHOW[state.view]()).filter((part) => part !== null && part !== ""));
  const first = data.articles.find((a) => a.id === state.id);
  document.title = `${state.view === "article" && first ? first.title || first.id : "custody-records: report"}`;
  if (!isSame) scrollTo(0, 0);
  showPlace();
}

let waiting = null;
function searched() {
  clearTimeout(waiting);
  waiting = setTimeout(() => go(isPage() ? TAB_OF[state.view] : state.view, state.filters, at("search").value.trim()), 150);
}

function notes() {
  const copies = data.articles.filter((a) => a.duplicate_of !== null).length;
  const notes = ["Values were read by a program: check each against its article before you publish it."];
  if (copies) notes.push(`${count(copies, "article")} with the text of another ${copies === 1 ? "is" : "are"} shown with it and not counted.`);
  if (data.total > data.limit) {
    const over = `This page holds the first ${data.limit.toLocaleString("en")} of ${data.total.toLocaleString("en")} articles, and every number on it counts those alone. For all of them use the database: extract export sqlite.`;
    at("status").before(el("p", { class: "notice limit" }, over));
  }
  at("foot").append(...notes.map((note) => el("p", {}, note)));
}

at("find").addEventListener("submit", (event) => { event.preventDefault(); searched(); });
at("search").addEventListener("input", searched);
at("filters").addEventListener("change", filtersChanged);
at("filters").addEventListener("submit", filtersChanged);
at("main").addEventListener("click", chooseMark);
at("main").addEventListener("keydown", chooseMark);
document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); at("main").focus(); });
addEventListener("hashchange", draw);
at("filter-box").open = matchMedia("(min-width: 55rem)").matches;
drawFilters();
notes();
draw();
