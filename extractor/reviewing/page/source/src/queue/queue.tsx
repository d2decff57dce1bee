/** The queue: plans with what needs review first. */

import { useEffect } from "preact/hooks";
import { failure, loadQueue, openPlan, queue } from "../app";
import type { Language, PlanEntry } from "../model/types";
import { FORMATS, saveExport, type Format } from "../server/client";
import { Fault } from "../shell/notices";
import { Tools } from "../shell/header";
import { useStore } from "../store";
import { say, type WordName } from "../words";

const EXPORTS: Record<Format, WordName> = {
  gold: "exportGold",
  labelstudio: "exportLabelstudio",
  doccano: "exportDoccano",
  webannotation: "exportWebannotation",
};

function when(time: string | null, language: Language): string {
  return time === null ? "" : new Date(time).toLocaleString(language, { dateStyle: "short", timeStyle: "short" });
}

function Entry({ plan, language }: { plan: PlanEntry; language: Language }) {
  const cannotOpen = plan.state === "failed";
  return (
    <tr class={plan.state}>
      <th scope="row">
        {cannotOpen ? (
          <span lang="vi">{plan.title ?? plan.file}</span>
        ) : (
          <button type="button" class="link" lang="vi" onClick={() => void openPlan(plan.id)}>{plan.title ?? plan.file}</button>
        )}
        <span class="quiet">{plan.file}</span>
      </th>
      <td>
        <span class={`chip ${plan.state}`}>{say(plan.state, language)}</span>
        {plan.reason !== null && <span class="quiet">{language === "vi" ? plan.reason : plan.reason_en}</span>}
      </td>
      <td class="number">{plan.to_review || ""}</td>
      <td class="number">{plan.errors || ""}</td>
      <td class="number">{plan.warnings || ""}</td>
      <td class="number">{plan.records || ""}</td>
      <td>{plan.reviewer ?? ""}<span class="quiet">{when(plan.changed, language)}</span></td>
    </tr>
  );
}

const COLUMNS = ["plan", "state", "toReview", "errors", "warnings", "records", "reviewer"] as const satisfies readonly WordName[];

export function QueueView({ language }: { language: Language }) {
  const now = useStore(queue, (one) => one);
  const problem = useStore(failure, (one) => one);
  const isWaiting = now?.plans.some(({ state }) => state === "waiting") ?? false;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => void loadQueue(), 2_000);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return (
    <div class="queue">
      <header class="bar">
        <div class="title">
          <h1>{say("queueTitle", language)}</h1>
          <p class="quiet">{say("queueHint", language)}</p>
        </div>
        <div class="actions">
          <span class="quiet" id="export-label">{say("export", language)}:</span>
          {FORMATS.map((format) => (
            <button key={format} type="button" aria-describedby="export-label" onClick={() => saveExport(format).catch(failure.set)}>{say(EXPORTS[format], language)}</button>
          ))}
          <Tools language={language} />
        </div>
      </header>
      <main>
        {problem && <div class="notice error" role="alert"><Fault problem={problem} language={language} /></div>}
        {now === null && !problem && <p class="quiet">{say("loading", language)}</p>}
        {now?.plans.length === 0 && <p>{say("empty", language)}</p>}
        {now !== null && now.plans.length > 0 && (
          <div class="scroll" tabIndex={0} role="region" aria-label={say("queueTitle", language)}>
            <table>
              <thead>
                <tr>{COLUMNS.map((column) => <th key={column} scope="col">{say(column, language)}</th>)}</tr>
              </thead>
              <tbody>{now.plans.map((plan) => <Entry key={plan.id} plan={plan} language={language} />)}</tbody>
            </table>
          </div>
        )}
      </main>
    </div>
  );
}
