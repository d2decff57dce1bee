/** One line that tells an item in a list. */

import { showNumber, valueOf } from "./fields";
import type { Field, Language, Layer } from "./types";

const SIGNS: Record<string, string> = { eq: "", ge: "≥ ", gt: "> ", le: "≤ ", lt: "< ", approx: "≈ " };
/** What tells an item apart, in this order. */
const TOLD: Record<string, string[]> = {
  citations: ["code", "date", "issuer", "relation"],
  targets: ["indicator", "change", "deadline", "place"],
  percentages: [],
  responsibilities: ["agency", "roles", "deadline.value", "task"],
  funding: ["source", "amount", "unit"],
  criteria: ["number", "name", "set"],
  dates: ["value", "bound"],
};
/** Defaults that go without saying. */
const UNSAID = new Set(["on", "eq"]);

/** Names of choices that go without saying in a sentence, but not in a list of choices. */
const UNNAMED: Record<string, Record<Language, string>> = { eq: { vi: "=", en: "=" }, on: { vi: "vào", en: "on" } };

export function showChoice(field: Field, choice: string, language: Language): string {
  return field.words?.[choice]?.[language] || UNNAMED[choice]?.[language] || choice;
}

/** Show a value in words. */
export function showValue(field: Field, value: unknown, language: Language): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => showChoice(field, String(one), language)).join(", ");
  if (typeof value === "number") return showNumber(value, language);
  return field.type === "choice" ? showChoice(field, String(value), language) : String(value);
}

/** Show a figure: "≥ 95–97 %", "74/160 xã (46 %)". */
function showFigure(holder: Record<string, unknown>, language: Language): string {
  const { value, upper, comparator, unit, of, percent } = holder;
  if (typeof value !== "number") return "";
  const numbers = [value, upper].filter((one) => typeof one === "number").map((one) => showNumber(one as number, language));
  const whole = typeof of === "number" ? `/${showNumber(of, language)}` : "";
  const share = typeof percent === "number" ? ` (${showNumber(percent, language)} %)` : "";
  return `${SIGNS[String(comparator)] ?? ""}${numbers.join("–")}${whole}${unit ? ` ${String(unit)}` : ""}${share}`;
}

/** Return the parts of the line that tells an item, beside its quote. */
export function summaryOf(layer: Layer, holder: Record<string, unknown>, language: Language): string[] {
  const hasFigure = typeof holder["value"] === "number";
  const told = TOLD[layer.name]?.flatMap((name) => layer.fields.filter((field) => field.name === name)) ?? layer.fields;
  const words = told
    .map((field) => ({ field, value: valueOf(holder, field.name) }))
    .filter(({ value }) => !UNSAID.has(String(value)) && value !== holder["quote"])
    .map(({ field, value }) => showValue(field, value, language));
  return [...(hasFigure ? [showFigure(holder, language)] : []), ...words].filter(Boolean);
}
