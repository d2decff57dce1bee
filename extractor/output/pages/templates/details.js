const planOf = (number) => ({ id: data.plans[number][0], name: data.plans[number][1], full: data.plans[number][2] });

function verdictOf(number) {
  const [kind, upperPlan, upper, lowerPlan, lower, score, vi, en, reasons] = data.verdicts[number];
  return {
    kind, score, reasons, vi: data.texts[vi], en: data.texts[en],
    upperPlan: planOf(upperPlan), upper: sideOf(upper), lowerPlan: planOf(lowerPlan), lower: lower < 0 ? null : sideOf(lower),
  };
}

function sideOf(number) {
  const [criterion, indicator, quote, text, at] = data.sides[number];
  return { criterion, indicator, quote, context: data.texts[text], at };
}

/** Python counts code points, JavaScript counts UTF-16 units. */
function quoteInContext(side) {
  const letters = [...side.context];
  const end = side.at + [...side.quote].length;
  const quoted = make("mark", "", letters.slice(side.at, end).join(""));
  return make("p", "quote", letters.slice(0, side.at).join(""), quoted, letters.slice(end).join(""));
}

function chip(kind) {
  const [vi, en, sign] = data.kinds[kind];
  return make("span", `chip ${kind.replaceAll(" ", "-")}`, `${sign} `, say(vi, en));
}

function because(verdict) {
  const parts = [say(`: ${verdict.vi}`, `: ${verdict.en}`)];
  for (const code of verdict.reasons) {
    const [vi, en] = data.reasons[code] ?? [code, code];
    parts.push(" · ", say(vi, en));
  }
  if (verdict.lower) {
    const likeness = verdict.score.toFixed(2);
    parts.push(" · ", say(`độ giống ${likeness.replace(".", ",")}`, `likeness ${likeness}`));
  }
  return parts;
}

function onePair(verdict) {
  const lower = verdict.lower ? quoteInContext(verdict.lower) : make("p", "quote quiet", say("Không có chỉ tiêu này.", "No such target."));
  return make(
    "div", "pair",
    make("p", "say", chip(verdict.kind), ...because(verdict)),
    make("h4", "", verdict.upperPlan.full), make("h4", "", verdict.lowerPlan.full),
    quoteInContext(verdict.upper), lower,
  );
}

function allPairs(verdicts) {
  const list = make("div", "pairs");
  for (const verdict of verdicts) {
    list.append(make("div", "", chip(verdict.kind), ` ${verdict.lowerPlan.name}`));
    list.append(verdict.lower ? quoteInContext(verdict.lower) : make("div", "quiet", say(verdict.vi, verdict.en)));
  }
  return [make("b", "", verdicts[0].upperPlan.full), quoteInContext(verdicts[0].upper), list];
}

function closeDetail(row) {
  if (!row.classList.contains("opened")) return;
  row.nextElementSibling.remove();
  row.classList.remove("opened");
  row.querySelector(".open").setAttribute("aria-expanded", "false");
  delete row.dataset.opened;
}

/** Opens the quotes of one cell, or of all cells that the filters show; the same again closes them. */
function toggleDetail(row, cell) {
  const what = cell ? cell.dataset.v : "all";
  const wasOpen = row.dataset.opened === what;
  closeDetail(row);
  if (wasOpen) return;
  const shown = [...row.querySelectorAll("td[data-v]:not(.dim)")].filter((each) => !each.hidden);
  const numbers = (cell ? [cell] : shown).map((each) => Number(each.dataset.v));
  if (!numbers.length) return;
  const verdicts = numbers.map(verdictOf);
  const pane = make("div", "pane", ...(verdicts.length === 1 ? [onePair(verdicts[0])] : allPairs(verdicts)));
  const place = make("td", "", pane);
  place.colSpan = row.cells.length;
  row.after(make("tr", "detail", place));
  row.classList.add("opened");
  row.dataset.opened = what;
  row.querySelector(".open").setAttribute("aria-expanded", "true");
}

for (const table of document.querySelectorAll("table.grid")) {
  table.addEventListener("click", (event) => {
    const key = event.target.closest(".key");
    if (key) toggleDetail(key.closest("tr"), key.closest("td[data-v]"));
  });
  table.addEventListener("keydown", (event) => {
    const row = event.target.closest("tr");
    if (event.key === "Escape" && row) closeDetail(row);
  });
}

/** Cells say their verdict to those who do not see the sign. */
function nameCells() {
  const at = language() === "vi" ? 0 : 1;
  for (const cell of document.querySelectorAll("td[data-v]")) {
    const verdict = verdictOf(Number(cell.dataset.v));
    const figure = verdict.lower ? `: ${verdict.lower.quote}` : "";
    const name = `${verdict.lowerPlan.name}: ${data.kinds[verdict.kind][at]}${figure}`;
    cell.firstElementChild.setAttribute("aria-label", name);
    cell.firstElementChild.title = name;
  }
}
inLanguage.push(nameCells);
nameCells();
