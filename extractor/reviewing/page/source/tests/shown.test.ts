import { describe, expect, it } from "vitest";
import { nextOf } from "../src/document/next";
import { annotationOf, marksBetween, marksOf } from "../src/document/spans";
import { summaryOf } from "../src/model/summary";
import { textMap } from "../src/model/text";
import { AGAIN, AIM, CITED, LAYERS, plan, TEXT } from "./example";

describe("the line that tells an item", () => {
  it("has a figure as one, and codes in words of the language", () => {
    expect(summaryOf(LAYERS[2]!, AIM, "vi")).toEqual(["> 95 %", "hộ dùng nước sạch", "đạt"]);
    expect(summaryOf(LAYERS[2]!, { ...AIM, comparator: "ge", value: 5.5, upper: 10 }, "en").slice(0, 1)).toEqual(["≥ 5.5–10 %"]);
  });

  it("says only what tells a citation apart", () => {
    expect(summaryOf(LAYERS[1]!, CITED, "vi")).toEqual(["12/QĐ-UBND", "căn cứ"]);
  });
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
