/* The start: ask for the session, open the article that the address names, listen. */

import { alert } from "./alert.js";
import { openArticle } from "./articles.js";
import { byId, make, spaced } from "./dom.js";
import { session, wantedEntry } from "./first.js";
import { toggleHelp } from "./help.js";
import { recall, redo, undo } from "./history.js";
import { pressed, run } from "./keys.js";
import { add, addMention } from "./selection.js";
import { showWhy } from "./why.js";
import { state } from "./state.js";
import "./text.js";

const ACTIONS = { undo, redo, help: toggleHelp, mention: addMention, why: showWhy };

function clicked(event) {
  const button = event.target.closest("[data-action], [data-add], #panes [data-pane]");
  if (!button) return;
  const { action, add: field, pane } = button.dataset;
  if (ACTIONS[action]) run(ACTIONS[action]);
  else if (field) run(() => add(field));
  else if (pane) showPane(pane);
}

function showPane(pane) {
  document.body.dataset.pane = pane;
  for (const button of byId("panes").children) button.setAttribute("aria-pressed", String(button.dataset.pane === pane));
}

async function start() {
  const { opened, ...told } = await session;
  state.session = told;
  byId("field").append(make("option", { value: "" }, "all"), ...state.session.fields.map((field) => make("option", { value: field }, spaced(field))));
  if (!opened) return alert("There is no article to review.");
  recall();
  await openArticle(opened.id, { key: wantedEntry, told: opened });
  showPane("text");
  return true;
}

document.addEventListener("click", clicked);
document.addEventListener("keydown", pressed);
run(start);
