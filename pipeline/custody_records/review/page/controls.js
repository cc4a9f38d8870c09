/* The controls of a form, one a key of the contract: a node to show, a value to read. */

import { make, spaced } from "./dom.js";
import { label } from "./label.js";
import { state } from "./state.js";

/* Keys whose values are long: they take the form's whole width. */
const WIDE = ["name", "title", "url", "author", "instrument", "offence", "unit", "predicate", "type"];
let made = 0; // numbers the elements' ids

/* {name, node, read} for one key; `read()` gives null where nothing is said. */
export function control(spec, value) {
  const kinds = { choice, number, date, list, rows, text };
  return { name: spec.name, ...kinds[spec.kind](spec, value ?? null) };
}

function labelled(spec, input, ...more) {
  const hint = spec.hint ? make("span", { class: "hint" }, spec.hint) : null;
  const wide = WIDE.includes(spec.name) ? " wide" : "";
  return make("label", { class: `field-row${wide}` }, make("span", {}, spaced(spec.label), spec.required ? " *" : ""), make("span", { class: "inputs" }, input, ...more), hint);
}

const trimmed = (input) => input.value.trim() || null;

function text(spec, value) {
  const input = make("input", { type: "text", name: spec.name, autocomplete: "off" });
  input.value = value ?? "";
  const options = suggestions(spec);
  if (options) input.setAttribute("list", options.id);
  return { node: labelled(spec, input, options), read: () => trimmed(input) };
}

function choice(spec, value) {
  const input = make("select", { name: spec.name }, ...(spec.required && value ? [] : [make("option", { value: "" }, "–")]),
    ...spec.choices.map((one) => make("option", { value: one }, spaced(one))));
  input.value = value ?? "";
  return { node: labelled(spec, input), read: () => input.value || null };
}

function number(spec, value) {
  const input = make("input", { type: "number", name: spec.name, step: spec.whole ? "1" : "any" });
  input.value = value ?? "";
  return { node: labelled(spec, input), read: () => (input.value === "" ? null : Number(input.value)) };
}

/* Any TIMEX value may be written; a day may be picked. */
function date(spec, value) {
  const input = make("input", { type: "text", name: spec.name, autocomplete: "off" });
  const calendar = make("input", { type: "date", "aria-label": `${spaced(spec.label)}: pick a day`, class: "calendar" });
  input.value = value ?? "";
  if (/^\d{4}-\d\d-\d\d$/.test(input.value)) calendar.value = input.value;
  else calendar.value = state.article.article.published || "";
  calendar.addEventListener("change", () => { if (calendar.value) input.value = calendar.value; });
  return { node: labelled(spec, input, calendar), read: () => trimmed(input) };
}

/* A list of texts: Enter takes what is written, each can be taken away. */
function list(spec, value) {
  let held = [...(value || [])];
  const input = make("input", { type: "text", autocomplete: "off", "aria-label": `${spaced(spec.label)}: one more`, placeholder: "add, then Enter" });
  const options = suggestions(spec);
  if (options) input.setAttribute("list", options.id);
  const items = make("span", { class: "items" });
  const draw = () => items.replaceChildren(...held.map((item, index) => {
    const out = make("button", { type: "button", class: "chip", "aria-label": `Take away ${item}` }, item, " ×");
    out.addEventListener("click", () => { held = held.filter((_, other) => other !== index); draw(); input.focus(); });
    return out;
  }));
  const take = () => {
    const item = trimmed(input);
    if (item && !held.includes(item)) held.push(item);
    input.value = "";
    draw();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && trimmed(input)) { event.preventDefault(); take(); }
    if (event.key === "Backspace" && !input.value && held.length) { held.pop(); draw(); }
  });
  draw();
  const node = make("div", { class: "field-row wide", role: "group", "aria-label": spaced(spec.label) }, make("span", {}, spaced(spec.label)), items, input, options, spec.hint ? make("span", { class: "hint" }, spec.hint) : null);
  return { node, read: () => { take(); return held; } };
}

/* A list of things with keys of their own (penalties). */
function rows(spec, value) {
  const held = [];
  const node = make("fieldset", {}, make("legend", {}, spaced(spec.label)));
  const more = make("button", { type: "button", class: "button quiet" }, `Add to ${spaced(spec.label)}`);
  const add = (one) => {
    const controls = spec.of.map((inner) => control(inner, one[inner.name]));
    const out = make("button", { type: "button", class: "button quiet", "aria-label": "Take away this line" }, "×");
    const row = make("div", { class: "row-of" }, ...controls.map((c) => c.node), out);
    const entry = { controls };
    out.addEventListener("click", () => { held.splice(held.indexOf(entry), 1); row.remove(); });
    held.push(entry);
    more.before(row);
    return row;
  };
  more.addEventListener("click", () => add({}).querySelector("select, input").focus());
  node.append(more);
  for (const one of value || []) add(one);
  const read = () => held.map(({ controls }) => Object.fromEntries(controls.map((c) => [c.name, c.read()])));
  return { node, read };
}

/* What the article's own entries offer for a key: facilities, dates, names. */
function suggestions(spec) {
  const values = new Set(spec.suggest || []);
  for (const one of state.article.entries)
    if (spec.from.includes(one.field) && one.verdict !== "rejected") {
      const value = one.value;
      values.add(one.field === "facilities" ? value.code || value.name : one.field === "dates" ? value.value : value.name || label(one));
    }
  if (!values.size) return null;
  made += 1;
  return make("datalist", { id: `options-${made}` }, ...[...values].map((value) => make("option", { value })));
}
