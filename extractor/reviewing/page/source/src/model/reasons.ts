/** What a person should look at: reasons that the extractor gave, and findings of the checks. */

import { inVietnamese } from "./doubts";
import { isList, itemsOf, PLAN, planEvidence, planKey } from "./gold";
import type { Decisions, Finding, Gold, Layer, PlanRecord, Span } from "./types";

export interface Reason {
  kind: "review" | Finding["severity"];
  vi: string;
  en: string;
}

export type Reasons = ReadonlyMap<string, readonly Reason[]>;

const meets = (one: Span, other: Span): boolean =>
  (one.start >= other.start && one.end <= other.end) || (one.start <= other.start && one.end >= other.end);

interface Row {
  key: string;
  places: readonly Span[];
  review: string | null | undefined;
}

/** Return what can be focused in a record, in order: fields of the form, then items. */
export function rowsOf(gold: Gold, layers: readonly Layer[]): Row[] {
  return layers.flatMap((layer): Row[] =>
    isList(layer)
      ? itemsOf(gold, layer.name).map((item) => ({ key: item._key, places: [item], review: item.review }))
      : layer.fields.map(({ name }) => ({
          key: planKey(name),
          places: planEvidence(gold, name),
          review: gold.plan.review?.[name] ?? gold.plan.review?.[name.split(".")[0] ?? name],
        })),
  );
}

/** Return the reasons to look at each row that has any. */
export function reasonsOf(gold: Gold, record: PlanRecord, layers: readonly Layer[]): Reasons {
  const findings = (record.findings ?? []).filter(({ severity }) => severity !== "info");
  const reasons = new Map<string, Reason[]>();
  for (const { key, places, review } of rowsOf(gold, layers)) {
    const own: Reason[] = review ? [{ kind: "review", vi: inVietnamese(review), en: review }] : [];
    const found = findings.filter(({ quotes }) => quotes.some((quote) => places.some((place) => meets(place, quote))));
    const all = [...own, ...found.map(({ severity, message, message_vi }) => ({ kind: severity, vi: message_vi, en: message }))];
    if (all.length > 0) reasons.set(key, all);
  }
  return reasons;
}

export const isOpen = (key: string, reasons: Reasons, decisions: Decisions): boolean => reasons.has(key) && !decisions[key];

/** Return the keys of the rows of layers that are shown, in the order of the list. */
export function keysOf(gold: Gold, layers: readonly Layer[], hidden: ReadonlySet<string>): string[] {
  return layers
    .filter(({ name }) => !hidden.has(name))
    .flatMap((layer) => (layer.name === PLAN ? layer.fields.map(({ name }) => planKey(name)) : itemsOf(gold, layer.name).map((item) => item._key)));
}

/** Return the next (or previous) of the keys that fit, from one on and round. */
export function nextKey(
  keys: readonly string[],
  from: string | null,
  step: 1 | -1,
  fits: (key: string) => boolean = () => true,
): string | null {
  const at = from === null ? (step === 1 ? -1 : keys.length) : keys.indexOf(from);
  for (let count = 1; count <= keys.length; count++) {
    const key = keys[(at + step * count + keys.length * 2) % keys.length];
    if (key !== undefined && key !== from && fits(key)) return key;
  }
  return null;
}
