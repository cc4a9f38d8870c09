/* Events by type and month on an axis that is true to time: a circle a month, its area the count. */
const CHART_YEARS = 15; // shown at first; what is older stands behind a button
const monthNumber = (date) => { const [, y, m] = /^(\d{4})-(\d\d)/.exec(date) || []; return y ? Number(y) * 12 + Number(m) - 1 : null; };

function chart(events, all) {
  const dated = events.filter((e) => e.date && monthNumber(e.date) !== null && !/-(W|Q|H|S|F)/.test(e.date));
  if (!dated.length) return el("p", { class: "empty" }, "No event that is shown is dated to a month.");
  const numbers = dated.map((e) => monthNumber(e.date));
  const last = Math.max(...numbers);
  const first = all ? Math.min(...numbers) : Math.max(Math.min(...numbers), last - CHART_YEARS * 12 + 1);
  const here = dated.filter((e) => monthNumber(e.date) >= first);
  const types = [...new Map(here.map((e) => [e.type, 0])).keys()].map((type) => [type, here.filter((e) => e.type === type)]).sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const [left, step, width] = [190, 24, Math.max(620, at("main").clientWidth - 40)];
  const height = types.length * step + 34;
  const x = (month) => left + 12 + ((month - first) / Math.max(1, last - first)) * (width - left - 70);
  const node = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "chart", role: "group", "aria-label": "Events by type and month" });
  const years = [...new Set(Array.from({ length: last - first + 1 }, (_, i) => Math.floor((first + i) / 12)))];
  const every = Math.ceil(years.length / 12);
  for (const year of years.filter((y) => y % every === 0 && y * 12 >= first)) node.append(svg("line", { class: "tick", x1: x(year * 12), x2: x(year * 12), y1: 4, y2: height - 22 }), svg("text", { class: "axis", x: x(year * 12), y: height - 6 }, String(year)));
  types.forEach(([type, list], row) => node.append(...chartRow(type, list, row * step + step / 2 + 4, x, left, width)));
  const parts = [el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Chart" }, node), el("p", { class: "meta" }, `${count(here.length, "event")} dated to a day or month; ${count(events.length - dated.length, "event")} dated more loosely or not at all ${events.length - dated.length === 1 ? "is" : "are"} not in the picture. A circle opens its events.`)];
  if (here.length < dated.length) parts.push(allButton(events, dated.length - here.length, Math.floor(first / 12)));
  return el("div", {}, ...parts);
}

function allButton(events, older, year) {
  const button = el("button", { type: "button", class: "button" }, `Show ${count(older, "older event")} from before ${year}, too`);
  button.addEventListener("click", () => button.parentElement.replaceWith(chart(events, true)));
  return button;
}

function chartRow(type, list, y, x, left, width) {
  const months = new Map();
  for (const event of list) months.set(monthNumber(event.date), (months.get(monthNumber(event.date)) || 0) + 1);
  const circles = [...months].sort((a, b) => b[1] - a[1]).map(([month, number]) => {
    const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    const name = `${spoken(type)}, ${dateText(day)}: ${number}`;
    return svg("a", { href: address("events", { ...state.filters, type, from: day, to: day }), "aria-label": name }, svg("title", {}, name), svg("circle", { cx: x(month).toFixed(1), cy: y, r: Math.min(11, 3.5 * Math.sqrt(number)).toFixed(1) }));
  });
  return [svg("line", { class: "rule", x1: left, x2: width - 40, y1: y, y2: y }),
    svg("a", { href: address("events", { ...state.filters, type }) }, svg("text", { class: "type", x: left - 6, y: y + 4 }, spoken(type))), ...circles,
    svg("text", { class: "total", x: width - 8, y: y + 4 }, String(list.length))];
}
