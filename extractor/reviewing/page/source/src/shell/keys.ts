/** The keyboard. Letters are taken by their place on the keyboard, so that a Vietnamese input method does not get in the way. */

import * as app from "../app";
import { isList, itemsOf, planKey } from "../model/gold";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");

/** What was set just now is drawn in a microtask; the focus moves right after it, before the next key is taken. */
const afterDrawing = (then: () => void): void => queueMicrotask(() => queueMicrotask(then));

/** Focus the first element that one of the selectors names, the first selector before the next. */
function focusOn(...selectors: string[]): void {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) {
      found.focus();
      return;
    }
  }
}

export function toList(): void {
  app.side.set("record");
  afterDrawing(() => focusOn(".list .row[aria-current=true]", ".list .row[data-key]"));
}

function toText(): void {
  app.side.set("document");
  app.view.set("text");
  afterDrawing(() => focusOn("#text"));
}

function toFind(): void {
  app.side.set("document");
  afterDrawing(() => focusOn("#find"));
}

/** Go into the fields of the focused record. */
function edit(): void {
  app.side.set("record");
  afterDrawing(() => {
    const field = document.querySelector(".inspector .field.current") ?? document.querySelector(".inspector .field");
    const control = field?.querySelector<HTMLElement>("input, select, textarea");
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === "text") control.select();
  });
}

function toLayer(index: number): void {
  const now = app.review.get();
  if (!now) return;
  const layer = index === 0 ? now.document.layers.find((one) => !isList(one)) : now.document.layers.filter(isList)[index - 1];
  if (!layer) return;
  const first = isList(layer) ? itemsOf(now.gold, layer.name)[0]?._key : planKey(layer.fields[0]?.name ?? "");
  if (first !== undefined) {
    if (now.hidden.has(layer.name)) app.dispatch({ do: "toggle", layer: layer.name });
    app.dispatch({ do: "focus", key: first });
  }
}

function digit(index: number, isShift: boolean): void {
  const now = app.review.get();
  const layers = now?.document.layers ?? [];
  const layer = index === 0 ? layers.find((one) => !isList(one)) : layers.filter(isList)[index - 1];
  if (!now || !layer) return;
  if (isShift) app.dispatch({ do: "toggle", layer: layer.name });
  else if (now.selection && index > 0) app.addSelected(layer.name);
  else toLayer(index);
}

const PLAIN: Record<string, () => void> = {
  KeyJ: () => app.go(1),
  KeyK: () => app.go(-1),
  KeyN: () => app.go(1, true),
  KeyP: () => app.go(-1, true),
  KeyA: app.acceptAndGo,
  KeyE: edit,
  KeyR: app.anchorFocused,
  KeyT: toText,
  KeyL: toList,
  KeyI: () => app.view.set(app.view.get() === "text" && app.hasImages() ? "image" : "text"),
  KeyQ: () => void app.openQueue(),
  BracketLeft: () => void app.turnPlan(-1),
  BracketRight: () => void app.turnPlan(1),
  Slash: toFind,
};

function withControl(event: KeyboardEvent): (() => void) | null {
  if (event.code === "KeyZ") return () => app.dispatch({ do: event.shiftKey ? "redo" : "undo" });
  if (event.code === "KeyY") return () => app.dispatch({ do: "redo" });
  if (event.code === "KeyS") return () => void app.saveNow();
  if (event.key === "Enter") return () => void app.finish();
  return null;
}

function inField(event: KeyboardEvent): (() => void) | null {
  const target = event.target as HTMLElement;
  if (event.key === "Escape") return target.id === "find" ? toText : toList;
  const isOneLine = target.matches(".inspector input, .inspector textarea:not([data-lines])");
  return event.key === "Enter" && isOneLine && !event.isComposing ? toList : null;
}

function inList(event: KeyboardEvent): (() => void) | null {
  const isRow = event.target instanceof Element && event.target.matches(".row[data-key]");
  if (!isRow && event.target !== document.body) return null;
  if (event.key === "ArrowDown") return () => app.go(1);
  if (event.key === "ArrowUp") return () => app.go(-1);
  return event.key === "Enter" && isRow ? edit : null;
}

function single(event: KeyboardEvent): (() => void) | null {
  if (event.key === "?") return () => app.isHelpOpen.set(true);
  if (!app.singleKeys.get()) return null;
  const number = /^(?:Digit|Numpad)(\d)$/u.exec(event.code)?.[1];
  if (number !== undefined) return () => digit(Number(number), event.shiftKey);
  return event.shiftKey ? null : (PLAIN[event.code] ?? null);
}

function escape(): void {
  if (app.review.get()?.selection) {
    document.getSelection()?.removeAllRanges();
    app.dispatch({ do: "select", span: null });
  } else toList();
}

function plain(event: KeyboardEvent): (() => void) | null {
  if (event.key === "Escape") return escape;
  if (event.key === "Delete") return app.removeFocused;
  return inList(event) ?? single(event);
}

function actionOf(event: KeyboardEvent): (() => void) | null {
  if (app.isHelpOpen.get() || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return withControl(event);
  if (app.review.get() === null) return event.key === "?" ? () => app.isHelpOpen.set(true) : null;
  return isTyping(event.target) ? inField(event) : plain(event);
}

export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const action = actionOf(event);
  if (!action || (app.review.get() === null && event.ctrlKey)) return;
  event.preventDefault();
  action();
}
