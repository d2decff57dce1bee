/** What the page shows and does: stores that the views watch, and the steps of a review. */

import { withChanges, changesOf, type Change } from "./model/changes";
import { act, draftOf, reviewOf, type Action, type Review } from "./model/review";
import { isOpen, keysOf, nextKey, reasonsOf, type Reasons } from "./model/reasons";
import type { Evidence, Language, PlanDocument, Queue } from "./model/types";
import { getPlan, getQueue, Problem, putPlan } from "./server/client";
import { startSaving, type Saved, type Saver } from "./server/saving";
import { createStore } from "./store";
import { say, type WordName } from "./words";

export interface Kept {
  plan: string;
  changes: readonly Change[];
}

const read = (name: string): string | null => localStorage.getItem(`kehoach-${name}`);

export const language = createStore<Language>(read("language") === "en" ? "en" : "vi");
export const singleKeys = createStore(read("single-keys") !== "off");
export const queue = createStore<Queue | null>(null);
export const review = createStore<Review | null>(null);
export const saved = createStore<Saved>({ state: "saved" });
export const kept = createStore<Kept | null>(null);
export const failure = createStore<Problem | null>(null);
export const hover = createStore<string | null>(null);
/** Places that are looked at without being a record: quotes of a finding, a heading. */
export const pointed = createStore<readonly Evidence[]>([]);
export const isHelpOpen = createStore(false);
export const onlyOpen = createStore(false);
/** Of a document with page images: which is shown. */
export const view = createStore<"text" | "image">("text");
/** On a small screen one side is shown at a time. */
export const side = createStore<"document" | "record">("document");
/** Said to screen readers and shown for a moment. */
export const announcement = createStore("");

let saver: Saver | null = null;

language.subscribe(() => {
  localStorage.setItem("kehoach-language", language.get());
  document.documentElement.lang = language.get();
});
singleKeys.subscribe(() => localStorage.setItem("kehoach-single-keys", singleKeys.get() ? "on" : "off"));

/** Seconds that what was said stays in sight. */
const SHOWN = 5;
let said: ReturnType<typeof setTimeout> | undefined;

export function announce(name: WordName, more = ""): void {
  clearTimeout(said);
  // Emptied first: the same words twice would not be read again.
  announcement.set("");
  said = setTimeout(() => {
    announcement.set(`${say(name, language.get())}${more && ` ${more}`}`);
    said = setTimeout(() => announcement.set(""), SHOWN * 1_000);
  }, 30);
}

let known: { gold: unknown; reasons: Reasons } | null = null;

/** Return the reasons of the open review, worked out once for each change. */
export function reasons(of: Review): Reasons {
  if (known?.gold !== of.gold) known = { gold: of.gold, reasons: reasonsOf(of.gold, of.document.record, of.document.layers) };
  return known.reasons;
}

export function keysShown(of: Review): string[] {
  const keys = keysOf(of.gold, of.document.layers, of.hidden);
  return onlyOpen.get() ? keys.filter((key) => key === of.focus || isOpen(key, reasons(of), of.decisions)) : keys;
}

/** Tell whether the open plan has page images. */
export const hasImages = (): boolean => review.get()?.document.pages.some(({ image }) => image !== null) ?? false;

/** Carry out an action on the open plan. */
export function dispatch(action: Action): void {
  const now = review.get();
  if (!now) return;
  const next = act(now, action);
  review.set(next);
  saver?.offer(draftOf(next));
}

export async function loadQueue(): Promise<void> {
  try {
    queue.set(await getQueue());
    failure.set(null);
  } catch (error) {
    failure.set(error instanceof Problem ? error : new Problem(0, "error"));
  }
}

/** Save the open plan before it is left; false where that fails, and the plan stays. */
const isLeft = async (): Promise<boolean> => saver === null || (await saver.flush());

function start(plan: PlanDocument): void {
  saver?.stop();
  const opened = reviewOf(plan, review.get()?.hidden);
  review.set(opened);
  saved.set({ state: "saved" });
  saver = startSaving(draftOf(opened), plan.version, (version, draft) => putPlan(plan.id, version, draft), saved.set);
  view.set("text");
  history.replaceState(null, "", `#plan=${encodeURIComponent(plan.id)}`);
}

async function fetched(id: string): Promise<PlanDocument | null> {
  try {
    const plan = await getPlan(id);
    failure.set(null);
    return plan;
  } catch (error) {
    failure.set(error instanceof Problem ? error : new Problem(0, "error"));
    return null;
  }
}

/** Open a plan at the first place that needs review. */
export async function openPlan(id: string): Promise<void> {
  if (!(await isLeft())) return;
  const plan = await fetched(id);
  if (!plan || !(await isLeft())) return;
  kept.set(null);
  start(plan);
  const now = review.get();
  if (now) dispatch({ do: "focus", key: nextOpen(now, null, 1) ?? keysShown(now)[0] ?? null });
}

export async function openQueue(): Promise<void> {
  if (!(await isLeft())) return;
  await loadQueue();
  if (!(await isLeft())) return;
  saver?.stop();
  saver = null;
  review.set(null);
  kept.set(null);
  history.replaceState(null, "", "#");
}

/** Throw away nothing: what was changed here is kept beside the newer version. */
export async function loadNewer(): Promise<void> {
  const now = review.get();
  if (!now || !saver) return;
  const changes = changesOf(saver.base().draft, draftOf(now), now.document.layers);
  const plan = await fetched(now.document.id);
  if (!plan) return;
  start(plan);
  dispatch({ do: "focus", key: now.focus });
  kept.set(changes.length > 0 ? { plan: plan.id, changes } : null);
}

/** Put kept changes on top of what is open now, as one step that can be undone. */
export function applyKept(changes: readonly Change[]): void {
  const [now, all] = [review.get(), kept.get()];
  if (!now || !all) return;
  dispatch({ do: "replace", draft: withChanges(draftOf(now), changes, now.document.layers) });
  const left = all.changes.filter((change) => !changes.includes(change));
  kept.set(left.length > 0 ? { ...all, changes: left } : null);
}

export async function saveNow(): Promise<void> {
  await saver?.flush();
}

export function nextOpen(of: Review, from: string | null, step: 1 | -1): string | null {
  const known_reasons = reasons(of);
  return nextKey(keysOf(of.gold, of.document.layers, of.hidden), from, step, (key) => isOpen(key, known_reasons, of.decisions));
}

/** Go to the next item, or to the next that needs review. */
export function go(step: 1 | -1, needsReview = false): void {
  const now = review.get();
  if (!now) return;
  const key = needsReview ? nextOpen(now, now.focus, step) : nextKey(keysShown(now), now.focus, step);
  if (key !== null) dispatch({ do: "focus", key });
  else if (needsReview) announce("allSeen");
}

export function acceptAndGo(): void {
  const now = review.get();
  if (!now?.focus) return;
  const wasOpen = isOpen(now.focus, reasons(now), now.decisions);
  if (now.decisions[now.focus] !== "accepted") dispatch({ do: "accept", key: now.focus });
  go(1, wasOpen);
}

export function removeFocused(): void {
  const now = review.get();
  if (!now?.focus || now.focus.startsWith("plan.")) return;
  dispatch({ do: "remove", key: now.focus });
  announce("removed");
}

/** Add the selected text to a layer. */
export function addSelected(layer: string): void {
  const now = review.get();
  const told = now?.document.layers.find(({ name }) => name === layer);
  if (!now || !told) return;
  if (!now.selection) {
    announce("noSelection");
    return;
  }
  dispatch({ do: "add", layer, key: `added-${crypto.randomUUID()}` });
  announce("addedTo", told[language.get()]);
}

export function anchorFocused(): void {
  const now = review.get();
  if (!now?.focus) return;
  if (now.selection) dispatch({ do: "anchor", key: now.focus });
  else announce("noSelection");
}

/** Open the plan after or before this one in the order of the queue. */
export async function turnPlan(step: 1 | -1): Promise<void> {
  await loadQueue();
  const id = review.get()?.document.id ?? null;
  const plans = (queue.get()?.plans ?? []).filter(({ state }) => state !== "failed").map((plan) => plan.id);
  const next = nextKey(plans, id, step);
  if (next !== null) await openPlan(next);
}

/** Finish this plan and open what needs review next. */
export async function finish(): Promise<void> {
  const now = review.get();
  if (!now) return;
  if (!now.done) dispatch({ do: "done", done: true });
  if (!(await saver?.flush())) return;
  await loadQueue();
  const next = queue.get()?.next ?? null;
  if (next !== null && next !== now.document.id) {
    await openPlan(next);
    return;
  }
  await openQueue();
  announce("noneLeft");
}

/** Tell whether leaving the page would lose something. */
export const isUnsaved = (): boolean => review.get() !== null && (saved.get().state !== "saved" || kept.get() !== null);
