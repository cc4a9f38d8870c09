/* The article's text with its coloured mentions, a paragraph a line of it. */

import { byId, make, masked, pieces } from "./dom.js";
import { choose } from "./values.js";
import { entries, isOpen, isOut, on, places, state } from "./state.js";

let lines = []; // [{start, length, node}], offsets in code points

export function showText() {
  const rows = masked(state.article.body).split("\n");
  let start = 0;
  lines = rows.map((text) => {
    const node = make("p", { class: text ? "line" : "line blank", "data-start": String(start) });
    const line = { start, length: Array.from(text).length, text, node };
    start += line.length + 1;
    return line;
  });
  paint();
  byId("text").replaceChildren(...lines.map((line) => line.node));
  byId("article").scrollTop = 0;
}

/* Mark the mentions, in the lines where something of them changed: an article may be long. */
function paint() {
  const spans = spansByLine();
  for (const line of lines) {
    const found = spans.get(line) || [];
    const told = found.map(([from, to, one]) => `${from} ${to} ${one.key} ${one.verdict}`).join();
    if (line.told === told) continue;
    line.told = told;
    line.node.replaceChildren(...pieces(line.text, found, (open, text) => marked(open, text)));
    if (!line.length) line.node.append(document.createElement("br"));
  }
}

function spansByLine() {
  const found = new Map();
  for (const one of entries())
    for (const place of places(one))
      for (let n = lineAt(place.start); n < lines.length && lines[n].start < place.end; n++) {
        const line = lines[n];
        const span = [Math.max(0, place.start - line.start), Math.min(line.length, place.end - line.start), one, place.end - place.start];
        if (span[0] < span[1]) found.set(line, [...(found.get(line) || []), span]);
      }
  return found;
}

/* The piece of text that some entries share: the shortest span gives its colour. */
function marked(open, text) {
  const ranked = [...open].sort((a, b) => isOut(a[2]) - isOut(b[2]) || a[3] - b[3]);
  const shown = ranked[0][2];
  const verdict = isOpen(shown) ? "is-open" : isOut(shown) ? "is-out" : "is-in";
  const long = shown.field === "events" ? " long" : "";
  const node = make("mark", { class: `of-${shown.field} ${verdict}${long}` }, text);
  node.dataset.keys = JSON.stringify(ranked.map((span) => span[2].key));
  return node;
}

/* The line that an offset stands in, by bisection. */
function lineAt(offset) {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/* ---- between offsets and the document ---- */

const units = (text, points) => Array.from(text).slice(0, points).join("").length;
const points = (text, unit) => Array.from(text.slice(0, unit)).length;

/* The node and offset of a code point of the body. */
export function position(offset) {
  const line = lines[lineAt(offset)];
  let left = units(line.text, offset - line.start);
  const walker = document.createTreeWalker(line.node, NodeFilter.SHOW_TEXT);
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
    last = node;
  }
  return last ? [last, last.length] : [line.node, 0];
}

/* The code point of the body at a node and offset of the document; null outside the text. */
export function offsetOf(node, offset) {
  const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".line");
  if (!element) return null;
  const line = lines[lineAt(Number(element.dataset.start))];
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return line.start + points(line.text, range.toString().length);
}

/* ---- what is chosen ---- */

function showChosen() {
  for (const mark of byId("text").querySelectorAll("mark.on")) mark.classList.remove("on");
  const chosen = state.chosen && entries().find((one) => one.key === state.chosen);
  const place = chosen && places(chosen)[0];
  if (!place) return;
  const first = lines[lineAt(place.start)].node;
  for (const { start, end } of places(chosen))
    for (let n = lineAt(start); n < lines.length && lines[n].start < end; n++)
      for (const mark of lines[n].node.querySelectorAll("mark"))
        if (JSON.parse(mark.dataset.keys).includes(state.chosen)) mark.classList.add("on");
  (first.querySelector("mark.on") || first).scrollIntoView({ block: "nearest" });
}

/* A click on a mark chooses its entry; clicks go on to the others that share the place. */
function clicked(event) {
  const mark = event.target.closest("mark");
  if (!mark || !getSelection().isCollapsed) return;
  const keys = JSON.parse(mark.dataset.keys);
  choose(keys[(keys.indexOf(state.chosen) + 1) % keys.length]);
}

byId("text").addEventListener("click", clicked);
on("article", showText);
on("entries", () => { paint(); showChosen(); });
on("chosen", showChosen);
