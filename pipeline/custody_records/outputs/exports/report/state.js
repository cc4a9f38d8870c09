/* What is shown: an address (#view/id?filter=value), and what of the corpus passes its filters. */
const FILTERS = ["country", "facility", "type", "status", "told", "from", "to", "publisher"];
const state = { view: "overview", id: null, at: null, q: "", filters: {} };
let passing = null; // positions of what passes the filters, a set a kind

function readAddress() {
  const [path, query] = location.hash.slice(1).split("?");
  const [view, id, place] = path.split("/").map((part) => { try { return decodeURIComponent(part); } catch { return part; } });
  const told = new URLSearchParams(query || "");
  state.view = VIEWS.has(view) ? view : "overview";
  state.id = id || null;
  state.at = place === undefined || place === "" ? null : Number(place);
  state.q = told.get("q") || "";
  state.filters = Object.fromEntries(FILTERS.map((name) => [name, told.get(name)]).filter(([, value]) => value));
}

/* The address of a view, with the filters in force (or others); a search is left behind. */
function address(path, filters) {
  const told = new URLSearchParams(filters || state.filters).toString();
  return `#${path}${told ? `?${told}` : ""}`;
}
const pathOf = (view, ...parts) => [view, ...parts.map(encodeURIComponent)].join("/");
const pageOf = (ref) => pathOf(...ref.split("/"));

function go(path, filters, q) {
  const told = new URLSearchParams(filters || state.filters);
  if (q) told.set("q", q);
  location.hash = `${path}${told.toString() ? `?${told}` : ""}`;
}

/* An event's own day, else nothing: a year that is not told cannot be before or after. */
const within = (date, from, to) => date && /^\d{4}/.test(date) && (!from || date >= from) && (!to || date.slice(0, to.length) <= to);

function eventPasses(event, f) {
  const article = data.articles[event.article];
  return (!f.type || event.type === f.type) && (!f.status || event.status === f.status) && (!f.told || event.told === f.told) &&
    (!f.facility || (event.of !== null && data.facilities[event.of].id === f.facility)) &&
    (!f.country || event.country === f.country) && (!f.publisher || (article.publisher || "") === f.publisher) &&
    ((!f.from && !f.to) || within(event.date || article.published, f.from, f.to));
}

function articlePasses(article, f) {
  return (!f.country || article.countries.includes(f.country)) && (!f.publisher || (article.publisher || "") === f.publisher) &&
    ((!f.from && !f.to) || within(article.published, f.from, f.to));
}

/* Filters on events leave those articles, facilities, people and bodies that such an event names. */
function applyFilters() {
  const f = state.filters;
  const ofEvents = Boolean(f.type || f.status || f.told);
  const events = new Set(data.events.keys());
  for (const n of data.events.keys()) if (!eventPasses(data.events[n], f)) events.delete(n);
  const told = new Set([...events].map((n) => data.events[n].article));
  const here = f.facility && data.facilities.find((one) => one.id === f.facility);
  const named = new Set(here ? here.articles : []);
  const articles = new Set();
  for (const [n, article] of data.articles.entries()) {
    if (article.duplicate_of !== null) continue;
    if (ofEvents ? told.has(n) : (told.has(n) || articlePasses(article, f)) && (!f.facility || named.has(n))) articles.add(n);
  }
  const keep = (kind) => new Set([...data[kind].keys()].filter((n) => thingPasses(kind, data[kind][n], f, ofEvents, events, articles)));
  passing = { events, articles, facilities: keep("facilities"), people: keep("people"), organizations: keep("organizations"), places: keep("places") };
}

function thingPasses(kind, thing, f, ofEvents, events, articles) {
  if (kind === "facilities" && ((f.facility && thing.id !== f.facility) || (f.country && thing.country !== f.country))) return false;
  if (kind === "places" && f.country && thing.country !== f.country) return false;
  return ofEvents && kind !== "places" ? thing.events.some((n) => events.has(n)) : thing.articles.some((n) => articles.has(n));
}

const shown = (kind) => [...passing[kind]].map((n) => data[kind][n]);
const isFiltered = () => Object.keys(state.filters).length > 0;
const countOf = (numbers, kind) => numbers.filter((n) => passing[kind].has(n)).length;
