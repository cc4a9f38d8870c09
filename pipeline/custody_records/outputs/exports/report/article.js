/* One article: its text with marks on the left, the values read from it on the right. */
const fieldsOn = new Set(data.fields.filter((field) => field !== "events"));
const held = (kind) => document.getElementsByClassName(kind);
const bodyOf = (number) => JSON.parse(held("body")[number].textContent);
let open = null; // the article's number, entries and body; the entry that is chosen

function articles() {
  const numbers = [...passing.articles].sort((a, b) => ((data.articles[a].published || "") < (data.articles[b].published || "") ? 1 : -1));
  const eventsIn = new Map();
  for (const n of passing.events) eventsIn.set(data.events[n].article, (eventsIn.get(data.events[n].article) || 0) + 1);
  const list = el("ol", { class: "rows" });
  batch(list, numbers, (n) => {
    const events = eventsIn.get(n) || 0;
    return el("li", {}, el("a", { class: "row-link", href: address(pathOf("article", data.articles[n].id)) }, el("strong", {}, own(data.articles[n].title || data.articles[n].id)),
      el("span", { class: "meta" }, " ", own(articleMeta(data.articles[n]))), el("span", { class: "counts" }, count(events, "event"))));
  });
  return [el("h2", {}, count(numbers.length, "article")), numbers.length ? list : el("p", { class: "empty" }, EMPTY)];
}

function articlePage() {
  const number = data.articles.findIndex((one) => one.id === state.id);
  if (number < 0) return [el("p", { class: "empty" }, "There is no such article in this report.")];
  const article = data.articles[number];
  open = { number, article, body: bodyOf(number), entries: JSON.parse(held("entries")[number].textContent), chosen: null };
  const same = data.articles.flatMap((one, n) => (one.duplicate_of !== null && (one.duplicate_of === article.id || (article.duplicate_of !== null && one.duplicate_of === article.duplicate_of && n !== number)) ? [n] : []));
  if (article.duplicate_of !== null) same.push(...data.articles.flatMap((one, n) => (one.id === article.duplicate_of ? [n] : [])));
  const meta = [article.publisher, article.author, article.published ? `${dateText(article.published)} (${article.published_basis.replace("-", " ")})` : "no date"].filter(Boolean);
  const outside = outward(article.url, article.url);
  const text = el("div", { class: "text", lang: article.language });
  const parts = el("div", {},
    el("p", { class: "meta" }, link("articles", "All articles")), headline(article) ? null : el("h2", {}, own(article.title || article.id)),
    el("p", { class: "meta" }, own(meta.join(" · ")), outside && [" · ", outside]),
    article.notice && el("p", { class: "notice" }, own(article.notice)),
    same.length ? el("p", { class: "notice" }, "The same text: ", ...same.flatMap((n, i) => [i ? ", " : "", articleLink(n)])) : null,
    article.absent.length ? el("p", { class: "notice" }, `Not extracted from this article: ${article.absent.join(", ")}.`) : null,
    fieldToggles(), open.body ? text : el("p", { class: "empty" }, "The text is not part of this report."));
  const panel = el("aside", { class: "side panel", "aria-label": "Values" });
  open.text = text; open.panel = panel;
  drawText(); drawPanel();
  return [el("div", { class: "split reading" }, parts, panel)];
}

function fieldToggles() {
  const inUse = data.fields.filter((field) => open.entries.some((e) => e[0] === field));
  return el("div", { class: "toggles", role: "group", "aria-label": "Fields to mark" }, ...inUse.map((field) => {
    const number = open.entries.filter((e) => e[0] === field).length;
    const button = el("button", { type: "button", class: `chip of-${field}`, "aria-pressed": String(fieldsOn.has(field)) }, `${field} ${number}`);
    button.addEventListener("click", () => {
      fieldsOn[fieldsOn.has(field) ? "delete" : "add"](field);
      button.setAttribute("aria-pressed", String(fieldsOn.has(field)));
      drawText();
    });
    return button;
  }));
}

/* The length of the headline where it is the text's first line: it is set once, and marked, too. */
const headline = (article) => (article.title && open.body.startsWith(`${article.title}\n`) ? Array.from(article.title).length : 0);

function drawText() {
  const spans = open.entries.flatMap(([field, , , , mentions], n) => (fieldsOn.has(field) || n === open.chosen ? mentions.map(([start, end]) => [start, end, n]) : []));
  const [length, started] = [headline(open.article), new Set()];
  const points = Array.from(open.body);
  const part = (from, to) => cut(points.slice(from, to).join(""), spans.filter((s) => s[0] < to && s[1] > from).map(([s, e, n]) => [Math.max(s, from) - from, Math.min(e, to) - from, n, s]), (over, text) => markOf(over, text, started));
  open.text.replaceChildren(...(length ? [el("h2", {}, ...part(0, length))] : []), ...part(length, points.length));
}

/* Where entries overlap the shortest is marked, but the one that is chosen before others. */
function markOf(over, text, started) {
  const near = [...over].sort((a, b) => (a[1] - a[0]) - (b[1] - b[0]));
  const [, , n, start] = near.find((s) => s[2] === open.chosen && s[1] - s[0] <= near[0][1] - near[0][0]) || near[0];
  const isFirst = !started.has(`${n} ${start}`);
  started.add(`${n} ${start}`);
  const control = isFirst ? { role: "button", tabindex: 0, "aria-label": `${text}: ${open.entries[n][0]}` } : {};
  return el("mark", { class: `of-${open.entries[n][0]}${over.some((s) => s[2] === open.chosen) ? " on" : ""}`, "data-start": start, "data-entry": n, ...control }, text);
}

/* A mark is chosen by mouse, touch or key: its value opens in the panel, which comes into view. */
function chooseMark(event) {
  const mark = event.target.closest("mark[data-entry]");
  if (!mark || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  choose(Number(mark.dataset.entry));
  open.panel.classList.add("sheet");
}

function choose(number, start) {
  const focused = document.activeElement; // drawing anew would lose the place of whoever types
  const again = open.panel.contains(focused) ? () => open.panel.querySelector(`[data-value="${number}"]`) : open.text.contains(focused) ? () => open.text.querySelector(`mark[data-entry="${focused.dataset.entry}"][data-start="${focused.dataset.start}"]`) : null;
  open.chosen = open.chosen === number && start === undefined ? null : number;
  drawText(); drawPanel();
  if (again && again()) again().focus({ preventScroll: true });
  if (open.chosen !== null) open.panel.querySelector(".open").scrollIntoView({ block: "nearest" });
  if (start !== undefined) {
    const mark = open.text.querySelector(`mark[data-start="${start}"].on`) || open.text.querySelector("mark.on");
    if (mark) mark.scrollIntoView({ block: "center" });
  }
}

function drawPanel() {
  const groups = data.fields.map((field) => [field, open.entries.map((e, n) => [e, n]).filter(([e]) => e[0] === field)]).filter(([, list]) => list.length);
  const close = el("button", { type: "button", class: "button close" }, "Close");
  close.addEventListener("click", () => { open.panel.classList.remove("sheet"); choose(null); });
  open.panel.replaceChildren(close, ...(groups.length ? groups.map(([field, list]) => el("section", { class: `of-${field}` }, el("h3", {}, `${field} `, el("span", { class: "meta" }, list.length)), el("ul", { class: "plain" }, ...list.map(([entry, n]) => panelEntry(entry, n))))) : [el("p", { class: "empty" }, "Nothing was read from this article.")]));
}

function panelEntry([, label, facts, makers, mentions, ref], number) {
  const isOpen = open.chosen === number;
  const button = el("button", { type: "button", class: "value", "data-value": number, "aria-expanded": String(isOpen) }, own(label), mentions.length > 1 ? el("span", { class: "meta" }, ` ×${mentions.length}`) : null);
  button.addEventListener("click", () => choose(number, mentions.length && open.chosen !== number ? mentions[0][0] : undefined));
  if (!isOpen) return el("li", {}, button);
  const places = mentions.map(([start], i) => {
    const jump = el("button", { type: "button", class: "button", "aria-label": `Mention ${i + 1}` }, String(i + 1));
    jump.addEventListener("click", () => choose(number, start));
    return jump;
  });
  return el("li", { class: "open" }, button, el("dl", { class: "facts" }, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, own(value))]), el("dt", {}, "read by"), el("dd", {}, makers.join(", "))),
    places.length > 1 ? el("div", { class: "jumps" }, "mentions ", ...places) : null, ref ? el("p", {}, link(pageOf(ref), "Its page, across articles")) : null);
}

/* An address that names a place in the text (#article/d003/120) shows it at once. */
function showPlace() {
  if (!open || state.at === null || !open.body) return;
  const number = open.entries.findIndex(([field, , , , mentions]) => field === "events" && mentions.some(([start]) => start === state.at));
  if (number >= 0) choose(number, state.at);
}
