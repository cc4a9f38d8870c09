/* Small parts that several views are made of. */
const spoken = (value) => data.spoken[value] || value.replaceAll("_", " ");
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many || `${one}s`}`;
const countryName = (code) => data.countries[code] || code;
const STATUS = { reported: "info", alleged: "warn", denied: "bad", ordered_or_planned: "good" };
const ADDRESS = { facilities: "facility", people: "person", organizations: "organization" };
const ONE = { facilities: "facility", people: "person", organizations: "organization", events: "event", articles: "article" };
const countOfKind = (number, kind) => count(number, ONE[kind], kind);

const chip = (text, kind) => el("span", { class: `chip ${kind || ""}` }, text);
const statusChip = (status) => chip(spoken(status), `is-${STATUS[status]}`);
const link = (path, ...children) => el("a", { href: address(path) }, ...children);
const thingLink = (kind, number, text) => link(pathOf(ADDRESS[kind], data[kind][number].id), own(text || data[kind][number].title));

function articleLink(number, place) {
  const article = data.articles[number];
  const path = place === null || place === undefined ? pathOf("article", article.id) : pathOf("article", article.id, place);
  return link(path, own(article.title || article.id));
}

const articleMeta = (article) => [article.published || "no date", article.publisher].filter(Boolean).join(" · ");

/* Months and days in words; a date without a year, and TIMEX3's other forms, stay as they are. */
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
function dateText(date) {
  const found = /^(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?$/.exec(date || "");
  if (!found) return date || "no date";
  const [, year, month, day] = found;
  return [day && Number(day), MONTHS[Number(month) - 1], year !== "XXXX" && year].filter(Boolean).join(" ");
}

/* Where something stands in time; what has no year comes last. */
const sortKey = (date) => (date && /^\d{2}/.test(date) ? date.padEnd(4, "0") : "~");

function participants(list) {
  return list.flatMap(([name, who], n) => [n ? "; " : "", who ? thingLink(...who, name) : own(name)]);
}

/* One event as people read it: when, what, to whom, by whom, where, who says so, in which words. */
function eventRow(event, numbers, place) {
  const inferred = (setting) => event.inferred.includes(setting) && chip(`${setting} inferred`, "inferred");
  const where = [event.of !== null && !place ? thingLink("facilities", event.of) : event.of === null && event.facility ? own(event.facility) : null, event.place && event.place !== event.facility && own(event.place)].filter(Boolean);
  const who = [["to", event.subjects], ["by", event.actors]].filter(([, list]) => list.length).flatMap(([word, list]) => [` ${word} `, ...participants(list)]);
  const sources = event.sources.length ? ["according to ", ...participants(event.sources), " · "] : [];
  const told = numbers && numbers.length > 1 ? numbers.flatMap((n, i) => [i ? ", " : "", articleLink(data.events[n].article, data.events[n].at)]) : [articleLink(event.article, event.at), " · ", articleMeta(data.articles[event.article])];
  return el("li", { class: "event" },
    el("div", { class: "when" }, el("time", {}, dateText(event.date)), event.date ? inferred("date") : null),
    el("div", { class: "what" },
      el("p", { class: "line" }, el("strong", {}, sentence(spoken(event.type))), " ", statusChip(event.status), ...who, where.length ? [" · ", ...where.flatMap((w, i) => (i ? [", ", w] : [w]))] : null, " ", inferred("facility"), " ", inferred("place")),
      event.evidence && el("blockquote", {}, own(event.evidence)),
      el("p", { class: "meta" }, ...sources, ...told)));
}

/* What several articles tell alike stands once: [event, positions of all of them]. */
function told(numbers) {
  const groups = new Map();
  for (const n of numbers) {
    const e = data.events[n];
    const key = JSON.stringify([e.type, e.status, e.date, e.of, e.of === null && e.facility, e.subjects.map(([name]) => name.toLowerCase()).sort(), e.date ? null : n]);
    groups.set(key, (groups.get(key) || []).concat(n));
  }
  const merged = [...groups.values()].map((list) => [data.events[list[0]], list]);
  const order = (e) => `${sortKey(e.date)} ${data.articles[e.article].published || ""}`; // undated ones by their article
  return merged.sort(([a], [b]) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function bars(title, rows, hint) {
  const most = Math.max(1, ...rows.map(([, number]) => number));
  const list = rows.map(([name, number]) => {
    const bar = el("i", { "aria-hidden": "true" });
    bar.style.width = `${(100 * number) / most}%`;
    return el("li", {}, el("span", {}, name), bar, el("span", { class: "number" }, String(number)));
  });
  return el("section", { class: "bars" }, el("h3", {}, title), hint && el("p", { class: "meta" }, hint), list.length ? el("ol", {}, ...list) : el("p", { class: "empty" }, "none"));
}

function svg(tag, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}
