"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);

/* Make an element; children are nodes or text, so nothing of an article is ever markup. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/* The text cut at every start and end of a stretch; `wrap(open, text, from)` makes a node of each
   piece that stretches cover. Offsets count code points; JavaScript strings count UTF-16 units. */
function cut(body, stretches, wrap) {
  const points = Array.from(body);
  const cuts = [...new Set([0, points.length, ...stretches.flatMap((s) => [s[0], s[1]])])].sort((a, b) => a - b);
  const starting = new Map();
  for (const s of stretches) starting.set(s[0], (starting.get(s[0]) || []).concat([s]));
  let open = [];
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    open = open.filter((s) => s[1] > from).concat(starting.get(from) || []);
    const text = points.slice(from, to).join("");
    pieces.push(open.length ? wrap(open, text, from) : text);
  }
  return pieces;
}

