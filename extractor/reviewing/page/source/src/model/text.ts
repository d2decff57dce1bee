/** Offsets: records count code points, the DOM counts UTF-16 units. */

import type { Evidence, Span } from "./types";

export interface TextMap {
  text: string;
  /** Number of code points. */
  length: number;
  toUnits(point: number): number;
  toPoints(unit: number): number;
}

/** Map offsets of a text; texts without characters beyond the basic plane cost nothing. */
export function textMap(text: string): TextMap {
  const wide: number[] = [];
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    if (code >= 0xd800 && code <= 0xdbff && unit + 1 < text.length) {
      wide.push(unit);
      unit++;
    }
  }
  const pairsBefore = (isBefore: (unit: number, index: number) => boolean): number => {
    let [low, high] = [0, wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(wide[middle] as number, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    text,
    length: text.length - wide.length,
    toUnits: (point) => point + pairsBefore((unit, index) => unit - index < point),
    toPoints: (unit) => unit - pairsBefore((pair) => pair + 1 < unit),
  };
}

export function slice(map: TextMap, span: Span): string {
  return map.text.slice(map.toUnits(span.start), map.toUnits(span.end));
}

/** Return the evidence of a place, less the blanks at its ends; null where only blanks are left. */
export function evidenceAt(map: TextMap, span: Span): Evidence | null {
  const quote = slice(map, span);
  const trimmed = quote.trim();
  if (trimmed === "") return null;
  const start = span.start + (quote.length - quote.trimStart().length);
  return { quote: trimmed, start, end: start + [...trimmed].length };
}

export interface Line {
  /** In UTF-16 units. */
  start: number;
  text: string;
}

/** Cut the text into its lines, each with its line end. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf("\n", start);
    const end = at < 0 ? text.length : at + 1;
    lines.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return lines;
}

/** Find the next place of some words, from a place on and round; case and kinds of blanks don't count. Units. */
export function findWords(text: string, words: string, from: number, backwards = false): Span | null {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return null;
  const pattern = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("\\s+"), "giu");
  const found = [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  if (backwards) return found.findLast((span) => span.start < from) ?? found.at(-1) ?? null;
  return found.find((span) => span.start >= from) ?? found[0] ?? null;
}
