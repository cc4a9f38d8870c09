/* Decisions: made, sent, taken back. Nothing is shown as decided before the server has kept it. */

import { about, ask } from "./api.js";
import { say } from "./dom.js";
import { label } from "./label.js";
import { conflict, hideAlert } from "./alert.js";
import { remember } from "./history.js";
import { entry, sort, state, tell } from "./state.js";

/* A decision as the server keeps it; null for an entry that is undecided. */
export const decisionOf = (one) => (one.verdict ? { field: one.field, verdict: one.verdict, value: one.value } : null);

/* Send changes {key: decision or null}. `quiet` ones are no step of their own to undo. */
export async function change(changes, { quiet = false } = {}) {
  const { id, version } = state.article;
  const before = Object.fromEntries(Object.keys(changes).map((key) => [key, entry(key) ? decisionOf(entry(key)) : null]));
  try {
    const done = await ask(about(id, "/decisions"), { version, changes });
    hideAlert();
    if (!quiet) remember({ id, before, after: changes });
    apply(changes);
    settle(done);
  } catch (error) {
    if (error.status !== 409) throw error;
    conflict(error.current, () => change(changes));
  }
}

export async function mark(to, { quiet = false } = {}) {
  const { id, version, state: from } = state.article;
  try {
    const done = await ask(about(id, "/state"), { version, state: to });
    hideAlert();
    if (!quiet) remember({ id, from, to });
    settle(done);
  } catch (error) {
    if (error.status !== 409) throw error;
    conflict(error.current, () => mark(to));
  }
}

function settle(done) {
  Object.assign(state.article, done);
  const listed = state.session.articles.find((one) => one.id === state.article.id);
  Object.assign(listed, { state: done.state, open: done.open });
  tell("entries");
}

function apply(changes) {
  const list = state.article.entries;
  for (const [key, decision] of Object.entries(changes)) {
    const known = list.find((one) => one.key === key);
    if (known && decision) Object.assign(known, { verdict: decision.verdict, value: decision.value });
    else if (known && known.proposed) Object.assign(known, { verdict: null, value: known.proposed });
    else if (known) list.splice(list.indexOf(known), 1);
    else if (decision) list.push({ key, by: [], ...decision });
  }
  sort(list);
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/* The verdict that keeps an entry with a value. */
export function kept(one, value) {
  const verdict = !one.proposed ? "added" : same(value, one.proposed) ? "accepted" : "corrected";
  return { field: one.field, verdict, value };
}

/* Accept an entry; of its alternatives none is right then. */
export async function accept(one) {
  const changes = { [one.key]: kept(one, one.value) };
  if (one.group)
    for (const other of state.article.entries)
      if (other.group === one.group && other !== one) changes[other.key] = { ...decisionFor(other), verdict: "rejected" };
  await change(changes);
  say(`accepted: ${label(one)}`);
}

export async function reject(one) {
  if (one.field === "article") throw new Error("The article's own data can be corrected, not rejected.");
  const mine = !one.proposed && !one.key.startsWith("gold-"); // added here: it goes altogether
  await change({ [one.key]: mine ? null : { ...decisionFor(one), verdict: "rejected" } });
  say(`rejected: ${label(one)}`);
}

const decisionFor = (one) => ({ field: one.field, value: one.proposed || one.value });

/* The proposal was right after all. */
export async function takeProposal(one) {
  if (!one.proposed || one.verdict === "accepted") return say("There is no other proposal.");
  await accept({ ...one, value: one.proposed });
  return null;
}

export async function reopen(one) {
  if (one.proposed && one.verdict) await change({ [one.key]: null });
}

/* Accept several at once, as one step to undo. */
export async function acceptAll(list) {
  const first = new Map();
  for (const one of list) if (!one.group || !first.has(one.group)) first.set(one.group || one.key, one);
  await change(Object.fromEntries([...first.values()].map((one) => [one.key, kept(one, one.value)])));
  say(`accepted: ${first.size} entries`);
}

export function newKey() {
  const numbers = state.article.entries.map((one) => Number(/^added-(\d+)$/.exec(one.key)?.[1] || 0));
  return `added-${Math.max(0, ...numbers) + 1}`;
}
