/* The comparison page: articles, one of them open, its differences, and the filters over them. */
function openComparison(told, review) {
  let current = null;
  const chosen = () => ({ field: at("field").value, kind: at("kind").value, rule: at("rule").value });
  const words = () => at("search").value.trim().toLowerCase();
  const named = (article) => (article.id + " " + article.title).toLowerCase().includes(words());

  function found(article) {
    const { field, kind, rule } = chosen();
    const shown = article.differences.filter((d) => (!field || d.field === field) && (!kind || d.kind === kind) && (!rule || d.rules.includes(rule)));
    return !words() || named(article) ? shown : shown.filter((d) => d.text.toLowerCase().includes(words()));
  }

  function listArticles() {
    const filtered = words() || Object.values(chosen()).some(Boolean);
    const counted = told.articles.map((article) => [article, found(article).length]);
    const rows = counted.filter(([article, count]) => !filtered || count || (words() && named(article)));
    at("articles").replaceChildren(...rows.map(([article, count]) => row(article, count)));
    const total = rows.reduce((sum, [, count]) => sum + count, 0);
    at("count").textContent = `${total} differences in ${rows.length} articles`;
  }

  function row(article, count) {
    const button = el("button", { type: "button", class: "row-link", "data-id": article.id, "aria-current": String(article === current) },
      own(article.title), el("div", { class: "meta" }, `${article.id} · ${count} difference${count === 1 ? "" : "s"}`));
    button.addEventListener("click", () => show(article));
    return el("li", {}, button);
  }

  function show(article) {
    current = article;
    at("article").replaceChildren(el("h2", {}, article.title), sidesKey(),
      article.notice ? el("p", { class: "notice" }, article.notice) : "",
      article.body ? comparedText(article, chosen()) : el("p", {}, "The body is not beside the records: only the differences can be shown."));
    at("article").scrollTop = 0;
    at("differences").replaceChildren(...differenceRows(article, found(article), review));
    for (const button of at("articles").querySelectorAll("button"))
      button.setAttribute("aria-current", String(button.dataset.id === article.id));
  }

  function fill(id, values) {
    at(id).append(...[...new Set(values)].sort().map((value) => el("option", { value }, value.replace("_", " "))));
  }

  const all = told.articles.flatMap((article) => article.differences);
  fill("field", told.fields);
  fill("kind", all.map((d) => d.kind));
  fill("rule", all.flatMap((d) => d.rules).concat(told.articles.flatMap((a) => a.spans.flatMap((s) => s[5]))));
  at("filters").addEventListener("input", () => { listArticles(); if (current) show(current); });
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  showFigures(at("figures"), told);
  if (told.command) at("decide").append("To say who was right, and mend gold: ", el("code", {}, told.command));
  listArticles();
  if (told.articles.length) show(told.articles[0]);
}
