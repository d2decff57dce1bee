/** A corrected record and its changes; nothing is changed in place. */

import { withValue } from "./fields";
import type { Evidence, Field, Gold, Item, Layer, Span } from "./types";

/** Name of the layer that is one form, not a list. */
export const PLAN = "plan";
const PLAN_KEY = `${PLAN}.`;

export const planKey = (field: string): string => PLAN_KEY + field;

/** Return the field that a key of the plan's form names; null for the key of an item. */
export const planField = (key: string): string | null => (key.startsWith(PLAN_KEY) ? key.slice(PLAN_KEY.length) : null);

export const isList = (layer: Layer): boolean => layer.name !== PLAN;

export function itemsOf(gold: Gold, layer: string): readonly Item[] {
  const items = gold[layer];
  return layer !== PLAN && Array.isArray(items) ? (items as Item[]) : [];
}

export interface Found {
  layer: string;
  item: Item;
}

export function findItem(gold: Gold, layers: readonly Layer[], key: string): Found | null {
  for (const { name } of layers) {
    const item = itemsOf(gold, name).find((one) => one._key === key);
    if (item) return { layer: name, item };
  }
  return null;
}

const inOrder = (one: Span, other: Span): number => one.start - other.start || one.end - other.end;

export function withItem(gold: Gold, layer: string, item: Item): Gold {
  const others = itemsOf(gold, layer).filter((one) => one._key !== item._key);
  const at = others.findIndex((one) => inOrder(item, one) < 0);
  return { ...gold, [layer]: at < 0 ? [...others, item] : others.toSpliced(at, 0, item) };
}

/** Return the record with a changed item in its place in the list (an item that was moved is sorted in anew). */
export function withChanged(gold: Gold, layer: string, item: Item): Gold {
  const items = itemsOf(gold, layer);
  const before = items.find((one) => one._key === item._key);
  if (!before || inOrder(before, item) !== 0) return withItem(gold, layer, item);
  return { ...gold, [layer]: items.map((one) => (one === before ? item : one)) };
}

/** Return the record without an item; what pointed at it points nowhere. */
export function withoutItem(gold: Gold, layers: readonly Layer[], key: string): Gold {
  const left = { ...gold };
  for (const { name } of layers) {
    const items = itemsOf(gold, name);
    if (items.some((item) => item._key === key || item["_refers_to"] === key)) {
      left[name] = items
        .filter((item) => item._key !== key)
        .map((item) => (item["_refers_to"] === key ? { ...item, _refers_to: null } : item));
    }
  }
  return left;
}

export function withField(item: Item, fields: readonly Field[], name: string, value: unknown): Item {
  return withValue(item, name, value, fields);
}

export function withPlanField(gold: Gold, fields: readonly Field[], name: string, value: unknown): Gold {
  return { ...gold, plan: withValue(gold.plan, name, value, fields) };
}

/** Return where the value of a field of the plan stands: its own evidence, that of the object around it, or of its parts. */
export function planEvidence(gold: Gold, field: string): Evidence[] {
  const evidence = gold.plan.evidence ?? {};
  const own = evidence[field] ?? evidence[field.split(".")[0] ?? field];
  if (own) return [own];
  return Object.keys(evidence)
    .filter((name) => name.startsWith(`${field}[`))
    .map((name) => evidence[name] as Evidence);
}

/** Return the plan with a field's evidence moved to another place, and the words there as its value. */
export function withPlanEvidence(gold: Gold, fields: readonly Field[], name: string, place: Evidence): Gold {
  const field = fields.find((one) => one.name === name);
  const text = place.quote.replace(/\s+/gu, " ");
  const taken = field?.type === "string" ? withPlanField(gold, fields, name, text) : gold;
  return { ...taken, plan: { ...taken.plan, evidence: { ...taken.plan.evidence, [name]: place } } };
}
