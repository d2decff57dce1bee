/** The bar above a plan: which it is, whether it is saved, where to go. */

import { dispatch, finish, isHelpOpen, language as languages, openQueue, review, saved, turnPlan } from "../app";
import type { Language } from "../model/types";
import type { Saved } from "../server/saving";
import { useStore } from "../store";
import { say, type WordName } from "../words";

const SAVED: Record<Saved["state"], WordName> = { saved: "saved", waiting: "unsaved", saving: "saving", stale: "stale", error: "saveFailed" };

export function Tools({ language }: { language: Language }) {
  return (
    <>
      <button type="button" lang={language === "vi" ? "en" : "vi"} onClick={() => languages.set(language === "vi" ? "en" : "vi")}>{say("language", language)}</button>
      <button type="button" onClick={() => isHelpOpen.set(true)} aria-keyshortcuts="?">{say("help", language)} <kbd>?</kbd></button>
    </>
  );
}

function Status({ language }: { language: Language }) {
  const { state } = useStore(saved, (one) => one);
  return <span class={`status ${state}`} role="status" data-state={state}>{say(SAVED[state], language)}</span>;
}

export function PlanHeader({ language }: { language: Language }) {
  const now = useStore(review, (one) => one);
  if (!now) return null;
  const title = typeof now.gold.plan["title"] === "string" ? now.gold.plan["title"] : now.document.file;
  const code = typeof now.gold.plan["code"] === "string" ? now.gold.plan["code"] : "";
  return (
    <header class="bar">
      <button type="button" onClick={() => void openQueue()} aria-keyshortcuts="Q">‹ {say("queue", language)}</button>
      <div class="title">
        <h1 lang="vi">{title}</h1>
        <p class="quiet">{[code, now.document.file].filter(Boolean).join(" · ")}</p>
      </div>
      <Status language={language} />
      <div class="actions">
        <button type="button" onClick={() => dispatch({ do: "undo" })} disabled={now.past.length === 0} title={`${say("undo", language)} (Ctrl+Z)`} aria-label={say("undo", language)}>↶</button>
        <button type="button" onClick={() => dispatch({ do: "redo" })} disabled={now.future.length === 0} title={`${say("redo", language)} (Ctrl+Shift+Z)`} aria-label={say("redo", language)}>↷</button>
        <button type="button" onClick={() => void turnPlan(-1)} title={`${say("previousPlan", language)} ([)`} aria-label={say("previousPlan", language)}>‹</button>
        <button type="button" onClick={() => void turnPlan(1)} title={`${say("nextPlan", language)} (])`} aria-label={say("nextPlan", language)}>›</button>
        {now.done && <button type="button" onClick={() => dispatch({ do: "done", done: false })}>{say("reopen", language)}</button>}
        <button type="button" class="main" onClick={() => void finish()} title="Ctrl+Enter">{say("finish", language)}</button>
        <Tools language={language} />
      </div>
    </header>
  );
}
