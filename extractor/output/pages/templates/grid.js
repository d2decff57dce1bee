/** Arrow keys move between the cells of a table that are shown; one of them can be reached by Tab. */
function gridKeys(table) {
  const keysOf = (row) => [...row.querySelectorAll(".key")].filter((key) => key.getClientRects().length);
  const rows = () => [...table.querySelectorAll("tbody > tr:not(.detail)")].filter((row) => keysOf(row).length);
  const column = (key) => key.closest("td, th").cellIndex;
  const first = table.querySelector(".key");
  if (first) first.tabIndex = 0;

  function nearest(row, at) {
    const far = (key) => Math.abs(column(key) - at);
    return keysOf(row).reduce((best, key) => (far(key) < far(best) ? key : best));
  }

  table.addEventListener("focusin", (event) => {
    const key = event.target.closest(".key");
    if (!key) return;
    for (const other of table.querySelectorAll('.key[tabindex="0"]')) other.tabIndex = -1;
    key.tabIndex = 0;
  });

  function target(event, key) {
    const row = key.closest("tr");
    const inRow = keysOf(row);
    const all = rows();
    const at = inRow.indexOf(key);
    const down = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (down) {
      const next = Math.max(0, Math.min(all.length - 1, all.indexOf(row) + down));
      return nearest(all[next], column(key));
    }
    return { ArrowRight: inRow[at + 1], ArrowLeft: inRow[at - 1], Home: inRow[0], End: inRow.at(-1) }[event.key];
  }

  table.addEventListener("keydown", (event) => {
    const key = event.target.closest(".key");
    const next = key && target(event, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

for (const table of document.querySelectorAll('table[role="grid"]')) gridKeys(table);
