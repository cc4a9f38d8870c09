/* Talks to the server: JSON in, JSON out, with the token of the address in a header. */

const KEPT = "review-token";
const given = new URLSearchParams(location.hash.slice(1)).get("token");
if (given) sessionStorage.setItem(KEPT, given);
const token = given || sessionStorage.getItem(KEPT) || "";

/* An answer other than 200; `status` is 0 where there was none. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.error || "The server does not answer.");
    this.status = status;
    this.current = body.current;
  }
}

export async function ask(path, body) {
  const headers = { "X-Review-Token": token };
  if (body) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(path, { method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body) });
  } catch {
    throw new Refused(0, { error: "The server does not answer: your last change is not kept. Start extract review again; all that was kept before is there." });
  }
  const text = await answer.text();
  let told = {};
  try { told = JSON.parse(text); } catch { told = { error: text }; }
  if (!answer.ok) throw new Refused(answer.status, told);
  return told;
}

/* An article as it was sent: a proposal that stands as it is was not said twice. */
export function whole(article) {
  for (const one of article.entries) if (one.proposed === true) one.proposed = one.value;
  return article;
}

export const about = (id, what = "") => `/api/articles/${encodeURIComponent(id)}${what}`;
