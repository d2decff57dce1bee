import { describe, expect, it } from "vitest";
import { evidenceAt, findWords, linesOf, slice, textMap } from "../src/model/text";

describe("offsets", () => {
  it("are the same where all characters are in the basic plane", () => {
    const map = textMap("Kế hoạch");
    expect([map.length, map.toUnits(3), map.toPoints(8)]).toEqual([8, 3, 8]);
  });

  it("count a character beyond the basic plane once in records, twice in the DOM", () => {
    const map = textMap("a🚀b🚀c");
    expect(map.length).toBe(5);
    expect([0, 1, 2, 3, 4, 5].map(map.toUnits)).toEqual([0, 1, 3, 4, 6, 7]);
    expect([0, 1, 3, 4, 6, 7].map(map.toPoints)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(slice(map, { start: 2, end: 4 })).toBe("b🚀");
  });
});

describe("evidence", () => {
  it("leaves out the blanks at its ends and counts code points", () => {
    expect(evidenceAt(textMap("🚀  năm 2024 \n"), { start: 1, end: 13 })).toEqual({ quote: "năm 2024", start: 3, end: 11 });
  });

  it("is none where only blanks are selected", () => {
    expect(evidenceAt(textMap("a \n b"), { start: 1, end: 4 })).toBeNull();
  });
});

it("lines keep their ends, so that they make up the text", () => {
  expect(linesOf("a\n\nb")).toEqual([{ start: 0, text: "a\n" }, { start: 2, text: "\n" }, { start: 3, text: "b" }]);
  expect(linesOf("")).toEqual([]);
});

describe("finding words", () => {
  const text = "Ủy ban\nnhân dân (x). ỦY BAN nhân dân";
  it("sees over line ends and case, and goes round", () => {
    expect(findWords(text, "ủy ban nhân", 0)).toEqual({ start: 0, end: 11 });
    expect(findWords(text, "ủy ban nhân", 1)).toEqual({ start: 21, end: 32 });
    expect(findWords(text, "ủy ban nhân", 22)).toEqual({ start: 0, end: 11 });
    expect(findWords(text, "ủy ban nhân", 21, true)).toEqual({ start: 0, end: 11 });
  });

  it("takes signs as they are", () => {
    expect(findWords(text, "(x).", 0)).toEqual({ start: 16, end: 20 });
    expect(findWords(text, "không có", 0)).toBeNull();
    expect(findWords(text, "  ", 0)).toBeNull();
  });
});
