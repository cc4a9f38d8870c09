/* The form of one entry, built from the contract's keys. Nothing is kept before it is saved. */

import { byId, make } from "./dom.js";
import { change, kept } from "./decide.js";
import { control } from "./controls.js";
import { label } from "./label.js";
import { run } from "./keys.js";
import { select } from "./selection.js";
import { choose, stopEditing } from "./values.js";
import { state, tell } from "./state.js";
import { say } from "./dom.js";

export function edit(one) {
  state.editing = one.key;
  if (state.chosen !== one.key) choose(one.key);
  tell("entries");
  const form = byId("entries").querySelector("form");
  form?.scrollIntoView({ block: "nearest" });
  (form?.querySelector("[aria-invalid]") || form?.querySelector("input, select, textarea"))?.focus({ preventScroll: true });
}

export function formOf(one) {
  const controls = state.session.forms[one.field].map((spec) => control(spec, one.value[spec.name]));
  const places = mentions(one);
  const error = make("p", { class: "error", role: "alert" });
  const form = make("form", { class: "entry-form", "aria-label": `${one.field}: ${label(one)}` },
    ...controls.map((c) => c.node), places.node, error,
    make("div", { class: "bar-row" }, make("button", { type: "submit", class: "button strong", title: "Enter" }, "Save"), cancel()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(() => save(one, controls, places, error));
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); back(one); }
  });
  return form;
}

function cancel() {
  const button = make("button", { type: "button", class: "button quiet", title: "Escape" }, "Cancel");
  button.addEventListener("click", () => stopEditing());
  return button;
}

function back(one) {
  stopEditing();
  choose(one.key, { focus: true });
}

async function save(one, controls, places, error) {
  const value = { ...one.value };
  for (const made of controls) {
    const read = made.read();
    if (read !== null || made.name in value) value[made.name] = read;
  }
  if (places.name) value[places.name] = places.read();
  try {
    await change({ [one.key]: kept(one, value) });
  } catch (refused) {
    if (refused.status !== 422) throw refused;
    error.textContent = refused.message;
    return;
  }
  state.draft = null;
  state.editing = null;
  tell("entries");
  choose(one.key, { focus: true });
  say(`saved: ${label({ ...one, value })}`);
}

/* The places of an entry in the text: shown, and taken away one by one. */
function mentions(one) {
  const name = "evidence" in one.value ? "evidence" : "mentions" in one.value ? "mentions" : null;
  let held = name ? [...one.value[name]] : [];
  const node = make("div", { class: "mentions" });
  const draw = () => node.replaceChildren(
    make("span", { class: "meta" }, name === "evidence" ? "Told in" : "Printed as"),
    make("ul", {}, ...held.map((place) => {
      const show = make("button", { type: "button", class: "link" }, place.text.length > 90 ? `${place.text.slice(0, 90)}…` : place.text);
      show.addEventListener("click", () => place.start !== null && select(place.start, place.end));
      const out = make("button", { type: "button", class: "button quiet", "aria-label": `Take away the place “${place.text}”` }, "×");
      out.addEventListener("click", () => { held = held.filter((other) => other !== place); draw(); });
      return make("li", {}, show, out);
    })));
  if (name) draw();
  return { node, name, read: () => held };
}
