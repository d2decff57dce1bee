/** The text of a document as lines of text nodes; places are UTF-16 units. Text only ever becomes text nodes. */

import { linesOf } from "../model/text";
import type { Span } from "../model/types";

export interface TextView {
  element: HTMLElement;
  rangeOf(span: Span): Range;
  /** Return the place of the selection in the text; null where it is elsewhere. */
  selected(): Span | null;
  /** Return where the moving end of the selection is. */
  caret(): number | null;
  offsetAt(node: Node, offset: number): number;
}

export function createTextView(element: HTMLElement, text: string): TextView {
  const lines = linesOf(text);
  const nodes = lines.map((line) => {
    const row = document.createElement("div");
    const node = document.createTextNode(line.text);
    row.className = "line";
    row.append(node);
    return { row, node };
  });
  element.replaceChildren(...nodes.map(({ row }) => row));

  const place = (unit: number, isEnd: boolean): [Node, number] => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const start = lines[middle]?.start ?? 0;
      if (start < unit || (start === unit && !isEnd)) low = middle;
      else high = middle - 1;
    }
    const [line, node] = [lines[low], nodes[low]?.node];
    return line && node ? [node, Math.min(unit - line.start, line.text.length)] : [element, 0];
  };

  const offsetAt = (node: Node, offset: number): number => {
    const before = document.createRange();
    before.setStart(element, 0);
    before.setEnd(node, offset);
    return before.toString().length;
  };

  return {
    element,
    rangeOf({ start, end }) {
      const range = document.createRange();
      range.setStart(...place(start, false));
      range.setEnd(...place(end, end > start));
      return range;
    },
    offsetAt,
    selected() {
      const selection = document.getSelection();
      if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
      const start = offsetAt(range.startContainer, range.startOffset);
      return { start, end: start + range.toString().length };
    },
    caret() {
      const selection = document.getSelection();
      const node = selection?.focusNode;
      return selection && node && element.contains(node) ? offsetAt(node, selection.focusOffset) : null;
    },
  };
}

/** Scroll a place into the middle part of its scroller, unless it is there already. */
export function reveal(scroller: HTMLElement, place: DOMRect): void {
  const frame = scroller.getBoundingClientRect();
  if (frame.height === 0 || (place.top >= frame.top + 12 && place.bottom <= frame.bottom - 12)) return;
  scroller.scrollTop += place.top - frame.top - frame.height / 3;
}
