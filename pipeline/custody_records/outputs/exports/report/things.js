/* Facilities, people and organizations: a list of each, and a page of each one. */
const EMPTY = "Nothing passes the filters.";

function aboutThing(kind, thing) {
  const parts = { facilities: [thing.kind, thing.place, thing.country && countryName(thing.country)], people: [(thing.roles || []).slice(0, 4).join("; "), thing.ages && thing.ages.length ? `aged ${thing.ages.join(" or ")}` : null], organizations: [] }[kind];
  return parts.filter(Boolean).join(" · ");
}

function thingRow(kind, number) {
  const thing = data[kind][number];
  const about = aboutThing(kind, thing);
  return el("li", {}, el("a", { class: "row-link", href: address(pathOf(ADDRESS[kind], thing.id)) },
    el("strong", {}, own(thing.title)), about ? el("span", { class: "meta" }, " ", own(about)) : null,
    el("span", { class: "counts" }, [count(countOf(thing.events, "events"), "event"), count(countOf(thing.articles, "articles"), "article")].join(" · "))));
}

function things(kind) {
  const numbers = [...passing[kind]];
  const list = el("ol", { class: "rows" });
  batch(list, numbers, (n) => thingRow(kind, n));
  return [el("h2", {}, countOfKind(numbers.length, kind)), numbers.length ? list : el("p", { class: "empty" }, EMPTY)];
}

const DOUBT = {
  facilities: "Linked by its number or name alone: articles may mean different facilities. Check before you publish.",
  people: "Linked by name alone, by its sound or without a role in common: likely the same person. Check before you publish.",
  organizations: "Linked by name alone: likely the same body; check before you publish.",
};

function thingPage(kind) {
  const number = data[kind].findIndex((one) => one.id === state.id);
  if (number < 0) return [el("p", { class: "empty" }, "There is no such page in this report.")];
  const thing = data[kind][number];
  const merged = told(thing.events.filter((n) => passing.events.has(n)));
  const inside = thing.articles.filter((n) => passing.articles.has(n));
  const hidden = thing.events.length + thing.articles.length - inside.length - thing.events.filter((n) => passing.events.has(n)).length;
  const history = el("ol", { class: "history" });
  let year = null;
  for (const [event, list] of merged) {
    const own = /^\d{4}/.test(event.date || "") ? event.date.slice(0, 4) : "Undated";
    if (own !== year) history.append(el("li", { class: "year" }, el("h4", {}, own)));
    year = own;
    history.append(eventRow(event, list, kind === "facilities"));
  }
  return [
    el("p", { class: "meta" }, link(kind, `All ${kind}`)),
    el("h2", {}, own(thing.title)),
    !thing.sure && inside.length > 1 ? el("p", { class: "notice" }, DOUBT[kind]) : null,
    el("div", { class: "split" },
      el("div", {}, el("h3", {}, "History"), merged.length ? history : el("p", { class: "empty" }, "No event names it."),
        hidden ? el("p", { class: "notice" }, "The filters hide a part of this page.") : null),
      el("aside", { class: "side" }, thingFacts(kind, thing), kind === "facilities" && thing.at ? map([{ x: thing.at[0], y: -mercator(thing.at[1]), title: thing.title, weight: inside.length, facility: true, kind: kindOf(thing), href: location.hash }], 352, 240) : null,
        ...companions(kind, number, inside), el("h3", {}, count(inside.length, "article")), articleList(inside)))];
}

function thingFacts(kind, thing) {
  const facts = [["kind", thing.kind], ["place", thing.place], ["country", thing.country && countryName(thing.country)], ["also", (thing.names || []).filter((n) => !thing.title.toLowerCase().includes(n.toLowerCase())).join("; ")],
    ["roles", (thing.roles || []).join("; ")], ["age", (thing.ages || []).join(", ")],
    ["countries", kind === "facilities" ? null : countriesOf(thing)]].filter(([, value]) => value);
  return facts.length ? el("dl", { class: "facts card" }, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, own(value))])) : "";
}

function countriesOf(thing) {
  const counted = new Map();
  for (const n of thing.articles) for (const code of data.articles[n].countries) counted.set(code, (counted.get(code) || 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1]).map(([code, number]) => `${countryName(code)} (${number})`).join(", ");
}

/* Who and what else stands in the events of a thing. */
function companions(kind, number, inside) {
  const near = new Map();
  for (const n of data[kind][number].events) {
    const event = data.events[n];
    const named = [...event.subjects, ...event.actors, ...event.sources].map(([, who]) => who).filter(Boolean);
    if (event.of !== null) named.push(["facilities", event.of]);
    for (const who of named) if (who[0] !== kind || who[1] !== number) near.set(who.join(), [who, (near.get(who.join()) || [0, 0])[1] + 1]);
  }
  const list = [...near.values()].sort((a, b) => b[1] - a[1]).slice(0, 15);
  return list.length ? [el("h3", {}, "In the same events"), el("ul", { class: "plain" }, ...list.map(([who]) => el("li", {}, el("span", { class: `dot of-${who[0]}` }), thingLink(...who))))] : [];
}

function articleList(numbers) {
  const sorted = [...numbers].sort((a, b) => ((data.articles[a].published || "") < (data.articles[b].published || "") ? 1 : -1));
  const list = el("ul", { class: "rows" });
  batch(list, sorted, (n) => el("li", {}, articleLink(n), el("div", { class: "meta" }, articleMeta(data.articles[n]))));
  return list;
}
