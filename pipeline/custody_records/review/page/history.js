/* Undo and redo, over all articles of this visit. */

import { change, mark } from "./decide.js";
import { say } from "./dom.js";
import { openArticle } from "./articles.js";
import { state } from "./state.js";

const done = [];
const undone = [];

export function remember(step) {
  done.push(step);
  undone.length = 0;
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
  say(word);
}
