/** One line of the list of records. */

import { memo } from "preact/compat";
import { valueOf } from "../model/fields";
import { summaryOf, showValue } from "../model/summary";
import type { Decision, Field, Item, Language, Layer, PlanForm } from "../model/types";
import { say } from "../words";

const SIGNS: Record<Decision, string> = { accepted: "✓", corrected: "✎", added: "+" };

interface Shared {
  decision: Decision | undefined;
  isOpen: boolean;
  isFocused: boolean;
  language: Language;
}

function Sign({ decision, isOpen, language }: Shared) {
  const words = decision ? say(decision, language) : isOpen ? say("open_", language) : "";
  return (
    <span class={`sign ${decision ?? (isOpen ? "open" : "")}`} {...(words ? { title: words } : {})}>
      <span aria-hidden="true">{decision ? SIGNS[decision] : isOpen ? "!" : ""}</span>
      {words && <span class="unseen">{words}</span>}
    </span>
  );
}

export const ItemRow = memo(function ItemRow({ item, layer, ...shared }: Shared & { item: Item; layer: Layer }) {
  const words = summaryOf(layer, item, shared.language);
  return (
    <li>
      <button type="button" class="row" data-key={item._key} tabIndex={shared.isFocused ? 0 : -1} aria-current={shared.isFocused}>
        <Sign {...shared} />
        <span class="quote" lang="vi">{item.quote.replace(/\s+/gu, " ")}</span>
        <span class="summary">{words.join(" · ")}</span>
      </button>
    </li>
  );
});

export const FieldRow = memo(function FieldRow({ field, plan, of_key, ...shared }: Shared & { field: Field; plan: PlanForm; of_key: string }) {
  const value = showValue(field, valueOf(plan, field.name), shared.language);
  return (
    <li>
      <button type="button" class="row pair" data-key={of_key} tabIndex={shared.isFocused ? 0 : -1} aria-current={shared.isFocused}>
        <Sign {...shared} />
        <span class="name">{field[shared.language]}</span>
        <span class="quote" lang="vi">{value || <span class="quiet">–</span>}</span>
      </button>
    </li>
  );
});
