/* A map without tiles: Natural Earth's land and borders in Mercator's projection, points in
   clusters that fall apart as one comes nearer. Points are links; buttons and a wheel zoom. */
const mercator = (degrees) => (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (Math.max(-82, Math.min(82, degrees)) * Math.PI) / 360));

function lines(list, close) {
  return list.map((flat) => {
    let [x, y] = flat;
    let path = `M${x / 10} ${(-mercator(y / 10)).toFixed(2)}`;
    for (let i = 2; i < flat.length; i += 2) {
      x += flat[i]; y += flat[i + 1];
      path += `L${x / 10} ${(-mercator(y / 10)).toFixed(2)}`;
    }
    return path + (close ? "Z" : "");
  }).join("");
}

let worldPaths = null;
function worldShapes() {
  worldPaths ||= [["land", lines(data.world.land, true)], ["border", lines(data.world.borders)], ["border disputed", lines(data.world.disputed)]];
  return worldPaths.map(([kind, d]) => svg("path", { class: kind, d }));
}

function pointsShown() {
  const facilities = shown("facilities").filter((f) => f.at && f.precision !== "country").map((f) => ({
    x: f.at[0], y: -mercator(f.at[1]), title: f.title, weight: countOf(f.articles, "articles"), facility: true,
    kind: kindOf(f), href: address(pathOf("facility", f.id)) }));
  const places = shown("places").filter((p) => p.at && p.precision !== "country").map((p) => ({
    x: p.at[0], y: -mercator(p.at[1]), title: p.title, weight: countOf(p.articles, "articles"), facility: false,
    kind: p.precision === "region" ? "place region" : "place", href: address("articles", state.filters) + (Object.keys(state.filters).length ? "&" : "?") + `q=${encodeURIComponent(p.title)}` }));
  return [...facilities, ...places].sort((a, b) => b.facility - a.facility || b.weight - a.weight);
}

/* Points nearer to each other than a thumb are one, in the order of their weight. */
function clusters(points, scale) {
  const found = [];
  for (const point of points) {
    const near = found.find((c) => Math.hypot(c.x - point.x, c.y - point.y) * scale < 30);
    if (near) { near.members.push(point); near.weight += point.weight; } else found.push({ ...point, members: [point] });
  }
  return found;
}

/* The middle nine tenths of the points on each axis: one far away does not make all others small. */
function fitted(points, width, height) {
  const [[left, right], [top, bottom]] = ["x", "y"].map((axis) => {
    const sorted = points.map((p) => p[axis]).sort((a, b) => a - b);
    const cut = Math.floor(sorted.length / 20);
    return [sorted[cut], sorted[sorted.length - 1 - cut]];
  });
  const span = Math.max(6, right - left, ((bottom - top) * width) / height) * 1.25;
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: width / span };
}

function map(points, width, height) {
  if (!points.length) return el("p", { class: "empty" }, "No facility or place that is shown has coordinates.");
  const view = fitted(points, width, height);
  const ground = svg("g", {}, ...worldShapes());
  const layer = svg("g", {});
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "map", role: "group", "aria-label": "Map of facilities and places" }, svg("rect", { class: "sea", width, height }), ground, layer);
  const screen = (p) => [(p.x - view.x) * view.scale + width / 2, (p.y - view.y) * view.scale + height / 2];
  const draw = () => {
    ground.setAttribute("transform", `translate(${width / 2 - view.x * view.scale} ${height / 2 - view.y * view.scale}) scale(${view.scale})`);
    layer.replaceChildren(...placed(clusters(points, view.scale), screen, width, height, zoomTo));
  };
  const zoom = (factor, x = view.x, y = view.y) => {
    const next = Math.max(2, Math.min(600, view.scale * factor));
    const share = 1 - view.scale / next;
    view.x += (x - view.x) * share; view.y += (y - view.y) * share; view.scale = next;
    draw();
  };
  const zoomTo = (cluster) => { view.x = cluster.x; view.y = cluster.y; zoom(3); };
  drag(picture, view, draw, zoom, width);
  draw();
  const tools = el("div", { class: "map-tools" }, ...[["+", "Zoom in", 2], ["−", "Zoom out", 0.5]].map(([sign, name, factor]) => {
    const button = el("button", { type: "button", class: "button", "aria-label": name }, sign);
    button.addEventListener("click", () => zoom(factor));
    return button;
  }));
  return el("div", { class: "map-box" }, picture, tools, el("p", { class: "meta legend" }, ...legend(points)));
}

const kindOf = (f) => ({ facility: "facility", unverified: "facility unsure" })[f.precision] || "facility near";
const KINDS = { facility: "facility", "facility unsure": "facility, place not verified", "facility near": "facility, at the town named", place: "place named", "place region": "region, at its centre" };
function legend(points) {
  const kinds = Object.keys(KINDS).filter((kind) => points.some((p) => p.kind === kind));
  return [...kinds.flatMap((kind) => [svg("svg", { class: "key", viewBox: "0 0 14 14", "aria-hidden": "true" }, svg("circle", { class: `point ${kind}`, cx: 7, cy: 7, r: 5 })), el("span", {}, KINDS[kind])]),
    `Countries are not drawn as points. Map: ${data.world.source}; dashed: disputed.`];
}

/* Points with labels where there is room for them. */
function placed(found, screen, width, height, zoomTo) {
  const taken = [];
  return found.flatMap((c) => {
    const [x, y] = screen(c);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return [];
    const many = c.members.length > 1;
    const r = many ? Math.min(20, 8 + 2 * Math.log2(c.members.length)) : 5 + Math.min(4, Math.log2(1 + c.weight));
    const name = many ? `${c.members.length} places: ${c.members.slice(0, 8).map((m) => m.title).join("; ")}${c.members.length > 8 ? " …" : ""}` : `${c.title}: ${count(c.weight, "article")}`;
    const dot = svg("circle", { class: `point ${c.kind}${many ? " many" : ""}`, cx: x.toFixed(1), cy: y.toFixed(1), r });
    const inside = many ? svg("text", { x: x.toFixed(1), y: (y + 4).toFixed(1), class: "number" }, String(c.members.length)) : null;
    const node = svg("a", { href: many ? "#map" : c.href, class: "spot", "aria-label": name }, svg("title", {}, name), dot, inside, label(c, many, x, y, r, taken, width));
    if (many) node.addEventListener("click", (event) => { event.preventDefault(); zoomTo(c); });
    return [node];
  });
}

function label(c, many, x, y, r, taken, width) {
  const text = c.title.length > 26 ? `${c.title.slice(0, 25)}…` : c.title;
  const [length, left] = [text.length * 6.4 + 6, x + r + 4];
  const box = [left, y - 8, left + length, y + 8];
  if (many || box[2] > width || taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) {
    taken.push([x - r, y - r, x + r, y + r]);
    return null;
  }
  taken.push([x - r, y - r, box[2], box[3]]);
  return svg("text", { x: left.toFixed(1), y: (y + 4).toFixed(1), class: "name" }, text);
}

function drag(picture, view, draw, zoom, width) {
  let from = null;
  const unit = () => width / picture.getBoundingClientRect().width;
  picture.addEventListener("pointerdown", (event) => { if (!event.target.closest("a")) { from = [event.clientX, event.clientY, view.x, view.y]; picture.setPointerCapture(event.pointerId); } });
  picture.addEventListener("pointermove", (event) => {
    if (!from) return;
    view.x = from[2] - ((event.clientX - from[0]) * unit()) / view.scale;
    view.y = from[3] - ((event.clientY - from[1]) * unit()) / view.scale;
    draw();
  });
  for (const name of ["pointerup", "pointercancel"]) picture.addEventListener(name, () => { from = null; });
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return; // a page that scrolls goes on scrolling
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8);
  }, { passive: false });
}
