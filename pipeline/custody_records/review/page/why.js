/* Why a value is there, and why selected words gave nothing: the decision log of the extraction. */

import { about, ask } from "./api.js";
import { byId, make, spaced, say } from "./dom.js";
import { label } from "./label.js";
import { selected } from "./selection.js";
import { entry, places, state } from "./state.js";

const KINDS = { kept: "is-good", merged: "is-good", refused: "is-bad", lost: "is-warn", claimed: "is-warn", seen: "is-info" };

let questions = 0; // how many were asked so far

export function showWhy() {
  const dialog = byId("why");
  if (dialog.open) return dialog.close();
  const words = selected();
  const one = !words && state.chosen && entry(state.chosen);
  if (!words && !one) return say("Choose an entry, or select words of the text, to ask why.");
  const asked = words ? [words] : places(one).slice(0, 3);
  draw(words ? `“${words.text}”` : label(one), [make("p", { class: "meta" }, "Reading the decision log …")]);
  dialog.show();
  dialog.querySelector("button").focus();
  // Not awaited: the model may have to load first, and other keys go on meanwhile.
  tellWhy(words ? `“${words.text}”` : label(one), one, asked).catch((error) => draw("no answer", [make("p", {}, error.message)]));
  return null;
}

async function tellWhy(title, one, asked) {
  const id = state.article.id;
  const question = ++questions;
  const parts = one ? [made(one)] : [];
  for (const place of asked) {
    const { lines } = await ask(about(id, "/explain"), { start: place.start, end: place.end });
    parts.push(decisions(place, lines, one?.field));
  }
  if (!byId("why").open || question !== questions) return; // closed, or asked something else since
  draw(title, parts);
  byId("why").querySelector("button").focus();
}

function draw(title, parts) {
  const close = make("button", { type: "button", class: "button quiet", title: "Escape" }, "Close");
  close.addEventListener("click", () => byId("why").close());
  byId("why").replaceChildren(make("div", { class: "group-head" }, make("h2", { id: "why-title" }, `Why: ${title}`), close), ...parts);
}

/* Which rules made the entry, and from what a value was derived. */
function made(one) {
  if (!one.made?.length) return make("p", {}, one.by?.length ? `Proposed by ${one.by.join(", ")}.` : "Added by a person.");
  const rules = one.made.map((by) => make("li", {}, `${by.by}: ${by.id}`, by.base ? `, from ${by.base}` : ""));
  const guess = one.inferred.length ? make("p", {}, `Inferred, not stated: ${one.inferred.map(spaced).join(", ")}.`) : null;
  return make("div", {}, make("p", {}, "Made by"), make("ul", {}, ...rules), guess);
}

function decisions(place, lines, field) {
  const heading = make("h3", {}, `at “${place.text.slice(0, 80)}”`);
  if (!lines.length) return make("div", {}, heading, make("p", {}, "Matched by no rule and no model."));
  const first = (line) => Number(line.field !== field);
  const items = [...lines].sort((a, b) => first(a) - first(b)).map((line) => make("li", {},
    make("span", { class: `chip ${KINDS[line.outcome] || ""}` }, `${spaced(line.field)}: ${line.outcome}`), " ", make("q", {}, line.text), ` ${line.says}`,
    line.reason ? make("div", { class: "meta" }, line.reason) : null));
  return make("div", {}, heading, make("ul", { class: "rows" }, ...items));
}
