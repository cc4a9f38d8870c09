/* Undo and redo, over all articles of this visit; a reload of the page does not forget them. */

import { change, mark } from "./decide.js";
import { say } from "./dom.js";
import { openArticle } from "./articles.js";
import { state } from "./state.js";

const MOST = 200; // steps that are kept
const done = [];
const undone = [];

export function remember(step) {
  done.push(step);
  undone.length = 0;
  keep();
}

export const undo = () => replay(done, undone, "undone", (step) => [step.before, step.from]);
export const redo = () => replay(undone, done, "done again", (step) => [step.after, step.to]);

async function replay(from, to, word, side) {
  const step = from.at(-1);
  if (!step) return say(from === done ? "nothing to undo" : "nothing to redo");
  if (state.article.id !== step.id) await openArticle(step.id);
  const [changes, mark_] = side(step);
  if (changes) await change(changes, { quiet: true });
  else await mark(mark_ === "reviewed" ? "reviewed" : "in_work", { quiet: true });
  from.pop();
  to.push(step);
  keep();
  say(word);
}

/* ---- kept for this tab, and for this gold alone ---- */

const name = () => `review-history ${state.session.gold}`;

function keep() {
  done.splice(0, done.length - MOST);
  try {
    sessionStorage.setItem(name(), JSON.stringify({ done, undone }));
  } catch {
    sessionStorage.removeItem(name()); // no room: better none than an old one
  }
}

/* Take up the steps of this tab, those of articles that the review still has. */
export function recall() {
  const known = new Set(state.session.articles.map((one) => one.id));
  let kept = {};
  try { kept = JSON.parse(sessionStorage.getItem(name())) || {}; } catch { /* nothing that is ours */ }
  for (const [list, steps] of [[done, kept.done], [undone, kept.undone]])
    list.splice(0, list.length, ...(steps || []).filter((step) => known.has(step.id)));
}
