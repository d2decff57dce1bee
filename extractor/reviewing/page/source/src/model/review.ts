/** The state of a review and what can be done to it: a pure function, so that every step can be taken back. */

import { findItem, itemsOf, planField, withChanged, withField, withItem, withoutItem, withPlanEvidence, withPlanField } from "./gold";
import { newItem } from "./guess";
import { nextKey, keysOf } from "./reasons";
import { evidenceAt, textMap, type TextMap } from "./text";
import type { Decision, Decisions, Draft, Gold, Layer, PlanDocument, Span } from "./types";

/** What undo and redo restore. */
interface Step extends Draft {
  focus: string | null;
}

export interface Review extends Step {
  document: PlanDocument;
  map: TextMap;
  past: readonly Step[];
  future: readonly Step[];
  /** A field whose typing goes on: its changes are one step. */
  typing: string | null;
  selection: Span | null;
  hidden: ReadonlySet<string>;
}

export type Action =
  | { do: "focus"; key: string | null }
  | { do: "select"; span: Span | null }
  | { do: "toggle"; layer: string }
  | { do: "accept"; key: string }
  | { do: "set"; key: string; field: string; value: unknown }
  | { do: "rest" }
  | { do: "remove"; key: string }
  | { do: "add"; layer: string; key: string }
  | { do: "anchor"; key: string }
  | { do: "done"; done: boolean }
  | { do: "replace"; draft: Draft }
  | { do: "undo" }
  | { do: "redo" };

export function reviewOf(document: PlanDocument, hidden: ReadonlySet<string> = new Set()): Review {
  const { gold, decisions, state } = document;
  return { document, map: textMap(document.text), gold, decisions, done: state === "done", focus: null, past: [], future: [], typing: null, selection: null, hidden };
}

const stepOf = ({ gold, decisions, done, focus }: Review): Step => ({ gold, decisions, done, focus });

/** Take a step: what was before is kept for undo, and what was undone is given up. */
function changed(review: Review, step: Partial<Step>, typing: string | null = null): Review {
  const goesOn = typing !== null && typing === review.typing;
  const past = goesOn ? review.past : [...review.past, stepOf(review)];
  return { ...review, ...step, past, future: [], typing };
}

function layerOf(review: Review, name: string): Layer {
  const layer = review.document.layers.find((one) => one.name === name);
  if (!layer) throw new Error(`no layer ${name}`);
  return layer;
}

function decided(decisions: Decisions, key: string, decision: Decision): Decisions {
  return { ...decisions, [key]: decisions[key] === "added" ? "added" : decision };
}

function without(decisions: Decisions, key: string): Decisions {
  return Object.fromEntries(Object.entries(decisions).filter(([name]) => name !== key));
}

function accept(review: Review, key: string): Review {
  const { decisions } = review;
  const isTaken = decisions[key] === "accepted";
  return changed(review, { decisions: isTaken ? without(decisions, key) : decided(decisions, key, "accepted"), focus: key });
}

function setGold(review: Review, key: string, gold: Gold, typing: string | null): Review {
  return changed(review, { gold, decisions: decided(review.decisions, key, "corrected"), focus: key }, typing);
}

function set(review: Review, key: string, field: string, value: unknown): Review {
  const typing = `${key} ${field}`;
  if (planField(key) !== null) {
    return setGold(review, key, withPlanField(review.gold, layerOf(review, "plan").fields, field, value), typing);
  }
  const found = findItem(review.gold, review.document.layers, key);
  if (!found) return review;
  const item = withField(found.item, layerOf(review, found.layer).fields, field, value);
  return setGold(review, key, withChanged(review.gold, found.layer, item), typing);
}

function remove(review: Review, key: string): Review {
  const { gold, decisions, document, hidden } = review;
  const found = findItem(gold, document.layers, key);
  if (!found) return review;
  const keys = keysOf(gold, document.layers, hidden);
  const isLast = itemsOf(gold, found.layer).at(-1)?._key === key;
  const focus = nextKey(keys, key, isLast ? -1 : 1);
  return changed(review, { gold: withoutItem(gold, document.layers, key), decisions: without(decisions, key), focus });
}

function add(review: Review, layerName: string, key: string): Review {
  const place = review.selection && evidenceAt(review.map, review.selection);
  if (!place) return review;
  const item = newItem(layerOf(review, layerName), place, key);
  const gold = withItem(review.gold, layerName, item);
  const hidden = new Set([...review.hidden].filter((name) => name !== layerName));
  return { ...changed(review, { gold, decisions: { ...review.decisions, [key]: "added" }, focus: key }), selection: null, hidden };
}

function anchor(review: Review, key: string): Review {
  const place = review.selection && evidenceAt(review.map, review.selection);
  if (!place) return review;
  const field = planField(key);
  const found = findItem(review.gold, review.document.layers, key);
  const gold =
    field !== null
      ? withPlanEvidence(review.gold, layerOf(review, "plan").fields, field, place)
      : found && withChanged(review.gold, found.layer, { ...found.item, ...place });
  return gold ? { ...setGold(review, key, gold, null), selection: null } : review;
}

function travel(review: Review, back: boolean): Review {
  const from = back ? review.past : review.future;
  const step = from.at(-1);
  if (!step) return review;
  const here = [...(back ? review.future : review.past), stepOf(review)];
  const left = from.slice(0, -1);
  return { ...review, ...step, past: back ? left : here, future: back ? here : left, typing: null };
}

function toggled(hidden: ReadonlySet<string>, layer: string): ReadonlySet<string> {
  return hidden.has(layer) ? new Set([...hidden].filter((name) => name !== layer)) : new Set([...hidden, layer]);
}

/** Carry out an action. */
export function act(review: Review, action: Action): Review {
  switch (action.do) {
    case "focus":
      return { ...review, focus: action.key, typing: null };
    case "select":
      return { ...review, selection: action.span };
    case "toggle":
      return { ...review, hidden: toggled(review.hidden, action.layer) };
    case "accept":
      return accept(review, action.key);
    case "set":
      return set(review, action.key, action.field, action.value);
    case "rest":
      return { ...review, typing: null };
    case "remove":
      return remove(review, action.key);
    case "add":
      return add(review, action.layer, action.key);
    case "anchor":
      return anchor(review, action.key);
    case "done":
      return changed(review, { done: action.done });
    case "replace":
      return changed(review, action.draft);
    case "undo":
      return travel(review, true);
    case "redo":
      return travel(review, false);
  }
}

/** Return what is saved of a review. */
export const draftOf = ({ gold, decisions, done }: Review): Draft => ({ gold, decisions, done });

/** Tell whether two drafts are the same: changes make new objects, so identity is enough. */
export const isSame = (one: Draft, other: Draft): boolean =>
  one.gold === other.gold && one.decisions === other.decisions && one.done === other.done;
