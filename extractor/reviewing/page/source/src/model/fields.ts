/** Values of fields: read and set by dotted name, shown and typed in both notations of numbers. */

import type { Field, Language } from "./types";

type Holder = Record<string, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null && !Array.isArray(value);

/** Return the value of `baseline.value`; undefined where a part is missing. */
export function valueOf(holder: Holder, name: string): unknown {
  return name.split(".").reduce<unknown>((value, part) => (isHolder(value) ? value[part] : undefined), holder);
}

/** Return a copy with one value set; an object whose edited parts are all null becomes null itself. */
export function withValue<T extends Holder>(holder: T, name: string, value: unknown, fields: readonly Field[]): T {
  const [first = name, ...rest] = name.split(".");
  if (rest.length === 0) return { ...holder, [first]: value };
  const siblings = fields.filter((field) => field.name.startsWith(`${first}.`));
  const held = holder[first];
  const inner: Holder = isHolder(held) ? held : blank(first, siblings);
  const part = withValue(inner, rest.join("."), value, []);
  const isOptional = !["issuer", "signer"].includes(first);
  const isEmpty = siblings.every((field) => isVoid(field, valueOf({ [first]: part }, field.name)));
  return { ...holder, [first]: isOptional && isEmpty ? null : part };
}

/** A choice with a default says nothing by itself: an object that only holds one is empty. */
function isVoid(field: Field, value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return field.type === "choice" && value === field.choices?.[0];
}

function blank(name: string, fields: readonly Field[]): Holder {
  return Object.fromEntries(
    fields.map((field) => [field.name.slice(name.length + 1), field.type === "choice" && field.required ? field.choices?.[0] : null]),
  );
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
