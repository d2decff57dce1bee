/** The fields of the focused record, with what can be done to it. */

import { acceptAndGo, anchorFocused, dispatch, reasons, removeFocused, review } from "../app";
import { lookOf } from "../document/layers";
import { valueOf } from "../model/fields";
import { findItem, planEvidence, planField, planKey } from "../model/gold";
import type { Reason } from "../model/reasons";
import type { Review } from "../model/review";
import type { Field, Language, Layer } from "../model/types";
import { useStore } from "../store";
import { say } from "../words";
import { Control, room } from "./control";

function Fields({ layer, of, of_key, language }: { layer: Layer; of: Review; of_key: string; language: Language }) {
  const isPlan = planField(of_key) !== null;
  const holder = isPlan ? of.gold.plan : (findItem(of.gold, of.document.layers, of_key)?.item ?? {});
  const group = `field-${layer.name}`;
  const key = (field: Field): string => (isPlan ? planKey(field.name) : of_key);
  return (
    <div class="fields">
      {layer.fields.map((field) => (
        <div key={`${isPlan ? "" : of_key} ${field.name}`} class={`field ${room(field)} ${of_key === planKey(field.name) ? "current" : ""}`}>
          <label id={`${group}-${field.name}-label`} for={field.type === "list" && field.choices ? undefined : `${group}-${field.name}`}>
            {field[language]}
          </label>
          <Control
            field={field}
            value={valueOf(holder, field.name)}
            language={language}
            group={group}
            onSet={(value) => dispatch({ do: "set", key: key(field), field: field.name, value })}
            onRest={() => dispatch({ do: "rest" })}
            {...(isPlan ? { onFocus: () => review.get()?.focus !== key(field) && dispatch({ do: "focus", key: key(field) }) } : {})}
          />
        </div>
      ))}
    </div>
  );
}

function Why({ reason, language }: { reason: Reason; language: Language }) {
  return <li class={reason.kind}>{reason[language]}</li>;
}

function Quote({ of, of_key, language }: { of: Review; of_key: string; language: Language }) {
  const field = planField(of_key);
  const places = field === null ? [findItem(of.gold, of.document.layers, of_key)?.item] : planEvidence(of.gold, field);
  const words = places.map((place) => place?.quote ?? "").join(" ");
  return (
    <blockquote lang={words ? "vi" : language} title={say("quote", language)}>
      {words || say("inferred", language)}
    </blockquote>
  );
}

export function Inspector({ language }: { language: Language }) {
  const now = useStore(review, (one) => one);
  const focus = now?.focus ?? null;
  const name = now && focus !== null ? (planField(focus) === null ? findItem(now.gold, now.document.layers, focus)?.layer : "plan") : undefined;
  const layer = now?.document.layers.find((one) => one.name === name);
  if (!now || focus === null || !layer) {
    return (
      <section class="inspector" aria-label={say("edit", language)}>
        <p class="quiet">{say("choose", language)}</p>
      </section>
    );
  }
  const decision = now.decisions[focus];
  const why = reasons(now).get(focus) ?? [];
  const isPlan = layer.name === "plan";
  const title = isPlan ? (layer.fields.find((field) => planKey(field.name) === focus)?.[language] ?? "") : layer[language];
  return (
    <section class="inspector" aria-label={`${say("edit", language)}: ${title}`}>
      <header>
        <h3>
          <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill={lookOf(layer.name).fill} /></svg>
          {title}
          {decision && <span class={`chip ${decision}`}>{say(decision, language)}</span>}
          {!decision && why.length > 0 && <span class="chip open">{say("open_", language)}</span>}
        </h3>
        <div class="actions">
          <button type="button" onClick={acceptAndGo} aria-keyshortcuts="A">{say("accept", language)} <kbd>A</kbd></button>
          <button type="button" onClick={anchorFocused} disabled={!now.selection} aria-keyshortcuts="R">{say("anchor", language)} <kbd>R</kbd></button>
          {!isPlan && (
            <button type="button" class="danger" onClick={removeFocused} aria-keyshortcuts="Delete">{say("remove", language)} <kbd>Del</kbd></button>
          )}
        </div>
      </header>
      {why.length > 0 && <ul class="why">{why.map((reason) => <Why key={reason.vi} reason={reason} language={language} />)}</ul>}
      <Quote of={now} of_key={focus} language={language} />
      <Fields layer={layer} of={now} of_key={focus} language={language} />
    </section>
  );
}
