/** Saves a plan by itself, a moment after each change; one call at a time, the newest draft last. */

import { isSame } from "../model/review";
import type { Draft } from "../model/types";
import { Problem } from "./client";

export type Saved =
  | { state: "saved" }
  | { state: "waiting" }
  | { state: "saving" }
  | { state: "stale"; problem: Problem }
  | { state: "error"; problem: Problem };

export interface Saver {
  /** Tell of the newest draft. */
  offer(draft: Draft): void;
  /** Save now what is not saved; true where all is saved then. */
  flush(): Promise<boolean>;
  /** The newest draft that the server has, and its version. */
  base(): { draft: Draft; version: number };
  stop(): void;
}

const DELAY = 700;
const RETRY = 5_000;

export function startSaving(
  draft: Draft,
  version: number,
  put: (version: number, draft: Draft) => Promise<number>,
  tell: (saved: Saved) => void,
): Saver {
  let base = { draft, version };
  let newest = draft;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const isSaved = (): boolean => isSame(base.draft, newest);

  const wait = (delay: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void save(), delay);
  };

  const fail = (error: unknown): void => {
    const problem = error instanceof Problem ? error : new Problem(0, "error");
    if (problem.code === "stale") {
      isStopped = true;
      tell({ state: "stale", problem });
      return;
    }
    tell({ state: "error", problem });
    if (problem.status === 0 || problem.status >= 500) wait(RETRY);
  };

  const put_newest = async (): Promise<void> => {
    const sent = newest;
    tell({ state: "saving" });
    try {
      base = { draft: sent, version: await put(base.version, sent) };
      tell({ state: isSaved() ? "saved" : "waiting" });
      if (!isSaved()) wait(DELAY);
    } catch (error) {
      fail(error);
    }
  };

  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (running) await running;
    if (isStopped || isSaved()) return;
    running = put_newest().finally(() => {
      running = null;
    });
    await running;
  };

  return {
    offer(offered) {
      if (isSame(newest, offered)) return;
      newest = offered;
      if (isStopped) return;
      if (isSaved() && !running) {
        clearTimeout(timer);
        tell({ state: "saved" });
        return;
      }
      if (!running) tell({ state: "waiting" });
      wait(DELAY);
    },
    async flush() {
      await save();
      return isSaved() && !isStopped;
    },
    base: () => base,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
