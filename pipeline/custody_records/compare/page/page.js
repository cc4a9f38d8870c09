let current = null;

const share = (value) => (value === null ? "–" : value.toFixed(2));

function showFigures() {
  const head = el("tr", {}, ...["field", "precision", "recall", "F1", "tp", "fp", "fn"].map((h) => el("th", { scope: "col" }, h)));
  const rows = data.fields.map((name) => [name, data.summary.fields[name]]).map(([name, figures]) =>
    el("tr", {}, el("th", { scope: "row" }, name),
      ...["precision", "recall", "f1"].map((metric) => {
        const spread = figures.interval[metric];
        const cell = el("td", {}, share(figures.micro[metric]) + " ");
        if (spread) cell.append(el("small", {}, `${share(spread[0])}–${share(spread[1])}`));
        return cell;
      }),
      ...["tp", "fp", "fn"].map((count) => el("td", {}, String(figures[count])))));
  at("figures").append(el("thead", {}, head), el("tbody", {}, ...rows));
}

function chosen(difference) {
  const [field, kind, rule] = ["field", "kind", "rule"].map((name) => at(name).value);
  return (!field || difference.field === field) && (!kind || difference.kind === kind) &&
    (!rule || difference.rules.includes(rule));
}

function found(article) {
  const words = at("search").value.trim().toLowerCase();
  const shown = article.differences.filter(chosen);
  if (!words) return shown;
  const named = (article.id + " " + article.title).toLowerCase().includes(words);
  return named ? shown : shown.filter((d) => d.text.toLowerCase().includes(words));
}

function listArticles() {
  const filtered = ["field", "kind", "rule", "search"].some((name) => at(name).value);
  const rows = [];
  let total = 0;
  for (const article of data.articles) {
    const count = found(article).length;
    const named = at("search").value && (article.id + " " + article.title).toLowerCase().includes(at("search").value.trim().toLowerCase());
    if (filtered && !count && !named) continue;
    total += count;
    const button = el("button", { type: "button", "data-id": article.id, "aria-current": String(article === current) },
      article.title, el("br"), el("small", {}, `${article.id} · ${count} difference${count === 1 ? "" : "s"}`));
    button.addEventListener("click", () => show(article));
    rows.push(el("li", {}, button));
  }
  at("articles").replaceChildren(...rows);
  at("count").textContent = `${total} differences in ${rows.length} articles`;
}

const names = { both: "right", ours: "spurious", gold: "missing", unscored: "not scored" };

function marked(article) {
  const [field, rule] = [at("field").value, at("rule").value];
  const stretches = article.stretches.filter((s) => (!field || s[2] === field) && (!rule || s[5].includes(rule)));
  return cut(article.body, stretches, (open, text, from) => {
    const sides = open.map((s) => s[3]);
    const side = ["ours", "gold", "both", "unscored"].find((name) => sides.includes(name));
    const title = open.map((s) => `${s[2]}: ${s[4]} (${names[s[3]]}${s[5].length ? "; " + s[5].join(", ") : ""})`).join("\n");
    return el("mark", { class: side, title, "data-start": from }, text);
  });
}

function show(article) {
  current = article;
  const key = el("p", { class: "key" }, el("mark", { class: "both" }, "right"), el("mark", { class: "ours" }, "spurious"), el("mark", { class: "gold" }, "missing"));
  const text = el("div", { class: "text", lang: "und" }, ...marked(article));
  const parts = [el("h2", {}, article.title), key];
  if (article.notice) parts.push(el("p", { class: "notice" }, article.notice));
  parts.push(article.body ? text : el("p", {}, "The body is not beside the records: only the differences can be shown."));
  at("article").replaceChildren(...parts);
  at("article").scrollTop = 0;
  const rows = found(article).map((d) => {
    const button = el("button", { type: "button" },
      el("span", { class: "kind" }, d.kind.replace("_", " ") + " · " + d.field), el("br"), d.text);
    if (d.rules.length) button.append(el("br"), el("span", { class: "rules" }, d.rules.join(", ")));
    button.addEventListener("click", () => point(d.place));
    return el("li", { class: d.kind }, button);
  });
  at("differences").replaceChildren(el("h2", {}, `${rows.length} difference${rows.length === 1 ? "" : "s"}`), el("ul", {}, ...rows));
  for (const button of at("articles").querySelectorAll("button"))
    button.setAttribute("aria-current", String(button.dataset.id === article.id));
}

/* Bring a stretch of the text into view. */
function point(place) {
  for (const mark of document.querySelectorAll("mark.at")) mark.classList.remove("at");
  const mark = place === null ? null : at("article").querySelector(`mark[data-start="${place}"]`);
  if (!mark) return;
  mark.classList.add("at");
  mark.scrollIntoView({ block: "center" });
}

function fill(id, values) {
  at(id).append(...[...new Set(values)].sort().map((value) => el("option", { value }, value.replace("_", " "))));
}

function refresh() {
  listArticles();
  if (current) show(current);
}

const all = data.articles.flatMap((article) => article.differences);
fill("field", data.fields);
fill("kind", all.map((d) => d.kind));
fill("rule", all.flatMap((d) => d.rules).concat(data.articles.flatMap((a) => a.stretches.flatMap((s) => s[5]))));
at("filters").addEventListener("input", refresh);
at("filters").addEventListener("submit", (event) => event.preventDefault());
showFigures();
listArticles();
if (data.articles.length) show(data.articles[0]);
