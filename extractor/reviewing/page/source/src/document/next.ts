import type { Mark } from "./spans";

/** Of several marks at one place, each click or Enter takes the next. */
export function nextOf(marks: readonly Mark[], focus: string | null): string | null {
  const keys = [...new Set(marks.map(({ key }) => key))];
  return keys[(keys.indexOf(focus ?? "") + 1) % Math.max(keys.length, 1)] ?? null;
}

/** Put the shortest first: what is marked inside something longer is meant first. */
export const shortestFirst = (marks: readonly Mark[]): Mark[] => marks.toSorted((one, other) => one.end - one.start - (other.end - other.start));
