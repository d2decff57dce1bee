/** A small plan for the tests. */

import type { Field, Item, Layer, PlanDocument } from "../src/model/types";

export const field = (name: string, more: Partial<Field> = {}): Field => ({
  name, type: "string", choices: null, words: null, required: false, vi: name, en: name, ...more,
});

export const LAYERS: Layer[] = [
  { name: "plan", vi: "Thể thức", en: "Form", fields: [field("title"), field("issuer.name"), field("signer.name"), field("recipients", { type: "list" })] },
  {
    name: "citations", vi: "Viện dẫn", en: "Citations",
    fields: [field("type", { required: true }), field("number"), field("symbol"), field("code"), field("date"), field("issuer"),
      field("relation", { type: "choice", required: true, choices: ["basis", "reference"], words: { basis: { vi: "căn cứ", en: "basis" } } })],
  },
  {
    name: "targets", vi: "Chỉ tiêu", en: "Targets",
    fields: [field("indicator"), field("change", { type: "choice", required: true, choices: ["reach", "keep"], words: { reach: { vi: "đạt", en: "reach" } } }),
      field("comparator", { type: "choice", required: true, choices: ["eq", "ge"] }), field("value", { type: "number", required: true }),
      field("upper", { type: "number" }), field("unit"), field("of", { type: "number" }),
      field("required.comparator", { type: "choice", choices: ["eq", "ge"] }), field("required.value", { type: "number" })],
  },
];

export const TEXT = "KẾ HOẠCH nước sạch\nCăn cứ Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND tỉnh\nPhấn đấu trên 95% hộ dùng nước sạch, theo Quyết định số 12/QĐ-UBND.\n";

const at = (quote: string, from = 0): { quote: string; start: number; end: number } => {
  const start = TEXT.indexOf(quote, from);
  return { quote, start, end: start + quote.length };
};

export const CITED: Item = { ...at("Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND tỉnh"), _key: "c1", rule: "citation.code", type: "QĐ", code: "12/QĐ-UBND", relation: "basis", review: null };
export const AGAIN: Item = { ...at("Quyết định số 12/QĐ-UBND", 90), _key: "c2", _refers_to: "c1", rule: "citation.code", type: "QĐ", code: "12/QĐ-UBND", relation: "reference", review: null };
export const AIM: Item = { ...at("trên 95%"), _key: "t1", rule: "level", indicator: "hộ dùng nước sạch", change: "reach", comparator: "gt", value: 95, unit: "%", required: null, review: "unit" };

export function plan(): PlanDocument {
  const gold = {
    plan: { title: "nước sạch", issuer: { name: "UBND tỉnh", level: null }, signer: { name: null }, recipients: ["Lưu: VT"], evidence: { title: at("nước sạch"), "recipients[0]": at("UBND tỉnh") }, review: { title: "short" } },
    citations: [CITED, AGAIN],
    targets: [AIM],
  };
  return {
    id: "a", file: "a.txt", state: "new", version: 0, text: TEXT, media_type: "text/plain", pages: [],
    record: { ...gold, findings: [{ code: "x", severity: "error", message: "wrong", message_vi: "sai", quotes: [at("12/QĐ-UBND ngày 05/6/2023")] }], outline: [] },
    gold, decisions: {}, layers: LAYERS, reviewer: null, changed: null,
  };
}
