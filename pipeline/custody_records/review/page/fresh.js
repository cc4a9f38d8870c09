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

export function fresh(field, found) {
  return { ...VALUES[field](found.text), [field === "events" ? "evidence" : "mentions"]: [found] };
}
