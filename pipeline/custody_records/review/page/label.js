/* One line that names an entry. */

import { spaced } from "./dom.js";

const joined = (...parts) => parts.filter((part) => part !== null && part !== undefined && part !== "").join(", ");

const NAMES = {
  article: (v) => joined(v.title, v.published, v.author),
  facilities: (v) => joined(v.code, v.name),
  statutes: (v) => joined(v.instrument || "unknown instrument", v.article && `art. ${v.article}`, v.part && `part ${v.part}`, v.point && `point ${v.point}`),
  dates: (v) => `${v.value || "?"}${v.end ? `/${v.end}` : ""}`,
  figures: (v) => `${v.value ?? "?"}${v.max !== null && v.max !== undefined ? `–${v.max}` : ""} ${v.unit || ""}`.trim(),
  events: (v) => spaced(v.type || "event"),
};
const SHOWN = {
  article: [], facilities: ["kind", "place", "country"], statutes: ["jurisdiction", "offence"],
  people: ["age", "roles"], dates: ["modifier"], figures: ["qualifier", "predicate"],
  events: ["status", "facility", "place", "date"],
};

export const label = (entry) => (NAMES[entry.field] || ((v) => v.name || "?"))(entry.value);

const told = (value) => {
  if (value === null || value === undefined || value === "" || value.length === 0) return "–";
  return Array.isArray(value) ? value.map((item) => (typeof item === "object" ? Object.values(item).join(" ") : item)).join("; ") : spaced(value);
};

/* What the proposal has where a person decided otherwise. */
export function changed(entry) {
  const names = Object.keys(entry.proposed).filter((name) => !["mentions", "evidence", "aliases"].includes(name));
  return names.filter((name) => told(entry.proposed[name]) !== told(entry.value[name])).map((name) => `${spaced(name)} ${told(entry.proposed[name])}`).join(" · ");
}

/* The attributes worth a second line. */
export function details(entry) {
  const value = entry.value;
  const parts = (SHOWN[entry.field] || []).map((name) => value[name]).flat().filter((part) => part !== null && part !== undefined && part !== "");
  for (const penalty of value.penalties || []) parts.push([penalty.kind, [...new Set([penalty.min, penalty.max])].filter((n) => n !== null).join("–"), penalty.unit].filter(Boolean).join(" "));
  if (entry.field === "events") {
    if (value.subjects?.length) parts.push(`to ${value.subjects.join("; ")}`);
    if (value.actors?.length) parts.push(`by ${value.actors.join("; ")}`);
    if (value.sources?.length) parts.push(`says ${value.sources.join("; ")}`);
  }
  return parts.map(spaced).join(" · ");
}
