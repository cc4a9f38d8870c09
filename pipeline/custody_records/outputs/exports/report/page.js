const byId = new Map(data.articles.map((article) => [article.id, article]));
const spaced = (text) => text.replaceAll("_", " ");
const words = () => at("search").value.trim().toLowerCase();
const shownFields = new Set(data.fields.filter((field) => field !== "events"));
let current = null;

/* ---- at a glance ---- */
function bars(title, rows) {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const list = rows.map(([name, count]) => {
    const bar = el("i", { "aria-hidden": "true" });
    bar.style.width = `${(100 * count) / most}%`;
    return el("div", { class: "bar" }, el("span", {}, name), bar, el("span", {}, String(count)));
  });
  return el("div", {}, el("h2", {}, title), ...(list.length ? list : [el("p", {}, "none")]));
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/* Plain degrees, cut to where the points are. */
function map() {
  if (!data.points.length) return el("div", {}, el("h2", {}, "Map"), el("p", {}, "No facility or place of the corpus has coordinates."));
  const xs = data.points.map((p) => p.at[0]);
  const ys = data.points.map((p) => p.at[1]);
  const [left, right] = [Math.max(-180, Math.min(...xs) - 8), Math.min(180, Math.max(...xs) + 8)];
  const [low, high] = [Math.max(-85, Math.min(...ys) - 6), Math.min(85, Math.max(...ys) + 6)];
  const picture = svg("svg", { viewBox: `${left} ${-high} ${right - left} ${high - low}`, role: "img", "aria-label": "Map of the facilities and places named" });
  const scale = Math.max(0.25, (right - left) / 220);
  for (const [x, y] of data.basemap)
    if (x > left && x < right && y > low && y < high) picture.append(svg("circle", { class: "town", cx: x, cy: -y, r: 0.55 * scale }));
  for (const point of [...data.points].sort((a, b) => (a.field < b.field ? 1 : -1))) {
    const dot = svg("circle", { class: `point ${point.field}`, cx: point.at[0], cy: -point.at[1], r: (0.9 + 0.25 * Math.min(6, point.articles.length)) * scale });
    dot.append(svg("title", {}, `${point.name}: ${point.articles.length} article(s)`));
    picture.append(dot);
  }
  return el("div", {}, el("h2", {}, "Map: facilities (red) and places (blue), over the world's larger towns"), picture);
}

function showGlance() {
  const { counts, months, top } = data.glance;
  const cards = [["articles", data.articles.length], ...data.fields.map((f) => [f, counts[f]])];
  at("glance").append(
    el("div", { class: "cards" }, ...cards.map(([name, count]) => el("div", { class: "card" }, el("b", {}, String(count)), name))),
    map(),
    el("div", { class: "grid" },
      bars("Articles by month", months),
      bars("Most cited statutes (articles)", top.statutes),
      bars("People by name (articles)", top.people),
      bars("Organisations by name (articles)", top.organizations),
      bars("Events by type", top.events)));
}

/* ---- facilities ---- */
function item(entry) {
  const open = el("button", { class: "link", type: "button" }, entry.title);
  open.addEventListener("click", () => { select("texts"); show(byId.get(entry.article)); });
  const row = el("li", {}, el("time", {}, entry.date || "no date"), entry.what);
  if (entry.status) row.append(el("span", { class: "status" }, entry.status));
  if (entry.who) row.append(" · " + entry.who);
  if (entry.evidence) row.append(el("blockquote", {}, entry.evidence));
  row.append(el("div", {}, open, entry.sources ? ` · according to ${entry.sources}` : ""));
  return row;
}

function facility(section) {
  const about = [section.kind && spaced(section.kind), section.place, section.country, section.sure ? null : "one thing by its number or name only: check"].filter(Boolean).join(" · ");
  return el("div", { class: "facility", id: `f-${section.id}` }, el("h3", {}, section.title),
    el("p", { class: "about" }, about), el("ol", { class: "timeline" }, ...section.timeline.map(item)));
}

function showFacilities() {
  const wanted = data.facilities.filter((section) => !words() || JSON.stringify(section).toLowerCase().includes(words()));
  batch(at("places"), wanted, facility);
  return `${wanted.length} facilities`;
}

/* Put rows on the page a screenful at a time: two thousand articles stay quick to open. */
function batch(target, rows, make) {
  target.replaceChildren();
  let next = 0;
  const end = el("div", {});
  const more = () => {
    end.remove();
    for (const row of rows.slice(next, next + 60)) target.append(make(row));
    next += 60;
    if (next < rows.length) { target.append(end); watch.observe(end); }
  };
  const watch = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) { watch.unobserve(end); more(); } });
  more();
}

/* ---- articles ---- */
function row(article) {
  const button = el("button", { type: "button", "aria-current": String(article === current), "data-id": article.id },
    article.title || article.id, el("small", {}, [article.published, article.publisher].filter(Boolean).join(" · ")));
  button.addEventListener("click", () => show(article));
  return el("li", {}, button);
}

function listArticles() {
  const wanted = data.articles.filter((a) => !words() || [a.id, a.title, a.body, ...a.stretches.map((s) => s[3])].join("\n").toLowerCase().includes(words()));
  batch(at("articles"), wanted, row);
  return `${wanted.length} articles`;
}

function show(article) {
  current = article;
  const stretches = article.stretches.filter((s) => shownFields.has(s[2]));
  const text = cut(article.body, stretches, (open, piece) => {
    const best = [...open].sort((a, b) => (a[1] - a[0]) - (b[1] - b[0]))[0];
    const title = open.map((s) => `${s[2]}: ${s[3]}\n(${s[4]})`).join("\n\n");
    return el("mark", { class: best[2], title }, piece);
  });
  const meta = [article.publisher, article.author, article.published && `${article.published} (from ${article.published_basis})`].filter(Boolean).join(" · ");
  const parts = [el("h2", {}, article.title || article.id), el("p", { class: "meta" }, meta)];
  if (/^https?:\/\//.test(article.url || "")) parts[1].append(" · ", el("a", { href: article.url, rel: "noreferrer noopener" }, article.url));
  if (article.notice) parts.push(el("p", { class: "notice" }, article.notice));
  if (article.absent.length) parts.push(el("p", { class: "notice" }, `Not extracted from this article: ${article.absent.join(", ")}.`));
  parts.push(article.body ? el("div", { class: "text", lang: "und" }, ...text) : el("p", {}, "The text is not part of this report."));
  at("article").replaceChildren(...parts);
  for (const button of at("articles").querySelectorAll("button")) button.setAttribute("aria-current", String(button.dataset.id === article.id));
}

function showFilters() {
  for (const field of data.fields) {
    const box = el("input", { type: "checkbox" });
    box.style.width = "auto";
    box.checked = shownFields.has(field);
    box.addEventListener("change", () => { box.checked ? shownFields.add(field) : shownFields.delete(field); if (current) show(current); });
    at("filters").append(el("label", { class: field }, box, " " + field));
  }
}

/* ---- tabs ---- */
const tabs = [...document.querySelectorAll("[role=tab]")];
function select(name) {
  for (const tab of tabs) {
    const chosen = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    at(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
}
for (const tab of tabs) {
  tab.addEventListener("click", () => select(tab.getAttribute("aria-controls")));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });
}
function refresh() { at("status").textContent = `${showFacilities()}, ${listArticles()}`; }
at("search").addEventListener("input", refresh);
at("filters").addEventListener("submit", (event) => event.preventDefault());
showFilters();
showGlance();
refresh();
if (data.articles.length) show(data.articles[0]);
select({ "#view-facilities": "places", "#view-articles": "texts" }[location.hash] || "glance");
