/** What went wrong with saving, and what is kept of one's own changes. */

import { useState } from "preact/hooks";
import { announce, applyKept, failure, kept, loadNewer, review, saved, saveNow } from "../app";
import { tellable, type Change } from "../model/changes";
import type { Language } from "../model/types";
import type { Problem } from "../server/client";
import { useStore } from "../store";
import { say } from "../words";

const detail = (problem: Problem, language: Language): string => {
  const { detail: en, detail_vi: vi, title } = problem.members;
  return String((language === "vi" ? (vi ?? en) : en) ?? title ?? problem.code);
};

export function Fault({ problem, language }: { problem: Problem; language: Language }) {
  if (problem.code === "offline") return <span>{say("offline", language)}</span>;
  if (problem.status === 401 || problem.status === 403) return <span>{say("unauthorised", language)}</span>;
  if (problem.invalid.length === 0) return <span>{`${say("failedCall", language)} ${detail(problem, language)}`}</span>;
  return (
    <span>
      {say("invalid", language)}
      <ul>
        {problem.invalid.slice(0, 5).map((one) => (
          <li key={one.path}>{`${one.path}: ${language === "vi" ? one.message_vi : one.message_en}`}</li>
        ))}
      </ul>
    </span>
  );
}

function Stale({ problem, language }: { problem: Problem; language: Language }) {
  const { reviewer, changed } = problem.members;
  const when = typeof changed === "string" ? new Date(changed).toLocaleTimeString(language) : "";
  const who = [reviewer, when].filter(Boolean).map(String).join(", ");
  return (
    <div class="notice stale" role="alert">
      <p><strong>{`${say("staleBy", language)}${who && ` (${who})`}.`}</strong> {say("staleKept", language)}</p>
      <button type="button" class="main" onClick={() => void loadNewer()}>{say("loadNewer", language)}</button>
    </div>
  );
}

function tell(change: Change, language: Language): string {
  const layers = review.get()?.document.layers ?? [];
  switch (change.kind) {
    case "plan": {
      const field = layers.find(({ name }) => name === "plan")?.fields.find(({ name }) => name.split(".")[0] === change.field);
      return `${say("kindChanged", language)}: ${field?.[language] ?? change.field}`;
    }
    case "decision":
      return `${say("kindDecision", language)}: ${change.decision ? say(change.decision, language) : say("none", language)}`;
    case "done":
      return say("kindDone", language);
    default: {
      const layer = layers.find(({ name }) => name === change.layer)?.[language] ?? change.layer;
      const kind = { added: "kindAdded", changed: "kindChanged", deleted: "kindDeleted" } as const;
      return `${say(kind[change.kind], language)} · ${layer}: ${change.item.quote.replace(/\s+/gu, " ")}`;
    }
  }
}

function KeptChanges({ changes, language }: { changes: readonly Change[]; language: Language }) {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(JSON.stringify(changes, null, 2)).then(() => {
      setCopied(true);
      announce("copied");
    });
  };
  const told = tellable(changes);
  return (
    <div class="notice kept" role="status">
      <p><strong>{`${say("keptTitle", language)} (${told.length}).`}</strong></p>
      <ul>{told.slice(0, 8).map((change, index) => <li key={index}>{tell(change, language)}</li>)}</ul>
      <div class="actions">
        <button type="button" class="main" onClick={() => applyKept(changes)}>{say("applyAgain", language)}</button>
        <button type="button" onClick={copy}>{say(isCopied ? "copied" : "copy", language)}</button>
        <button type="button" onClick={() => kept.set(null)}>{say("discard", language)}</button>
      </div>
    </div>
  );
}

export function Notices({ language }: { language: Language }) {
  const status = useStore(saved, (one) => one);
  const mine = useStore(kept, (one) => one);
  const problem = useStore(failure, (one) => one);
  return (
    <>
      {problem && <div class="notice error" role="alert"><Fault problem={problem} language={language} /></div>}
      {status.state === "stale" && <Stale problem={status.problem} language={language} />}
      {status.state === "error" && (
        <div class="notice error" role="alert">
          <Fault problem={status.problem} language={language} />
          <button type="button" onClick={() => void saveNow()}>{say("saveAgain", language)}</button>
        </div>
      )}
      {mine && <KeptChanges changes={mine.changes} language={language} />}
    </>
  );
}
