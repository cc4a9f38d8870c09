"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);

/* Characters that turn the direction of what follows are shown, not obeyed: "U+202E" in a headline
   must not make a name read backwards. */
const visible = (text) => String(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, (c) => `[U+${c.codePointAt(0).toString(16).toUpperCase()}]`);
const child = (part) => (part instanceof Node ? part : document.createTextNode(visible(part)));

/* Names that pages may use: data, at, el, filled, own, outward, visible, cut, batch.
   Make an element; children are nodes or text, so nothing of an article is ever markup. */
function el(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {}))
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : name === "href" ? value : visible(value));
  node.append(...children.flat(2).filter((c) => c !== null && c !== undefined && c !== false).map(child));
  return node;
}

/* Text of an article within a line of ours: in its own direction, whatever it holds. */
const own = (text) => el("bdi", {}, text);

/* A link out of the page: to web addresses alone, whatever an article gives as its own. */
function outward(url, text) {
  return /^https?:\/\//i.test(url || "") ? el("a", { href: url, rel: "noreferrer noopener" }, own(text)) : null;
}

/* The text cut at every start and end of a span; `wrap(open, text, from)` makes a node of each
   piece that spans cover. Offsets count code points; JavaScript strings count UTF-16 units. */
function cut(body, spans, wrap) {
  const points = Array.from(body);
  const cuts = [...new Set([0, points.length, ...spans.flatMap((s) => [s[0], s[1]])])].sort((a, b) => a - b);
  const starting = new Map();
  for (const s of spans) starting.set(s[0], (starting.get(s[0]) || []).concat([s]));
  let open = [];
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    open = open.filter((s) => s[1] > from).concat(starting.get(from) || []);
    const text = points.slice(from, to).join("");
    pieces.push(open.length ? wrap(open, text, from) : visible(text));
  }
  return pieces;
}

/* Put rows on the page a screenful at a time: two thousand stay quick to open. */
function batch(target, rows, make) {
  target.replaceChildren();
  let next = 0;
  const end = el(target.matches("ol, ul") ? "li" : "div", { class: "batch-end" });
  const more = () => {
    end.remove();
    target.append(...rows.slice(next, next + 60).map(make));
    next += 60;
    if (next < rows.length) { target.append(end); watch.observe(end); }
  };
  const watch = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) { watch.unobserve(end); more(); } });
  more();
}
