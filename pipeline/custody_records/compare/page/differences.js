/* The differences of one article. `review` makes the address at which a person says who was right. */
const KINDS = { missing: "is-warn", spurious: "is-bad", wrong_value: "is-info", wrong_attribute: "is-info" };

function differenceRows(article, found, review) {
  const rows = found.map((d) => {
    const button = el("button", { type: "button", class: "row-link" },
      el("span", { class: `chip ${KINDS[d.kind]}` }, `${d.kind.replace("_", " ")} · ${d.field}`), " ", own(d.text),
      d.rules.length ? el("div", { class: "meta" }, d.rules.join(", ")) : null);
    button.addEventListener("click", () => showPlace(d.place));
    const link = review && el("a", { class: "decide", href: review(article, d) }, "Who is right?");
    return el("li", { class: d.kind }, button, link);
  });
  return [el("h2", {}, `${rows.length} difference${rows.length === 1 ? "" : "s"}`), el("ul", { class: "rows" }, rows)];
}
