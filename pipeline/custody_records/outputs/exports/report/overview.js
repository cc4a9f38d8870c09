/* The corpus at a glance: counts that are those of the other views, a map, events in time. */
function overview() {
  const card = (kind, label) => el("a", { class: "card figure", href: address(kind) }, el("b", {}, passing[kind].size.toLocaleString("en")), label);
  const events = shown("events");
  return [
    el("h2", {}, isFiltered() ? "What passes the filters" : "At a glance"),
    el("div", { class: "cards" }, card("articles", "articles"), card("events", "events"), card("facilities", "facilities"), card("people", "people"), card("organizations", "organizations")),
    el("section", {}, el("h3", {}, "Where"), map(pointsShown(), at("main").clientWidth - 40, innerWidth < 600 ? 320 : 440)),
    el("section", {}, el("h3", {}, "What happened, by type and month"), chart(events)),
    el("div", { class: "columns" },
      bars("Facilities by articles", mostNamed("facilities")), bars("People by articles", mostNamed("people"), "Linked by name: a page says how sure that is."),
      bars("Organizations by articles", mostNamed("organizations")), isFiltered() ? "" : bars("Laws by articles", data.statutes))];
}

function mostNamed(kind) {
  return [...passing[kind]].map((n) => [thingLink(kind, n), countOf(data[kind][n].articles, "articles")]).sort((a, b) => b[1] - a[1]).slice(0, 10);
}
