/** Values of fields: read and set by dotted name, shown and typed in both notations of numbers. */

import type { Field, Language } from "./types";

type Holder = Record<string, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null && !Array.isArray(value);

/** Return the value of `baseline.value`; undefined where a part is missing. */
export function valueOf(holder: Holder, name: string): unknown {
  return name.split(".").reduce<unknown>((value, part) => (isHolder(value) ? value[part] : undefined), holder);
}

/** Objects of the plan's form that are always there. */
const FIXED = new Set(["issuer", "signer"]);

/** Return a copy with one value set; an optional object whose edited parts are all null becomes null itself. */
export function withValue<T extends Holder>(holder: T, name: string, value: unknown, fields: readonly Field[]): T {
  const [first = name, second] = name.split(".");
  if (second === undefined) return { ...holder, [first]: value };
  const held = holder[first];
  const parts = { ...(isHolder(held) ? held : {}), [second]: value };
  if (FIXED.has(first)) return { ...holder, [first]: parts };
  const siblings = fields.filter((field) => field.name.startsWith(`${first}.`));
  const isEmpty = siblings.every((field) => isVoid(field, valueOf({ [first]: parts }, field.name)));
  return { ...holder, [first]: isEmpty ? null : { ...parts, ...defaults(first, siblings, parts) } };
}

/** A choice says nothing by itself: an object that holds nothing else is empty. */
const isVoid = (field: Field, value: unknown): boolean => field.type === "choice" || value === null || value === undefined || value === "";

/** Return what parts without a value are: the first choice where there are choices, else nothing. */
function defaults(name: string, fields: readonly Field[], parts: Holder): Holder {
  const missing = fields.map((field) => ({ field, part: field.name.slice(name.length + 1) })).filter(({ part }) => (parts[part] ?? null) === null);
  return Object.fromEntries(missing.map(({ field, part }) => [part, field.type === "choice" ? field.choices?.[0] : null]));
}

const DECIMAL: Record<Language, string> = { vi: ",", en: "." };

const GROUPED: Record<Language, RegExp> = { vi: /^-?\d{1,3}(\.\d{3})+(,\d+)?$/u, en: /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u };

/** Show a number in the notation of a language, ungrouped: 95,5 or 95.5. */
export function showNumber(value: number, language: Language): string {
  return String(value).replace(".", DECIMAL[language]);
}

/** Read a number: both notations, except that groups of three follow the language (1.000 is a thousand in Vietnamese). */
export function readNumber(typed: string, language: Language): number | undefined {
  const text = typed.replace(/[\s\u00a0]/gu, "");
  if (GROUPED[language].test(text)) return Number(text.replaceAll(language === "vi" ? "." : ",", "").replace(",", "."));
  return /^-?\d+([.,]\d+)?$/u.test(text) ? Number(text.replace(",", ".")) : undefined;
}

/** Show the value of a field as it is typed. */
export function showTyped(value: unknown, language: Language): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "number" ? showNumber(value, language) : String(value);
}

/** Read what was typed into a field; undefined where it can't stand there. */
export function readTyped(field: Field, typed: string, language: Language): unknown {
  if (field.type === "list") return typed.split("\n").map((line) => line.trim()).filter(Boolean);
  const text = typed.trim();
  if (text === "") return field.required ? undefined : null;
  return field.type === "number" ? readNumber(text, language) : text.replace(/\s+/gu, " ");
}
