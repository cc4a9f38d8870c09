/* One search over everything that passes the filters, whichever view is open. */
const MOST = 30; // of a kind, before one asks for more
const lower = (text) => String(text || "").toLowerCase();

/* Texts are searched as they are held, which is cheaper than reading two thousand of them first. */
let texts = null;
function matcher(query) {
  const words = lower(query).split(/\s+/).filter(Boolean);
  return (...parts) => { const all = lower(parts.flat().filter(Boolean).join("\n")); return words.every((word) => all.includes(word)); };
}

function results() {
  texts ||= Array.from(held("body"), (node) => lower(node.textContent));
  const has = matcher(state.q);
  const found = [
    ["facilities", [...passing.facilities].filter((n) => has(data.facilities[n].title, data.facilities[n].names, data.facilities[n].place)), (n) => thingRow("facilities", n)],
    ["people", [...passing.people].filter((n) => has(data.people[n].title, data.people[n].roles)), (n) => thingRow("people", n)],
    ["organizations", [...passing.organizations].filter((n) => has(data.organizations[n].title)), (n) => thingRow("organizations", n)],
    ["events", [...passing.events].filter((n) => has(eventWords(data.events[n]))), (n) => eventRow(data.events[n])],
    ["articles", [...passing.articles].filter((n) => has(data.articles[n].id, data.articles[n].title, data.articles[n].publisher, texts[n])), articleHit],
  ];
  const total = found.reduce((sum, [, list]) => sum + list.length, 0);
  return [el("h2", {}, total ? "Found" : "Nothing found", ` for “${state.q}”`), total ? null : el("p", { class: "empty" }, isFiltered() ? "The filters are in force for the search, too." : "Every word must stand in one entry or text."), ...found.filter(([, list]) => list.length).map(resultGroup)];
}

const eventWords = (e) => [spoken(e.type), e.facility, e.place, e.evidence, ...[e.subjects, e.actors, e.sources].flat().map(([name]) => name)];

function resultGroup([kind, list, make]) {
  const rows = el("ol", { class: kind === "events" ? "history wide" : "rows" }, ...list.slice(0, MOST).map(make));
  const group = el("section", {}, el("h3", {}, countOfKind(list.length, kind)), rows);
  if (list.length > MOST) {
    const more = el("button", { type: "button", class: "button" }, `Show all ${list.length}`);
    more.addEventListener("click", () => { more.remove(); batch(rows, list, make); });
    group.append(more);
  }
  return group;
}

/* An article that was found, with the words around the first one that its text has. */
function articleHit(n) {
  const word = lower(state.q).split(/\s+/).find((w) => texts[n].includes(w));
  const body = word ? bodyOf(n) : "";
  const place = word ? lower(body).indexOf(word) : -1;
  const around = place < 0 ? null : el("blockquote", {}, own(`${place > 80 ? "…" : ""}${body.slice(Math.max(0, place - 80), place + 120).replaceAll("\n", " ")}…`));
  return el("li", {}, articleLink(n), el("div", { class: "meta" }, articleMeta(data.articles[n])), around);
}
