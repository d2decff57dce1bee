/** What the words of a selection say by themselves: first values of an added item, which the reviewer then completes. */

import { readNumber } from "./fields";
import type { Evidence, Field, Item, Layer } from "./types";

const SIGNS: readonly [RegExp, string][] = [
  [/≥|trở lên|ít nhất|tối thiểu/iu, "ge"],
  [/không quá|tối đa|≤/iu, "le"],
  [/trên|hơn|>/iu, "gt"],
  [/dưới|</iu, "lt"],
  [/khoảng|gần/iu, "approx"],
];

const QUARTERS: Record<string, string> = { i: "33", ii: "34", iii: "35", iv: "36" };
const TYPES: readonly [RegExp, string][] = [
  [/^quyết định/iu, "QĐ"],
  [/^nghị quyết/iu, "NQ"],
  [/^nghị định/iu, "NĐ"],
  [/^thông tư/iu, "TT"],
  [/^kế hoạch/iu, "KH"],
  [/^công văn/iu, "CV"],
  [/^chỉ thị/iu, "CT"],
  [/^thông báo/iu, "TB"],
  [/^hướng dẫn/iu, "HD"],
  [/^báo cáo/iu, "BC"],
  [/^chương trình/iu, "CTr"],
  [/^tờ trình/iu, "TTr"],
  [/^(?:bộ )?luật/iu, "Luật"],
];

const two = (digits: string | undefined): string => (digits ?? "").padStart(2, "0");

/** Read a calendar expression as EDTF; null where it is not one of the plain forms. */
export function guessDate(words: string): string | null {
  const day = /(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/iu.exec(words);
  if (day) return `${day[3]}-${two(day[2])}-${two(day[1])}`;
  const years = /(\d{4})\s*[-–]\s*(\d{4})/u.exec(words);
  if (years) return `${years[1]}/${years[2]}`;
  const quarter = /quý\s+(iv|i{1,3})\D+(\d{4})/iu.exec(words);
  if (quarter) return `${quarter[2]}-${QUARTERS[(quarter[1] ?? "").toLowerCase()]}`;
  const month = /tháng\s+(\d{1,2})\s*(?:[/-]|năm)\s*(\d{4})/iu.exec(words);
  if (month) return `${month[2]}-${two(month[1])}`;
  return /\b\d{4}\b/u.exec(words)?.[0] ?? null;
}

type Values = Record<string, unknown>;

/** A number, of how many, how far up, and what is counted: "74/160 xã", "5-10%", "1.000 lao động trở lên". */
const FIGURE = /(\d+(?:[.,]\d+)*)(?:\s*\/\s*(\d+(?:[.,]\d+)*))?(?:\s*[-–]\s*(\d+(?:[.,]\d+)*))?\s*(%|[^\d,;:.()]*)/u;

function guessFigure(words: string): Values {
  const [, value, of, upper, unit = ""] = FIGURE.exec(words) ?? [];
  const number = (digits: string | undefined): number | null => (digits === undefined ? null : (readNumber(digits, "vi") ?? null));
  return {
    value: number(value),
    of: number(of),
    upper: number(upper),
    comparator: SIGNS.find(([sign]) => sign.test(words))?.[1] ?? "eq",
    unit: unit.replace(/\s*trở lên.*$/u, "").trim() || null,
  };
}

function guessCitation(words: string): Values {
  const code = /(\d*)\s*(?:\/\s*\d{4})?\s*[/-]\s*([\p{Lu}\d][\p{L}\d/&.-]*)/u.exec(words);
  const dated = /ngày.*$/iu.exec(words);
  const issuer = /\scủa\s+(.+)$/iu.exec(words);
  return {
    type: TYPES.find(([start]) => start.test(words))?.[1],
    number: code?.[1] || null,
    symbol: code?.[2] ?? null,
    code: code ? code[0].replace(/\s/gu, "") : null,
    date: dated ? guessDate(dated[0]) : code ? null : guessDate(words),
    issuer: issuer?.[1] ?? null,
    relation: "reference",
  };
}

const GUESSES: Record<string, (words: string) => Values> = {
  citations: guessCitation,
  dates: (words) => ({ value: guessDate(words) }),
  percentages: guessFigure,
  targets: guessFigure,
  criteria: (words) => ({
    number: /\d+(?:\.\d+)*/u.exec(words)?.[0],
    kind: /^chỉ tiêu/iu.test(words) ? "indicator" : "criterion",
  }),
  responsibilities: (words) => ({ agency: words, roles: ["implement"], layout: "sentence" }),
  funding: (words) => {
    const { value, unit } = guessFigure(words);
    return { source: words.split(":")[0], amount: value, unit };
  },
};

function blankValue(field: Field, words: string): unknown {
  if (field.type === "list") return [];
  if (!field.required) return null;
  if (field.type === "choice") return field.choices?.[0];
  return { string: words, number: 0, boolean: false }[field.type];
}

/** Make an item of a layer out of a selected place. */
export function newItem(layer: Layer, place: Evidence, key: string): Item {
  const words = place.quote.replace(/\s+/gu, " ");
  const guessed = GUESSES[layer.name]?.(words) ?? {};
  const item: Item = { ...place, _key: key, rule: "review.added", review: null };
  for (const field of layer.fields.filter(({ name }) => !name.includes("."))) {
    item[field.name] = guessed[field.name] ?? blankValue(field, words);
  }
  return item;
}
