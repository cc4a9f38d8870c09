/* The list of articles and how far each is; opening one; the end of one. */

import { about, ask, whole } from "./api.js";
import { byId, make, say } from "./dom.js";
import { mark } from "./decide.js";
import { run } from "./keys.js";
import { choose, nextOpen, shown } from "./values.js";
import { entries, isOpen, on, state, tell } from "./state.js";

const STATES = { untouched: "untouched", in_work: "in work", reviewed: "reviewed" };
const CHIPS = { untouched: "", in_work: "is-warn", reviewed: "is-good" };

/* `key` names an entry, as a difference of the comparison page does; `told` is the article where
   the server sent it already. */
export async function openArticle(id, { key = null, told: known = null } = {}) {
  const told = whole(known || (await ask(about(id))));
  Object.assign(state, { article: told, chosen: null, editing: null, draft: null });
  history.replaceState(null, "", `#article=${encodeURIComponent(id)}`);
  document.title = `${told.article.title || id} · review`;
  showAbout();
  tell("article");
  if (told.entries.some((one) => one.key === key)) choose(key, { focus: true });
  else if (shown().length) choose((nextOpen() || shown()[0]).key);
  say(`${told.article.title || id}: ${told.open} undecided`);
}

function showAbout() {
  const { article } = state.article;
  const meta = [article.publisher, article.published, article.id].filter(Boolean).join(" · ");
  byId("about").replaceChildren(make("p", { class: "meta" }, meta), ...(article.notice ? [make("p", { class: "notice" }, article.notice)] : []));
}

const at = () => state.session.articles.findIndex((one) => one.id === state.article.id);

export async function stepArticle(by) {
  const next = state.session.articles[at() + by];
  if (next) await openArticle(next.id);
  else say(by > 0 ? "This is the last article." : "This is the first article.");
}

/* To the next entry that nobody decided on, in this article or a later one. */
export async function toNextOpen({ tell: told = say } = {}) {
  const here = nextOpen();
  if (here) return choose(here.key, { focus: true });
  const elsewhere = entries().some(isOpen);
  if (elsewhere) return told("All that the filter shows is decided.");
  if (state.article.state !== "reviewed") return told("All is decided. Read the text once more for what is missing, then m marks it as reviewed.");
  return toNextArticle();
}

async function toNextArticle() {
  const list = state.session.articles;
  const next = [...list.slice(at() + 1), ...list.slice(0, at())].find((one) => one.state !== "reviewed");
  if (next) await openArticle(next.id);
  else say("Every article is reviewed.");
}

/* Reviewed: all is decided and the text was read; then the next one. Or back to work. */
export async function toggleReviewed() {
  if (state.article.state === "reviewed") {
    await mark("in_work");
    return say("back in work: it does not count as gold");
  }
  await mark("reviewed");
  return toNextArticle();
}

function showList() {
  const rows = state.session.articles.map((one) => {
    const told = one.state === "in_work" ? `in work, ${one.open} open` : STATES[one.state];
    const button = make("button", { type: "button", class: "row-link", "aria-current": String(one.id === state.article?.id) },
      one.title, make("br"), make("span", { class: "meta" }, `${[one.published, one.id].filter(Boolean).join(" · ")} `), make("span", { class: `chip ${CHIPS[one.state]}` }, told));
    button.addEventListener("click", () => run(async () => { await openArticle(one.id); document.body.dataset.pane = "text"; }));
    return make("li", {}, button);
  });
  byId("articles").querySelector("ol").replaceChildren(...rows);
  byId("articles").querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
}

function showProgress() {
  const list = state.session.articles;
  const done = list.filter((one) => one.state === "reviewed").length;
  byId("progress").max = list.length;
  byId("progress").value = done;
  byId("progress-text").textContent = `${done} of ${list.length} reviewed`;
}

function showFinish() {
  const { open, state: now } = state.article;
  const button = make("button", { type: "button", class: `button ${now !== "reviewed" && !open ? "strong" : ""}`, title: "Mark (m)", disabled: now !== "reviewed" && open > 0 },
    now === "reviewed" ? "Back to work" : "Mark as reviewed");
  button.addEventListener("click", () => run(toggleReviewed));
  const told = now === "reviewed" ? "Reviewed: counts as gold." : open ? `${open} undecided` : "All decided. Anything missing in the text?";
  byId("finish").replaceChildren(button, make("span", { class: "meta" }, told));
}

function showAll() {
  showList();
  showProgress();
  showFinish();
}

on("article", showAll);
on("entries", showAll);
