/* The help: every key, as the table of keys has them. */

import { byId, make } from "./dom.js";
import { KEYS, TEXT_KEYS } from "./keys.js";

const SHOWN = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→" };
const shown = (key) => key.replace(/Arrow\w+/, (arrow) => SHOWN[arrow]);

export function toggleHelp() {
  const dialog = byId("help");
  if (dialog.open) return dialog.close();
  const close = make("button", { type: "button", class: "button quiet", title: "Escape" }, "Close");
  close.addEventListener("click", () => dialog.close());
  dialog.replaceChildren(
    make("div", { class: "group-head" }, make("h2", { id: "help-title" }, "Keys"), close),
    make("div", { class: "key-tables" }, table("Everywhere", KEYS), table("In the text (after t)", TEXT_KEYS)));
  dialog.showModal();
  return close.focus();
}

function table(title, rows) {
  return make("table", {}, make("caption", {}, title), make("tbody", {}, ...rows.map(([keys, told]) =>
    make("tr", {}, make("td", {}, ...keys.flatMap((key, n) => [n ? " " : "", make("kbd", {}, shown(key))])), make("td", {}, told)))));
}
