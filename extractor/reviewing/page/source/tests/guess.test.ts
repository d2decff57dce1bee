import { describe, expect, it } from "vitest";
import { guessDate, newItem } from "../src/model/guess";
import type { Layer } from "../src/model/types";
import { field, LAYERS } from "./example";

describe("dates", () => {
  it.each([
    ["ngày 05 tháng 6 năm 2023", "2023-06-05"], ["ngày 5/6/2023", "2023-06-05"], ["tháng 10/2024", "2024-10"], ["tháng 3 năm 2021", "2021-03"],
    ["Quý IV năm 2024", "2024-36"], ["quý I/2022", "2022-33"], ["giai đoạn 2021 - 2025", "2021/2025"], ["năm 2030", "2030"], ["hằng năm", null],
  ])("%s is %s", (words, value) => expect(guessDate(words)).toBe(value));
});

const made = (layer: Layer, quote: string): Record<string, unknown> => newItem(layer, { quote, start: 3, end: 3 + quote.length }, "k");

describe("an added item", () => {
  it("keeps its evidence and says that it was added", () => {
    expect(made(LAYERS[1]!, "Luật Hợp tác xã năm 2012")).toMatchObject({ start: 3, _key: "k", rule: "review.added", type: "Luật", code: null, date: "2012" });
  });

  it("reads the code, the date and the issuer of a citation", () => {
    expect(made(LAYERS[1]!, "Nghị quyết số 12-NQ/HU ngày 5/6/2023\ncủa Huyện ủy")).toMatchObject({
      type: "NQ", number: "12", symbol: "NQ/HU", code: "12-NQ/HU", date: "2023-06-05", issuer: "Huyện ủy",
    });
    expect(made(LAYERS[1]!, "Nghị định số 86/2023/NĐ-CP")).toMatchObject({ type: "NĐ", number: "86", symbol: "NĐ-CP", code: "86/2023/NĐ-CP" });
  });

  it("reads the figure of a target", () => {
    expect(made(LAYERS[2]!, "từ 95,5% trở lên")).toMatchObject({ value: 95.5, unit: "%", comparator: "ge", change: "reach" });
    expect(made(LAYERS[2]!, "1.000 lao động")).toMatchObject({ value: 1000, unit: "lao động", comparator: "eq" });
    expect(made(LAYERS[2]!, "ít nhất 74/160 xã")).toMatchObject({ value: 74, of: 160, unit: "xã", comparator: "ge" });
    expect(made(LAYERS[2]!, "5-10%")).toMatchObject({ value: 5, upper: 10, unit: "%" });
  });

  it("has something in every field that must have a value, and leaves objects out", () => {
    const item = made(LAYERS[2]!, "nhiều hộ");
    expect(item).toMatchObject({ value: 0, change: "reach", indicator: null });
    expect(item).not.toHaveProperty("required");
    expect(made({ name: "other", vi: "", en: "", fields: [field("name", { required: true })] }, "Ban\nchỉ đạo")["name"]).toBe("Ban chỉ đạo");
  });
});
