/* What went wrong, until it is seen to. */

import { whole } from "./api.js";
import { byId, make } from "./dom.js";
import { sort, state, tell } from "./state.js";

export function alert(text, ...actions) {
  const box = byId("alert");
  box.replaceChildren(make("p", {}, text), ...actions.map(([name, action]) => {
    const button = make("button", { type: "button", class: "button" }, name);
    button.addEventListener("click", action);
    return button;
  }), close());
  box.hidden = false;
}

export function hideAlert() {
  byId("alert").hidden = true;
  byId("alert").replaceChildren();
}

function close() {
  const button = make("button", { type: "button", class: "button quiet", "aria-label": "Close the message" }, "Close");
  button.addEventListener("click", hideAlert);
  return button;
}

/* Somebody else wrote first: theirs is shown, ours is offered again. */
export function conflict(current, again) {
  sort(whole(current).entries);
  state.article = current;
  const listed = state.session.articles.find((one) => one.id === current.id);
  Object.assign(listed, { state: current.state, open: current.open });
  tell("entries");
  alert("This article was changed elsewhere meanwhile, perhaps in another tab. What is kept there is shown now; your last change was not kept.",
    ["Make my change again", async () => { hideAlert(); await again(); }]);
}
