/** A caret for text that can't be written in: the arrow keys move it, Shift selects, as in an editor. */

import type { TextView } from "./textview";

type Step = [direction: "forward" | "backward" | "left" | "right", by: "character" | "word" | "line" | "lineboundary"];

const STEPS: Record<string, Step> = {
  ArrowRight: ["right", "character"],
  ArrowLeft: ["left", "character"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};

/** Move the caret for a key; true where the key was one for it. */
export function moveCaret(event: KeyboardEvent, view: TextView, start: () => number): boolean {
  const step = STEPS[event.key];
  const selection = document.getSelection();
  if (!step || !selection || event.altKey || event.metaKey) return false;
  if (view.caret() === null) {
    const range = view.rangeOf({ start: start(), end: start() });
    selection.collapse(range.startContainer, range.startOffset);
  }
  const [direction, by] = step;
  selection.modify(event.shiftKey ? "extend" : "move", direction, event.ctrlKey && by === "character" ? "word" : by);
  return true;
}

/** Return where the caret is on the screen; null where there is none. */
export function caretBox(): DOMRect | null {
  const selection = document.getSelection();
  if (!selection?.focusNode) return null;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  const box = range.getClientRects()[0];
  if (box) return box;
  // At the end of a line there is no box of its own: that of the letter before serves.
  if (selection.focusOffset > 0) range.setStart(selection.focusNode, selection.focusOffset - 1);
  const before = range.getClientRects()[0];
  return before ? new DOMRect(before.right, before.top, 0, before.height) : null;
}
