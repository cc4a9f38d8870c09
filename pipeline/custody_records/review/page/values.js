/* The values at the right: what is proposed, by field, with its verdict. */

import { byId, make, spaced } from "./dom.js";
import { accept, acceptAll, reject, reopen, takeProposal } from "./decide.js";
import { edit, formOf } from "./form.js";
import { changed, details, label } from "./label.js";
import { run } from "./keys.js";
import { showWhy } from "./why.js";
import { entries, entry, isOpen, isOut, isUncertain, on, state, tell } from "./state.js";

const VERDICTS = { accepted: "accepted", corrected: "corrected", added: "in gold", rejected: "rejected" };
const SHOWS = { "": () => true, open: isOpen, uncertain: isUncertain, out: isOut };
const rows = new Map(); // key → {node, told}

/* The entries that the filters let through, in the order of the list. */
export function shown() {
  const [field, only] = [byId("field").value, byId("only").value];
  return entries().filter((one) => (!field || one.field === field) && (one.key === state.editing || SHOWS[only](one)));
}

export function choose(key, { focus = false } = {}) {
  if (state.editing && state.editing !== key) stopEditing();
  state.chosen = key;
  tell("chosen");
  const row = rows.get(key)?.node;
  if (!row) return;
  row.scrollIntoView({ block: "nearest" });
  if (focus) row.querySelector(".entry").focus({ preventScroll: true });
}

export function stopEditing() {
  state.editing = null;
  if (state.draft) {
    if (state.chosen === state.draft.key) state.chosen = null;
    state.draft = null;
  }
  tell("entries");
}

export function step(by) {
  const list = shown();
  if (!list.length) return;
  const at = list.findIndex((one) => one.key === state.chosen);
  const to = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, at + by));
  choose(list[to].key, { focus: true });
}

/* The next undecided entry after the chosen one, from the top again at the end; null if none. */
export function nextOpen() {
  const list = shown();
  const at = list.findIndex((one) => one.key === state.chosen);
  return [...list.slice(at + 1), ...list.slice(0, at + 1)].find(isOpen) || null;
}

/* ---- the list ---- */

function show() {
  const list = shown();
  const groups = new Map();
  for (const one of list) groups.set(one.field, [...(groups.get(one.field) || []), one]);
  const keys = new Set(list.map((one) => one.key));
  for (const key of rows.keys()) if (!keys.has(key)) rows.delete(key);
  byId("entries").replaceChildren(...[...groups].map(([field, found]) => section(field, found)));
  if (!list.length) byId("entries").append(make("p", { class: "empty" }, entries().length ? "Nothing here by this filter." : "Nothing was extracted. Select words of the text to add."));
  showChosen();
}

function section(field, found) {
  const open = found.filter(isOpen);
  const heading = make("h2", { class: `of-${field}` }, make("span", { class: "dot", "aria-hidden": "true" }), spaced(field), make("span", { class: "meta" }, ` ${found.length - open.length}/${found.length}`));
  const head = make("div", { class: "group-head" }, heading);
  if (open.length > 1) head.append(button(`Accept all ${open.length}`, () => acceptAll(open), "quiet"));
  return make("section", { "aria-label": spaced(field) }, head, make("ol", { class: "rows" }, ...found.map(row)));
}

/* A row is made again only where something of it changed: an article may have thousands. */
function row(one) {
  const editing = state.editing === one.key;
  const told = JSON.stringify([one, editing, one.key === state.chosen]);
  const known = rows.get(one.key);
  if (known && (known.told === told || (editing && known.editing))) return known.node;
  const node = make("li", { class: `of-${one.field} ${isOpen(one) ? "is-open" : isOut(one) ? "is-out" : "is-in"}` });
  node.dataset.key = one.key;
  fill(node, one, editing);
  rows.set(one.key, { node, told, editing });
  return node;
}

function fill(node, one, editing) {
  node.replaceChildren(head(one));
  if (editing) node.append(formOf(one));
  else if (one.key === state.chosen) node.append(actions(one));
}

function head(one) {
  const verdict = one.verdict ? VERDICTS[one.verdict] : "undecided";
  const open = make("button", { type: "button", class: "entry", "aria-label": `${spaced(one.field)}: ${label(one)}, ${verdict}` },
    make("span", { class: "name" }, label(one)), make("span", { class: "meta" }, details(one)));
  const chips = [];
  if (one.verdict) chips.push(chip(verdict, isOut(one) ? "is-bad" : "is-good"));
  if (one.group) chips.push(chip(`or another · ${one.by.join(", ")}`, "is-info"));
  else if (one.by.length && state.session.sides.length > 1) chips.push(chip(one.by.join(", "), "is-info"));
  if (one.inferred?.length) chips.push(chip(`inferred: ${one.inferred.map(spaced).join(", ")}`, "is-warn"));
  const other = one.verdict === "corrected" ? changed(one) : "";
  if (other) open.append(make("span", { class: "meta other" }, `${one.by.join(", ")}: ${other}`));
  if (chips.length) open.append(make("span", { class: "chips" }, ...chips));
  open.addEventListener("click", () => choose(one.key));
  return open;
}

const chip = (text, kind) => make("span", { class: `chip ${kind}` }, text);

function actions(one) {
  const list = [];
  if (!["accepted", "corrected", "added"].includes(one.verdict)) list.push(button("Accept", () => accept(one), "", "a"));
  list.push(button(one.field === "article" || one.verdict ? "Change" : "Correct", () => edit(one), "", "e"));
  if (!isOut(one) && one.field !== "article") list.push(button(one.proposed || one.key.startsWith("gold-") ? "Reject" : "Remove", () => reject(one), "", "x"));
  if (one.verdict === "corrected") list.push(button("Take the proposal", () => takeProposal(one), "", "p"));
  if (one.proposed && one.verdict) list.push(button("Undecide", () => reopen(one), "quiet", "r"));
  if (one.field !== "article") list.push(button("Why?", () => showWhy(), "quiet", "w"));
  return make("div", { class: "bar-row actions" }, ...list);
}

function button(text, action, kind = "", key = "") {
  const made = make("button", { type: "button", class: `button ${kind}`, title: key ? `${text} (${key})` : null }, text);
  made.addEventListener("click", () => run(action));
  return made;
}

function showChosen() {
  for (const [key, known] of rows) {
    const on = key === state.chosen;
    if (known.node.classList.contains("chosen") === on) continue;
    known.node.classList.toggle("chosen", on);
    const one = entry(key);
    if (one && !known.editing) fill(known.node, one, false);
    known.told = null;
  }
  for (const button of byId("entries").querySelectorAll(".entry[aria-current]")) button.removeAttribute("aria-current");
  rows.get(state.chosen)?.node.querySelector(".entry")?.setAttribute("aria-current", "true");
}

on("article", () => { rows.clear(); show(); });
on("entries", show);
on("chosen", showChosen);
byId("filters").addEventListener("input", show);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
