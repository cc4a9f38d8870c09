/* What the page needs first, asked for before the rest of its scripts is there. */

import { ask } from "./api.js";

const address = new URLSearchParams(location.hash.slice(1));
const wanted = address.get("article");

/* The key of the entry that the address names, as a link of the comparison page does. */
export const wantedEntry = address.get("entry");
/* The session with the article to open, or the refusal: main.js tells it. */
export const session = ask(`/api/session${wanted ? `?article=${encodeURIComponent(wanted)}` : ""}`);
session.catch(() => {});
