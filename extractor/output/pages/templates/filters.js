const kindButtons = [...document.querySelectorAll(".filter")];
const planChoice = document.getElementById("plan");
const criterionChoice = document.getElementById("criterion");
const searchBox = document.getElementById("search");
const words = new WeakMap();

/** Everything that can be searched in a row: the upper target, and those of the lower plans. */
function wordsOf(row) {
  if (!words.has(row)) {
    const found = [row.dataset.criterion];
    for (const cell of row.querySelectorAll("td[data-v]")) {
      const { upper, lower, lowerPlan } = verdictOf(Number(cell.dataset.v));
      found.push(lowerPlan.full, upper.indicator, upper.context, lower?.indicator, lower?.context);
    }
    words.set(row, fold([...new Set(found)].filter(Boolean).join("\n")));
  }
  return words.get(row);
}

function chosenKinds() {
  return new Set(kindButtons.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.dataset.kind));
}

function applyFilters() {
  const wanted = {
    kinds: chosenKinds(), plan: planChoice.value, criterion: criterionChoice.value, search: fold(searchBox.value.trim()),
  };
  let shown = 0;
  let all = 0;
  for (const matrix of document.querySelectorAll(".matrix")) {
    const rows = [...matrix.querySelectorAll("tbody > tr:not(.detail)")];
    const visible = filterMatrix(matrix, rows, wanted);
    matrix.hidden = visible === 0;
    shown += visible;
    all += rows.length;
  }
  const told = document.getElementById("shown");
  told.replaceChildren(say(`Hiện ${shown}/${all} chỉ tiêu`, `${shown} of ${all} targets`));
  document.getElementById("nothing").hidden = shown > 0;
}

function filterMatrix(matrix, rows, wanted) {
  const heads = [...matrix.querySelectorAll("th.plan")];
  const isUpper = matrix.dataset.upper === wanted.plan;
  const before = matrix.querySelector("thead tr").cells.length - heads.length;
  const hiddenPlans = heads.map((head) => Boolean(wanted.plan) && !isUpper && head.dataset.plan !== wanted.plan);
  heads.forEach((head, at) => { head.hidden = hiddenPlans[at]; });
  let visible = 0;
  for (const row of rows) {
    closeDetail(row);
    let hit = false;
    heads.forEach((_, at) => {
      const cell = row.cells[before + at];
      cell.hidden = hiddenPlans[at];
      if (cell.hidden || !cell.dataset.v) return;
      const fits = !wanted.kinds.size || wanted.kinds.has(data.verdicts[Number(cell.dataset.v)][0]);
      cell.classList.toggle("dim", !fits);
      hit ||= fits;
    });
    const otherCriterion = wanted.criterion !== "" && row.dataset.criterion !== wanted.criterion;
    const otherWords = wanted.search !== "" && !wordsOf(row).includes(wanted.search);
    row.hidden = !hit || otherCriterion || otherWords;
    visible += row.hidden ? 0 : 1;
  }
  return visible;
}

function setFilters(kinds, plan) {
  for (const button of kindButtons) button.setAttribute("aria-pressed", String(kinds.includes(button.dataset.kind)));
  planChoice.value = plan;
  criterionChoice.value = "";
  searchBox.value = "";
  applyFilters();
}

for (const button of kindButtons) {
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    applyFilters();
  });
}
planChoice.addEventListener("change", applyFilters);
criterionChoice.addEventListener("change", applyFilters);
let waiting = 0;
searchBox.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(applyFilters, 120);
});
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("clear").addEventListener("click", () => setFilters([], ""));
document.getElementById("open-all").addEventListener("click", () => {
  for (const row of document.querySelectorAll(".grid tbody > tr:not(.detail)")) {
    if (row.getClientRects().length && row.dataset.opened !== "all") toggleDetail(row, null);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input, select")) return;
  event.preventDefault();
  searchBox.focus();
});
for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => {
    setFilters([button.dataset.show], button.dataset.plan);
    document.getElementById("matrix").scrollIntoView();
  });
}
applyFilters();
