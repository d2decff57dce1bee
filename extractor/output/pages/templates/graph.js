/** Lights up the lines of the box that is pointed at or has the focus. */
function lightUp(drawing) {
  const edges = [...drawing.querySelectorAll(".edge")];
  const boxes = new Map([...drawing.querySelectorAll(".box")].map((box) => [box.dataset.id, box]));

  function show(id) {
    drawing.classList.toggle("lit", id !== null);
    for (const box of boxes.values()) box.classList.remove("hot");
    for (const edge of edges) {
      const { one, other } = edge.dataset;
      const hot = id !== null && (one === id || other === id);
      edge.classList.toggle("hot", hot);
      if (hot) for (const end of [one, other]) boxes.get(end)?.classList.add("hot");
    }
  }

  for (const [id, box] of boxes) {
    box.addEventListener("mouseenter", () => show(id));
    box.addEventListener("mouseleave", () => show(null));
    box.addEventListener("focus", () => show(id));
    box.addEventListener("blur", () => show(null));
  }
  rove(drawing, ".box");
}

for (const drawing of document.querySelectorAll("svg.graph")) lightUp(drawing);
