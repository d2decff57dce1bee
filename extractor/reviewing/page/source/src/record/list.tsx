/** The record by layer: the form of the plan, then the lists; findings and headings to look at. */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { dispatch, hover, onlyOpen, pointed, reasons, review } from "../app";
import { lookOf } from "../document/layers";
import { reveal } from "../document/textview";
import { isList, itemsOf, planKey } from "../model/gold";
import { isOpen, type Reasons } from "../model/reasons";
import type { Review } from "../model/review";
import type { Evidence, Finding, Language, Layer } from "../model/types";
import { useStore } from "../store";
import { say } from "../words";
import { FieldRow, ItemRow } from "./row";

const SEVERITY: Record<Finding["severity"], string> = { error: "✕", warning: "!", info: "i" };

/** Of the places behind a line that is no record, the text shows all while the line is focused or pointed at. */
const point = (places: readonly Evidence[]) => ({ onFocus: () => pointed.set(places), onBlur: () => pointed.set([]), onClick: () => pointed.set([...places]) });

function Findings({ of, language }: { of: Review; language: Language }) {
  const findings = of.document.record.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <details class="layer" open>
      <summary><h3>{say("findings", language)} <span class="count">{findings.length}</span></h3></summary>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.message}`}>
            <button type="button" class={`row finding ${finding.severity}`} {...point(finding.quotes)}>
              <span class={`sign ${finding.severity}`} aria-hidden="true">{SEVERITY[finding.severity]}</span>
              <span class="message">{language === "vi" ? finding.message_vi : finding.message}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Outline({ of, language }: { of: Review; language: Language }) {
  const headings = of.document.record.outline ?? [];
  if (headings.length === 0) return null;
  return (
    <details class="layer">
      <summary><h3>{say("outline", language)} <span class="count">{headings.length}</span></h3></summary>
      <ul>
        {headings.map((heading) => (
          <li key={heading.start}>
            <button type="button" class={`row heading level-${Math.min(heading.level, 4)}`} lang="vi" {...point([heading])}>
              {[heading.number, heading.title].filter(Boolean).join(". ")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface SectionProps {
  of: Review;
  layer: Layer;
  known: Reasons;
  only: boolean;
  language: Language;
}

function Section({ of, layer, known, only, language }: SectionProps) {
  const shared = (key: string) => ({
    decision: of.decisions[key],
    isOpen: isOpen(key, known, of.decisions),
    isFocused: of.focus === key,
    language,
  });
  const isShown = (key: string): boolean => !only || key === of.focus || isOpen(key, known, of.decisions);
  const items = itemsOf(of.gold, layer.name).filter(({ _key }) => isShown(_key));
  const fields = isList(layer) ? [] : layer.fields.filter(({ name }) => isShown(planKey(name)));
  const count = isList(layer) ? itemsOf(of.gold, layer.name).length : layer.fields.length;
  return (
    <section class="layer" aria-label={layer[language]}>
      <h3>
        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill={lookOf(layer.name).fill} /></svg>
        {layer[language]} <span class="count">{count}</span>
      </h3>
      {items.length + fields.length === 0 && !only && <p class="quiet">{say("nothing", language)}</p>}
      {items.length + fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <FieldRow key={field.name} field={field} plan={of.gold.plan} of_key={planKey(field.name)} {...shared(planKey(field.name))} />
          ))}
          {items.map((item) => (
            <ItemRow key={item._key} item={item} layer={layer} {...shared(item._key)} />
          ))}
        </ul>
      )}
    </section>
  );
}

const rowOf = (event: Event): string | null => (event.target as Element).closest<HTMLElement>("[data-key]")?.dataset["key"] ?? null;

function findRow(list: HTMLElement | null, key: string | null): HTMLElement | null {
  return key === null ? null : (list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null);
}

export function RecordList({ language }: { language: Language }) {
  const list = useRef<HTMLDivElement>(null);
  const now = useStore(review, (one) => one);
  const only = useStore(onlyOpen, (one) => one);
  const over = useStore(hover, (one) => one);
  const focus = now?.focus ?? null;

  // Before the next key is taken: a row that is focused late would take the focus back from the next.
  useLayoutEffect(() => {
    const row = findRow(list.current, focus);
    if (!row || !list.current) return;
    reveal(list.current, row.getBoundingClientRect());
    const active = document.activeElement;
    if (active === document.body || active?.classList.contains("row")) row.focus({ preventScroll: true });
  }, [focus, only, now?.document]);

  useEffect(() => {
    const row = findRow(list.current, over);
    row?.classList.add("lit");
    const isHere = list.current?.matches(":hover");
    const timer = setTimeout(() => !isHere && row && list.current && reveal(list.current, row.getBoundingClientRect()), 350);
    return () => {
      clearTimeout(timer);
      row?.classList.remove("lit");
    };
  }, [over]);

  if (!now) return null;
  const known = reasons(now);
  const focusRow = (event: Event): void => {
    const key = rowOf(event);
    if (key !== null && key !== review.get()?.focus) dispatch({ do: "focus", key });
  };
  return (
    <div
      class="list"
      id="list"
      ref={list}
      onClick={focusRow}
      onFocusCapture={focusRow}
      onPointerOver={(event) => hover.set(rowOf(event))}
      onPointerLeave={() => hover.set(null)}
    >
      <Findings of={now} language={language} />
      {now.document.layers
        .filter(({ name }) => !now.hidden.has(name))
        .map((layer) => (
          <Section key={layer.name} of={now} layer={layer} known={known} only={only} language={language} />
        ))}
      <Outline of={now} language={language} />
    </div>
  );
}
