import { describe, expect, it } from "vitest";
import { readNumber, readTyped, showTyped, valueOf, withValue } from "../src/model/fields";
import { field, LAYERS } from "./example";

const targets = LAYERS[2]!.fields;

describe("numbers", () => {
  it.each([
    ["95,5", "vi", 95.5], ["95.5", "vi", 95.5], ["1.000", "vi", 1000], ["186.500,25", "vi", 186500.25], ["-3", "vi", -3],
    ["95.5", "en", 95.5], ["1,000", "en", 1000], ["1.000", "en", 1], ["12,5", "en", 12.5],
  ] as const)("%s in %s is %d", (typed, language, number) => expect(readNumber(typed, language)).toBe(number));

  it.each(["", "abc", "1,", "1..2", "5%"])("%j is none", (typed) => expect(readNumber(typed, "vi")).toBeUndefined());

  it("are shown so that they are read again as they are", () => {
    for (const language of ["vi", "en"] as const) expect(readNumber(showTyped(186500.25, language), language)).toBe(186500.25);
    expect(showTyped(95.5, "vi")).toBe("95,5");
  });
});

describe("what is typed", () => {
  it("is null where nothing stands, unless the field must have a value", () => {
    expect(readTyped(field("unit"), "  ", "vi")).toBeNull();
    expect(readTyped(field("value", { type: "number", required: true }), "", "vi")).toBeUndefined();
  });

  it("has single blanks, and one item a line in lists", () => {
    expect(readTyped(field("title"), " a  b\nc ", "vi")).toBe("a b c");
    expect(readTyped(field("recipients", { type: "list" }), "a\n\n b ", "vi")).toEqual(["a", "b"]);
  });
});

describe("parts of objects", () => {
  it("are read and set by dotted names, without changing what was", () => {
    const item = { value: 3, required: { comparator: "ge", value: 90 } };
    expect(valueOf(item, "required.value")).toBe(90);
    expect(withValue(item, "required.value", 95, targets)).toEqual({ value: 3, required: { comparator: "ge", value: 95 } });
    expect(item.required.value).toBe(90);
  });

  it("make the object when the first is set, and null when the last is gone", () => {
    const made = withValue({ required: null } as Record<string, unknown>, "required.value", 90, targets);
    expect(made).toEqual({ required: { comparator: "eq", value: 90 } });
    expect(withValue(made, "required.comparator", null, targets)).toEqual(made);
    expect(withValue({ required: { comparator: "ge", value: 90 } }, "required.value", null, targets)).toEqual({ required: null });
  });

  it("of the issuer and the signer stay an object", () => {
    expect(withValue({ signer: { name: "A" } }, "signer.name", null, LAYERS[0]!.fields)).toEqual({ signer: { name: null } });
  });

  it("of a missing object are undefined", () => expect(valueOf({ required: null }, "required.value")).toBeUndefined());
});
