const text = document.querySelector(".text");
const marks = new Map();
const items = new Map();

for (const piece of text.querySelectorAll("[data-r]")) {
  for (const id of piece.dataset.r.split(" ")) {
    if (!marks.has(id)) marks.set(id, []);
    marks.get(id).push(piece);
  }
}
for (const item of document.querySelectorAll(".item")) items.set(item.dataset.id, item);

/** The records at an element: those of a piece of text, the shortest first, or the one that is listed there. */
function recordsAt(element) {
  const piece = element.closest("[data-r]");
  if (piece) return piece.dataset.r.split(" ").reverse();
  const item = element.closest(".item");
  return item ? [item.dataset.id] : [];
}

function light(ids) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const id of ids) items.get(id)?.classList.add("lit");
  for (const piece of marks.get(ids[0]) ?? []) piece.classList.add("lit");
}

/** Scrolls within its own column, so that the page stays where it is. */
function showIn(column, element) {
  const inside = column.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  if (place.top < inside.top || place.bottom > inside.bottom) {
    column.scrollTop += place.top - inside.top - inside.height / 3;
  }
}

/** Goes to the same record on the other side. */
function cross(element) {
  const ids = recordsAt(element);
  const [id] = element.closest("[data-r]") ? ids.filter((each) => items.get(each)?.getClientRects().length) : ids;
  const other = element.closest("[data-r]") ? items.get(id) : marks.get(id)?.[0];
  if (!other) return;
  const column = other.closest(".text, .record, ul.findings");
  if (column) showIn(column, other);
  other.focus({ preventScroll: true });
  light(element.closest("[data-r]") ? ids : [id]);
}

for (const side of document.querySelectorAll(".text, .list")) {
  side.addEventListener("mouseover", (event) => light(recordsAt(event.target)));
  side.addEventListener("mouseleave", () => light([]));
  side.addEventListener("focusin", (event) => light(recordsAt(event.target)));
  side.addEventListener("click", (event) => {
    if (!event.target.closest("summary")) cross(event.target);
  });
  side.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.target.closest("summary")) cross(event.target);
  });
  rove(side, side === text ? "[data-r]" : ".item");
}

for (const box of document.querySelectorAll("[data-layer]")) {
  box.addEventListener("change", () => document.body.classList.toggle(`off-${box.dataset.layer}`, !box.checked));
}
