/* Words of the text, selected with the mouse or with the keyboard, become entries and mentions. */

import { byId, make, say } from "./dom.js";
import { change, kept, newKey } from "./decide.js";
import { fresh, startsWhole } from "./fresh.js";
import { edit } from "./form.js";
import { offsetOf, position } from "./text.js";
import { choose } from "./values.js";
import { entry, on, state } from "./state.js";
import { label } from "./label.js";

const WORD = /[\p{L}\p{N}]+(?:[-’'/.][\p{L}\p{N}]+)*|[^\s]/gu;
let anchor = null; // index of the word that a selection by keyboard starts at
let body = []; // the text's characters
let words = []; // [start, end] of every word of the body, in code points
let opens = []; // whether a word is the first of its paragraph

/* {start, end, text} of what is selected in the text, white space trimmed; null for nothing. */
export function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !byId("text").contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  let start = offsetOf(range.startContainer, range.startOffset);
  let end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  while (start < end && /\s/.test(body[start])) start++;
  while (end > start && /\s/.test(body[end - 1])) end--;
  return start < end ? { start, end, text: body.slice(start, end).join("") } : null;
}

export function select(start, end) {
  getSelection().setBaseAndExtent(...position(start), ...position(end));
  const node = position(end)[0];
  (node.parentElement || node).scrollIntoView({ block: "nearest" });
}

export function unselect() {
  getSelection().removeAllRanges();
  anchor = null;
}

/* ---- by keyboard ---- */

function findWords() {
  const text = state.article.body;
  body = Array.from(text);
  const plain = body.length === text.length; // else units and code points differ
  let [unit, point] = [0, 0];
  words = Array.from(text.matchAll(WORD), (found) => {
    if (plain) return [found.index, found.index + found[0].length];
    point += Array.from(text.slice(unit, found.index)).length;
    unit = found.index;
    return [point, point + Array.from(found[0]).length];
  });
  opens = words.map(([start], n) => n === 0 || body.slice(words[n - 1][1], start).includes("\n"));
  anchor = null;
}

/* Index of the first word that ends after an offset, by bisection. */
function wordAt(offset) {
  let [low, high] = [0, words.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle][1] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/* Where the keyboard starts: at the selection, at the chosen entry, or at the top of the page. */
function here() {
  const now = selected();
  if (now) return [wordAt(now.start), wordAt(now.end - 1)];
  const chosen = state.chosen && entry(state.chosen);
  const place = (chosen?.value.mentions || chosen?.value.evidence || [])[0];
  const at = place && place.start !== null ? wordAt(place.start) : 0;
  return [at, at];
}

let moving = null; // the end that moves, index of a word

export function move(step, extend) {
  if (!words.length) return;
  const now = selected();
  const [first, last] = here();
  if (!extend || anchor === null) anchor = extend ? first : null;
  const from = extend && moving !== null && now ? moving : step > 0 ? last : first;
  const to = Math.max(0, Math.min(words.length - 1, now ? from + step : from));
  moving = to;
  if (extend) select(words[Math.min(anchor, to)][0], words[Math.max(anchor, to)][1]);
  else select(...words[to]);
  say(selected()?.text || "");
}

/* Move to the start of another paragraph; extending, to the end of this one (or its start). */
export function moveParagraph(step, extend) {
  const [first, last] = here();
  const from = extend && moving !== null ? moving : step > 0 ? last : first;
  let to = from + step;
  if (extend && step > 0) while (to + 1 < words.length && !opens[to + 1]) to++;
  else while (to > 0 && to < words.length && !opens[to]) to += step;
  move(Math.max(0, to) - from, extend);
}

/* Select the whole sentence around the selection. */
export function sentence() {
  let [first, last] = here();
  const ends = (n) => /^[.!?…]$/.test(body.slice(...words[n]).join(""));
  while (first > 0 && !opens[first] && !ends(first - 1)) first--;
  while (last + 1 < words.length && !opens[last + 1] && !ends(last)) last++;
  if (words.length) select(words[first][0], words[last][1]);
  [anchor, moving] = [first, last];
}

/* Take a character more or less at the end: "Almaty's" to "Almaty". */
export function trim(step) {
  const now = selected();
  if (now && now.end + step > now.start) select(now.start, now.end + step);
}

/* ---- what becomes of it ---- */

export async function add(field) {
  const found = selected();
  if (!found) return say("Select words of the text first (t, then arrow keys).");
  const one = { key: newKey(), field, value: fresh(field, found), verdict: null, by: [], inferred: [] };
  unselect();
  if (!startsWhole(field)) {
    state.draft = one;
    choose(one.key);
    return edit(one);
  }
  await change({ [one.key]: kept(one, one.value) });
  choose(one.key);
  return say(`added: ${label(one)}`);
}

export async function addMention() {
  const found = selected();
  const one = state.chosen && entry(state.chosen);
  if (!found || !one || one.field === "article") return say("Choose an entry and select words of the text first.");
  const name = one.field === "events" ? "evidence" : "mentions";
  if (one.value[name].some((m) => m.start === found.start && m.end === found.end)) return say("That is a mention already.");
  const value = { ...one.value, [name]: [...one.value[name], found].sort((a, b) => a.start - b.start) };
  unselect();
  await change({ [one.key]: kept(one, value) });
  return say(`one more place: ${found.text}`);
}

/* ---- the bar under the text ---- */

function showBar() {
  const bar = byId("selected");
  const found = state.article && selected();
  bar.hidden = !found;
  if (!found) return;
  const fields = state.session.fields.filter((field) => field !== "article");
  const chosen = state.chosen && entry(state.chosen);
  const buttons = fields.map((field) => button(`${number(field)} ${field}`, `button of-${field}`, { add: field }));
  if (chosen && chosen.field !== "article") buttons.push(button(`+ of ${label(chosen)}`.slice(0, 40), "button", { action: "mention" }));
  buttons.push(button("w why?", "button quiet", { action: "why" }));
  bar.replaceChildren(...buttons);
}

function button(text, kind, data) {
  const made = make("button", { type: "button", class: kind }, text);
  Object.assign(made.dataset, data);
  made.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
  return made;
}

/* The digit that adds an entry of a field. */
export const number = (field) => ["facilities", "statutes", "people", "organizations", "places", "dates", "figures", "events"].indexOf(field) + 1;

document.addEventListener("selectionchange", showBar);
on("article", () => { findWords(); unselect(); });
