/* The text of an article with what both sides mark in it. */
const SIDES = { both: ["right", "is-good"], ours: ["spurious", "is-bad"], gold: ["missing", "is-warn"], unscored: ["not scored", "is-info"] };

function comparedText(article, { field, rule }) {
  const spans = article.spans.filter((s) => (!field || s[2] === field) && (!rule || s[5].includes(rule)));
  return el("div", { class: "text", lang: "und" }, cut(article.body, spans, (open, text, from) => {
    const sides = open.map((s) => s[3]);
    const side = ["ours", "gold", "both", "unscored"].find((name) => sides.includes(name));
    const title = open.map((s) => `${s[2]}: ${s[4]} (${SIDES[s[3]][0]}${s[5].length ? "; " + s[5].join(", ") : ""})`).join("\n");
    return el("mark", { class: `${side} ${SIDES[side][1]}`, title, "data-start": from }, text);
  }));
}

function sidesKey() {
  return el("p", { class: "key" }, ["both", "ours", "gold"].map((side) => el("mark", { class: `${side} ${SIDES[side][1]}` }, SIDES[side][0])));
}

/* Bring a place of the text into view. */
function showPlace(place) {
  for (const mark of document.querySelectorAll("mark.at")) mark.classList.remove("at");
  const mark = place === null ? null : at("article").querySelector(`mark[data-start="${place}"]`);
  if (!mark) return;
  mark.classList.add("at");
  mark.scrollIntoView({ block: "center" });
}
