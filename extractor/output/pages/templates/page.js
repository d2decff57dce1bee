const data = JSON.parse(document.getElementById("data").textContent);

/** Makes an element with a class and what is in it; text stays text. */
function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** The same words in both languages, of which the page shows one. */
function say(vi, en) {
  const both = document.createDocumentFragment();
  for (const [language, text] of [["vi", vi], ["en", en]]) {
    const part = make("span", language, text);
    part.lang = language;
    both.append(part);
  }
  return both;
}

function language() {
  return document.documentElement.dataset.language;
}

/** What is called when the language changes, for what cannot stand there in both. */
const inLanguage = [];

function setLanguage(name) {
  const root = document.documentElement;
  root.lang = root.dataset.language = name;
  for (const button of document.querySelectorAll(".languages button")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === name));
  }
  for (const plain of document.querySelectorAll("[data-vi]")) plain.textContent = plain.dataset[name];
  for (const update of inLanguage) update();
}

for (const button of document.querySelectorAll(".languages button")) {
  button.addEventListener("click", () => setLanguage(button.dataset.language));
}

/** Letters without marks and case, so that "ho ngheo" finds "Hộ nghèo". */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
}

/** Arrow keys move the focus along a list, of which one member can be reached by Tab. */
function rove(container, selector) {
  const shown = () => [...container.querySelectorAll(selector)].filter((item) => item.getClientRects().length);
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const first = container.querySelector(selector);
  if (first) first.setAttribute("tabindex", "0");
  container.addEventListener("focusin", (event) => {
    const item = event.target.closest(selector);
    if (!item) return;
    for (const other of container.querySelectorAll(`${selector}[tabindex="0"]`)) other.setAttribute("tabindex", "-1");
    item.setAttribute("tabindex", "0");
  });
  container.addEventListener("keydown", (event) => {
    const item = event.target.closest(selector);
    const items = item ? shown() : [];
    let at = items.indexOf(item);
    if (at < 0) return;
    if (event.key in steps) at += steps[event.key];
    else if (event.key === "Home") at = 0;
    else if (event.key === "End") at = items.length - 1;
    else return;
    event.preventDefault();
    items[Math.max(0, Math.min(items.length - 1, at))].focus();
  });
}
