/* The comparison page within a review: each difference leads to its article, to say who was right. */

import { ask } from "./api.js";

const review = (article, d) => `/#${new URLSearchParams({ article: article.id, entry: d.entry ?? "" })}`;

try {
  openComparison(await ask("/api/differences"), review);
} catch (error) {
  document.getElementById("decide").textContent = error.message;
}
document.addEventListener("keydown", (event) => {
  if (event.key === "c" && !event.target.closest("input, select")) location.href = "/";
});
