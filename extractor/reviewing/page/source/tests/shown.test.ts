import { describe, expect, it } from "vitest";
import { byLine } from "../src/document/boxes";
import { nextOf } from "../src/document/next";
import { annotationOf, marksBetween, marksOf } from "../src/document/spans";
import { inVietnamese } from "../src/model/doubts";
import { summaryOf } from "../src/model/summary";
import { textMap } from "../src/model/text";
import { AGAIN, AIM, CITED, LAYERS, plan, TEXT } from "./example";

describe("the line that tells an item", () => {
  it("has a figure as one, and codes in words of the language", () => {
    expect(summaryOf(LAYERS[2]!, AIM, "vi")).toEqual(["> 95 %", "hộ dùng nước sạch", "đạt"]);
    expect(summaryOf(LAYERS[2]!, { ...AIM, comparator: "ge", value: 5.5, upper: 10 }, "en").slice(0, 1)).toEqual(["≥ 5.5–10 %"]);
    expect(summaryOf(LAYERS[2]!, { ...AIM, comparator: "eq", value: 74, of: 160, unit: "xã", percent: 46.3 }, "vi")[0]).toBe("74/160 xã (46,3 %)");
  });

  it("says only what tells a citation apart", () => {
    expect(summaryOf(LAYERS[1]!, CITED, "vi")).toEqual(["12/QĐ-UBND", "căn cứ"]);
  });
});

describe("boxes", () => {
  const word = (start: number, x0: number, x1: number, y0: number) => ({ start, end: start + 3, x0, x1, y0, y1: y0 + 10 });

  it("of one line are one, those of the next line and of the next column are not", () => {
    const lines = byLine([word(0, 50, 80, 100), word(4, 84, 110, 101), word(8, 20, 60, 115), word(12, 300, 340, 115)]);
    expect(lines.map(({ start, end, x0, x1, y0, y1 }) => [start, end, x0, x1, y0, y1])).toEqual([
      [0, 7, 50, 110, 100, 111],
      [8, 11, 20, 60, 115, 125],
      [12, 15, 300, 340, 115, 125],
    ]);
  });
});

describe("reasons to look", () => {
  it.each([
    ["number left blank", "số để trống"],
    ["type word KH, symbol QĐ", "loại văn bản ghi KH, ký hiệu QĐ"],
    ["xa-2021: number 6 is “Cơ sở vật chất văn hóa”", "xa-2021: số 6 là “Cơ sở vật chất văn hóa”"],
    ["something new", "something new"],
  ])("%s is %s", (english, vietnamese) => expect(inVietnamese(english)).toBe(vietnamese));
});

describe("marks", () => {
  const map = textMap(TEXT);
  const marks = marksOf(plan().gold, LAYERS, map);

  it("are the items and what the form's values stand on", () => {
    expect(marks.map(({ id, layer }) => `${layer}: ${id}`)).toEqual(["plan: plan.title 0", "plan: plan.recipients 0", "citations: c1", "citations: c2", "targets: t1"]);
  });

  it("are annotations by the W3C model", () => {
    expect(annotationOf(marks.at(-1)!, TEXT, "a")).toMatchObject({
      type: "Annotation",
      target: { source: "a", selector: [{ type: "TextQuoteSelector", exact: "trên 95%" }, { type: "TextPositionSelector", start: AIM.start, end: AIM.end }] },
    });
  });

  it("are drawn anew only where they changed", () => {
    const before = new Map(marks.map((mark) => [mark.id, mark]));
    const gold = plan().gold;
    const after = marksOf({ ...gold, citations: [{ ...CITED, end: CITED.end - 1 }], targets: [AIM, { ...AIM, _key: "t2" }] }, LAYERS, map);
    const { added, moved, removed } = marksBetween(before, after);
    expect([added.map(({ id }) => id), moved.map(({ id }) => id), removed]).toEqual([["t2"], ["c1"], [AGAIN._key]]);
  });

  it("at one place take turns", () => {
    const here = [marks[2]!, marks[4]!];
    expect([null, "c1", "t1", "x"].map((focus) => nextOf(here, focus))).toEqual(["c1", "t1", "c1", "c1"]);
    expect(nextOf([], "c1")).toBeNull();
  });
});
