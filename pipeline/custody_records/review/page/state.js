/* What the page knows: the session, the open article, what is chosen; and who wants to hear of it. */

export const state = {
  session: null, // {articles, fields, forms, name, gold, sides}
  article: null, // {id, article, body, entries, version, state, open}
  chosen: null, // key of an entry
  editing: null, // key of the entry whose form is open
  draft: null, // an entry that is being added, not kept yet
};

const listeners = new Map();

export function on(event, listener) {
  listeners.set(event, [...(listeners.get(event) || []), listener]);
}

/* Events: "session", "article" (another one), "entries" (decisions changed), "chosen". */
export function tell(event, detail) {
  for (const listener of listeners.get(event) || []) listener(detail);
}

export const entries = () => (state.draft ? [...state.article.entries, state.draft] : state.article.entries);
export const entry = (key) => entries().find((one) => one.key === key);
export const isOpen = (one) => one.verdict === null;
export const isOut = (one) => one.verdict === "rejected";
export const isUncertain = (one) => one.inferred?.length > 0 || one.doubt >= 0.3;
export const places = (one) => (one.value.mentions || one.value.evidence || []).filter((m) => m.start !== null);
export const firstPlace = (one) => Math.min(Infinity, ...places(one).map((m) => m.start));

const rank = (one) => state.session.fields.indexOf(one.field);

export function sort(list) {
  list.sort((a, b) => rank(a) - rank(b) || firstPlace(a) - firstPlace(b) || (a.key < b.key ? -1 : 1));
}
