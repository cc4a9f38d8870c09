/* Every key of the page, in one table: what the help shows is what the keyboard does. */

import { accept, acceptAll, reject, reopen, takeProposal } from "./decide.js";
import { alert } from "./alert.js";
import { stepArticle, toggleReviewed, toNextOpen } from "./articles.js";
import { byId, say, sayMore } from "./dom.js";
import { edit } from "./form.js";
import { redo, undo } from "./history.js";
import { toggleHelp } from "./help.js";
import { add, addMention, move, moveParagraph, selected, sentence, trim, unselect } from "./selection.js";
import { choose, shown, step, stopEditing } from "./values.js";
import { showWhy } from "./why.js";
import { entry, isOpen, state } from "./state.js";

const chosen = (action) => () => {
  const one = state.chosen && entry(state.chosen);
  return one ? action(one) : say("Choose an entry first (j, k).");
};
const onward = (action) => chosen(async (one) => { await action(one); await toNextOpen({ tell: sayMore }); });
const fields = ["facilities", "statutes", "people", "organizations", "places", "dates", "figures", "events"];

/* [keys, what they do, action]. A key is KeyboardEvent.key, with "Shift+" or "Ctrl+" before it. */
export const KEYS = [
  [["j", "ArrowDown"], "next entry", () => step(1)],
  [["k", "ArrowUp"], "previous entry", () => step(-1)],
  [["n"], "next undecided, in this article or the next", () => toNextOpen()],
  [["a"], "accept, then on to the next undecided", onward(accept)],
  [["x"], "reject, then on to the next undecided", onward(reject)],
  [["e", "Enter"], "correct: open the form (Enter saves, Escape leaves)", chosen(edit)],
  [["p"], "take the proposal after all", chosen(takeProposal)],
  [["r"], "take the decision back", chosen(reopen)],
  [["Shift+A"], "accept all undecided that are shown", () => acceptAll(shown().filter(isOpen))],
  [["w"], "why is it there, or why did the selected words give nothing", showWhy],
  [["t"], "to the text", toText],
  ...fields.map((field, n) => [[String(n + 1)], `add the selected words to ${field}`, () => add(field)]),
  [["+"], "add the selected words to the chosen entry", addMention],
  [["f"], "filter by field", () => byId("field").focus()],
  [["o"], "show undecided only, or all", toggleOpen],
  [["u", "Ctrl+z"], "undo", undo],
  [["Shift+U", "Ctrl+y", "Ctrl+Shift+Z"], "redo", redo],
  [["m"], "mark the article as reviewed (and back), then on to the next", toggleReviewed],
  [[","], "previous article", () => stepArticle(-1)],
  [["."], "next article", () => stepArticle(1)],
  [["l"], "to the list of articles", toList],
  [["c"], "compare the extraction with gold", () => { location.href = "/compare"; }],
  [["Escape"], "leave the text, the form, a message", leave],
  [["?"], "this help", toggleHelp],
];
/* In the text (after t). */
export const TEXT_KEYS = [
  [["ArrowRight"], "next word", () => move(1, false)],
  [["ArrowLeft"], "previous word", () => move(-1, false)],
  [["ArrowDown"], "next paragraph", () => moveParagraph(1, false)],
  [["ArrowUp"], "previous paragraph", () => moveParagraph(-1, false)],
  [["Shift+ArrowRight"], "select one word more", () => move(1, true)],
  [["Shift+ArrowLeft"], "select one word less", () => move(-1, true)],
  [["Shift+ArrowDown"], "select to the end of the paragraph", () => moveParagraph(1, true)],
  [["Shift+ArrowUp"], "select to the start of the paragraph", () => moveParagraph(-1, true)],
  [["s"], "select the whole sentence", sentence],
  [["Alt+ArrowRight"], "one character more at the end", () => trim(1)],
  [["Alt+ArrowLeft"], "one character less at the end", () => trim(-1)],
];

const table = (rows) => new Map(rows.flatMap(([keys, , action]) => keys.map((key) => [key, action])));
let [page, text] = [null, null];
let queue = Promise.resolve();

/* Do one thing after the other, and tell what went wrong. */
export function run(action) {
  queue = queue.then(action).catch((error) => alert(error.message));
  return queue;
}

function name(event) {
  const letter = event.key.length === 1;
  const shift = event.shiftKey && (!letter || /\p{L}/u.test(event.key)) ? "Shift+" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shift}${event.key}`;
}

export function pressed(event) {
  page ||= table(KEYS);
  text ||= table(TEXT_KEYS);
  const typing = event.target.closest("input, select, textarea, form.entry-form");
  if (typing && event.key !== "Escape") return;
  if (event.target.closest("button, a, summary") && event.key === "Enter" && !event.target.closest(".entry")) return;
  if (event.isComposing) return;
  const key = name(event);
  if (byId("help").open && !["?", "Escape"].includes(key)) return; // nothing is decided behind it
  if (!state.article || !(page.has(key) || text.has(key))) return;
  event.preventDefault();
  // What a key means is asked when its turn comes: t may not have reached the text yet.
  run(() => ((document.activeElement === byId("text") && text.get(key)) || page.get(key))?.());
}

function toText() {
  document.body.dataset.pane = "text";
  byId("text").focus({ preventScroll: true });
  if (!selected()) move(0, false);
}

function toList() {
  document.body.dataset.pane = "articles";
  byId("articles").querySelector("[aria-current=true]")?.focus();
}

function toggleOpen() {
  byId("only").value = byId("only").value === "open" ? "" : "open";
  byId("only").dispatchEvent(new Event("input", { bubbles: true }));
  say(byId("only").value ? "undecided only" : "all entries");
}

function leave() {
  for (const dialog of [byId("why"), byId("help")]) if (dialog.open) return dialog.close();
  if (state.editing) return stopEditing();
  unselect();
  document.body.dataset.pane = "values";
  if (state.chosen) return choose(state.chosen, { focus: true });
  return byId("values").focus();
}
