/* All events, in the order of time, latest first. */
function events() {
  const merged = told([...passing.events]).reverse();
  const [undated, dated] = [merged.filter(([e]) => sortKey(e.date) === "~"), merged.filter(([e]) => sortKey(e.date) !== "~")];
  const list = el("ol", { class: "history wide" });
  batch(list, [...dated, ...undated], ([event, numbers]) => eventRow(event, numbers));
  const folded = passing.events.size - merged.length;
  return [el("h2", {}, count(passing.events.size, "event")), folded ? el("p", { class: "meta" }, `${folded} of them told alike by another article stand with it.`) : null, merged.length ? list : el("p", { class: "empty" }, EMPTY)];
}
