/** Boxes of words on the image of a page. */

import type { Box, Span } from "../model/types";

export const meets = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Join the boxes of words that stand beside each other on one line. */
export function byLine(words: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const height = word.y1 - word.y0;
    const isBeside = last && Math.abs(last.y1 - word.y1) < height / 2 && word.x0 - last.x1 < height * 2 && word.x0 >= last.x0;
    if (isBeside) lines[lines.length - 1] = { ...last, end: word.end, x1: Math.max(last.x1, word.x1), y0: Math.min(last.y0, word.y0), y1: Math.max(last.y1, word.y1) };
    else lines.push(word);
  }
  return lines;
}
