import { places, state } from "./state.js";

/* What a new entry is taken to be until a person says more, from the words that were selected. */

const digits = (text) => Number((/\d[\d,  ]*(\.\d+)?/.exec(text) || ["0"])[0].replace(/[,  ]/g, ""));

/* Fields whose words say all that an entry needs; the others ask for more first. */
export const startsWhole = (field) => ["people", "organizations", "places"].includes(field);

const plainName = (text) => text.replace(/\s+/g, " ").replace(/^the /i, "").replace(/['’]s?$/, "");

const VALUES = {
  facilities: (text) => (/\d/.test(text) ? { code: text, name: null } : { code: null, name: plainName(text) }),
  statutes: () => ({ penalties: [] }),
  people: (text) => ({ name: plainName(text), roles: [], age: null }),
  organizations: (text) => ({ name: plainName(text) }),
  places: (text) => ({ name: plainName(text) }),
  dates: () => ({ value: "", end: null, modifier: null }),
  figures: (text) => ({ value: digits(text), max: null, qualifier: null, unit: text.replace(/^[\d,.\s]+/, ""), predicate: null }),
  events: () => ({ type: null, status: "reported", facility: null, place: null, date: null, subjects: [], actors: [], sources: [] }),
};

/* The one value of a field that is mentioned within the selected words, if it is one only. */
function within(field, found, name) {
  const there = state.article.entries.filter((one) => one.field === field && one.verdict !== "rejected" && places(one).some((m) => m.start >= found.start && m.end <= found.end));
  return there.length === 1 ? name(there[0].value) : null;
}

export function fresh(field, found) {
  const value = VALUES[field](found.text);
  if (field === "events") {
    value.facility = within("facilities", found, (v) => v.code || v.name);
    value.place = within("places", found, (v) => v.name);
    value.date = within("dates", found, (v) => v.value);
  }
  return { ...value, [field === "events" ? "evidence" : "mentions"]: [found] };
}
