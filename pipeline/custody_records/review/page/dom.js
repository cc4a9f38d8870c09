/* The base script of every page (element.js, which index.html loads first), for modules. */
export const make = el;
export const byId = at;
export const pieces = cut;

/* Characters that turn the direction of what follows become one visible character each: the text
   keeps its length, and offsets stay true. */
export const masked = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "␦");

export const spaced = (text) => String(text).replaceAll("_", " ");

/* Tell something to everybody: on screen, and to a screen reader. */
export function say(text) {
  byId("status").textContent = text;
}

/* ... in addition to what was just told. */
export function sayMore(text) {
  say(`${byId("status").textContent}. ${text}`);
}
