/** What was changed in this window, kept when another one saved first, and put on top of the newer version if wanted. */

import { findItem, itemsOf, isList, withChanged, withItem, withoutItem } from "./gold";
import type { Decision, Draft, Gold, Item, Layer, PlanForm } from "./types";

export type Change =
  | { kind: "added" | "changed"; layer: string; key: string; item: Item }
  | { kind: "deleted"; layer: string; key: string; item: Item }
  | { kind: "plan"; field: string; value: unknown }
  | { kind: "decision"; key: string; decision: Decision | null }
  | { kind: "done"; done: boolean };

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

function listChanges(base: Gold, mine: Gold, layer: string): Change[] {
  const [before, after] = [base, mine].map((gold) => new Map(itemsOf(gold, layer).map((item) => [item._key, item])));
  const changes: Change[] = [];
  for (const [key, item] of after ?? []) {
    const was = before?.get(key);
    if (!was) changes.push({ kind: "added", layer, key, item });
    else if (was !== item && differs(was, item)) changes.push({ kind: "changed", layer, key, item });
  }
  for (const [key, item] of before ?? []) if (!after?.has(key)) changes.push({ kind: "deleted", layer, key, item });
  return changes;
}

/** Return the changes that lead from one draft to another. */
export function changesOf(base: Draft, mine: Draft, layers: readonly Layer[]): Change[] {
  const fields = Object.keys({ ...base.gold.plan, ...mine.gold.plan });
  const keys = Object.keys({ ...base.decisions, ...mine.decisions });
  return [
    ...fields
      .filter((field) => differs(base.gold.plan[field], mine.gold.plan[field]))
      .map((field): Change => ({ kind: "plan", field, value: mine.gold.plan[field] })),
    ...layers.filter(isList).flatMap(({ name }) => listChanges(base.gold, mine.gold, name)),
    ...keys
      .filter((key) => base.decisions[key] !== mine.decisions[key])
      .map((key): Change => ({ kind: "decision", key, decision: mine.decisions[key] ?? null })),
    ...(base.done === mine.done ? [] : [{ kind: "done", done: mine.done } as const]),
  ];
}

function applyOne(draft: Draft, change: Change, layers: readonly Layer[]): Draft {
  const { gold } = draft;
  switch (change.kind) {
    case "added":
      return { ...draft, gold: withItem(gold, change.layer, change.item) };
    case "changed": {
      const isThere = findItem(gold, layers, change.key) !== null;
      return { ...draft, gold: (isThere ? withChanged : withItem)(gold, change.layer, change.item) };
    }
    case "deleted":
      return { ...draft, gold: withoutItem(gold, layers, change.key) };
    case "plan":
      return { ...draft, gold: { ...gold, plan: { ...gold.plan, [change.field]: change.value } as PlanForm } };
    case "decision": {
      const left = Object.entries(draft.decisions).filter(([key]) => key !== change.key);
      return { ...draft, decisions: Object.fromEntries(change.decision ? [...left, [change.key, change.decision]] : left) };
    }
    case "done":
      return { ...draft, done: change.done };
  }
}

/** Put changes on top of a draft. */
export function withChanges(draft: Draft, changes: readonly Change[], layers: readonly Layer[]): Draft {
  return changes.reduce((so_far, change) => applyOne(so_far, change, layers), draft);
}

/** Return the changes that a person made, without the decisions that came with them. */
export const tellable = (changes: readonly Change[]): readonly Change[] => {
  const touched = new Set(changes.flatMap((change) => ("key" in change && change.kind !== "decision" ? [change.key] : [])));
  const fields = changes.flatMap((change) => (change.kind === "plan" ? [`plan.${change.field}`] : []));
  const isTold = (key: string): boolean => touched.has(key) || fields.some((field) => key === field || key.startsWith(`${field}.`));
  return changes.filter(
    (change) =>
      !(change.kind === "decision" && isTold(change.key)) && !(change.kind === "plan" && ["evidence", "rules", "review"].includes(change.field)),
  );
};
