/* The table of figures: precision, recall and F1 a field. */
const share = (value) => (value === null ? "–" : value.toFixed(2));

function showFigures(table, { fields, summary }) {
  const head = el("tr", {}, ["field", "precision", "recall", "F1", "tp", "fp", "fn"].map((h) => el("th", { scope: "col" }, h)));
  table.append(el("thead", {}, head), el("tbody", {}, fields.map((name) => figuresRow(name, summary.fields[name]))));
}

function figuresRow(name, figures) {
  const metrics = ["precision", "recall", "f1"].map((metric) => {
    const spread = figures.interval[metric];
    return el("td", {}, share(figures.micro[metric]), " ", spread && el("small", { class: "meta" }, `${share(spread[0])}–${share(spread[1])}`));
  });
  const counts = ["tp", "fp", "fn"].map((count) => el("td", {}, String(figures[count])));
  return el("tr", {}, el("th", { scope: "row" }, name), metrics, counts);
}
