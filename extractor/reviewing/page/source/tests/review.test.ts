import { describe, expect, it } from "vitest";
import { itemsOf } from "../src/model/gold";
import { isOpen, keysOf, nextKey, reasonsOf } from "../src/model/reasons";
import { act, draftOf, isSame, reviewOf, type Action, type Review } from "../src/model/review";
import { AIM, LAYERS, plan, TEXT } from "./example";

const after = (...actions: Action[]): Review => actions.reduce(act, reviewOf(plan()));
const keys = (review: Review, layer: string): string[] => itemsOf(review.gold, layer).map(({ _key }) => _key);
const select = (words: string, from = 0): Action => {
  const start = TEXT.indexOf(words, from);
  return { do: "select", span: { start, end: start + words.length } };
};

describe("correcting", () => {
  const set = (value: unknown): Action => ({ do: "set", key: "t1", field: "value", value });

  it("changes a copy and notes the decision", () => {
    const review = after(set(98));
    expect(itemsOf(review.gold, "targets")[0]).toEqual({ ...AIM, value: 98 });
    expect(review.decisions).toEqual({ t1: "corrected" });
    expect(itemsOf(review.document.gold, "targets")[0]).toBe(AIM);
  });

  it("takes typing into one field as one step", () => {
    const review = after(set(9), set(98), { do: "undo" });
    expect(itemsOf(review.gold, "targets")[0]).toBe(AIM);
    expect(act(review, { do: "redo" }).decisions).toEqual({ t1: "corrected" });
  });

  it("takes typing after a rest as another step", () => {
    const review = after(set(9), { do: "rest" }, set(98), { do: "undo" });
    expect(itemsOf(review.gold, "targets")[0]?.["value"]).toBe(9);
  });

  it("of the plan's form sets its field", () => {
    const review = after({ do: "set", key: "plan.issuer.name", field: "issuer.name", value: "UBND huyện" });
    expect(review.gold.plan["issuer"]).toEqual({ name: "UBND huyện", level: null });
    expect(review.decisions).toEqual({ "plan.issuer.name": "corrected" });
  });
});

describe("accepting", () => {
  it("is a decision, and taken back by the same", () => {
    expect(after({ do: "accept", key: "c1" }).decisions).toEqual({ c1: "accepted" });
    expect(after({ do: "accept", key: "c1" }, { do: "accept", key: "c1" }).decisions).toEqual({});
  });
});

describe("deleting", () => {
  it("removes the item, its decision and what points at it, and goes to the next", () => {
    const review = after({ do: "accept", key: "c1" }, { do: "remove", key: "c1" });
    expect(keys(review, "citations")).toEqual(["c2"]);
    expect(itemsOf(review.gold, "citations")[0]?.["_refers_to"]).toBeNull();
    expect(review.decisions).toEqual({});
    expect(review.focus).toBe("c2");
  });

  it("is taken back whole", () => {
    const review = after({ do: "accept", key: "c1" }, { do: "remove", key: "c1" }, { do: "undo" });
    expect(keys(review, "citations")).toEqual(["c1", "c2"]);
    expect(review.decisions).toEqual({ c1: "accepted" });
    expect(review.focus).toBe("c1");
  });
});

describe("adding", () => {
  it("makes an item of the selected words, in its place in the list, and focuses it", () => {
    const review = after(select("Quyết định số 12/QĐ-UBND", 90), { do: "add", layer: "citations", key: "n" });
    const added = itemsOf(review.gold, "citations").find(({ _key }) => _key === "n");
    expect(added).toMatchObject({ quote: "Quyết định số 12/QĐ-UBND", type: "QĐ", number: "12", symbol: "QĐ-UBND", code: "12/QĐ-UBND", date: null, relation: "reference" });
    expect(keys(review, "citations")).toEqual(["c1", "c2", "n"]);
    expect([review.focus, review.selection, review.decisions["n"]]).toEqual(["n", null, "added"]);
  });

  it("stays an addition when it is corrected", () => {
    const review = after(select("95%"), { do: "add", layer: "targets", key: "n" }, { do: "set", key: "n", field: "unit", value: "hộ" });
    expect(review.decisions).toEqual({ n: "added" });
  });

  it("shows a layer that was switched off", () => {
    const review = after({ do: "toggle", layer: "targets" }, select("95%"), { do: "add", layer: "targets", key: "n" });
    expect(review.hidden.size).toBe(0);
  });

  it("needs a selection with letters", () => {
    const blank = after({ do: "select", span: { start: TEXT.indexOf("\n"), end: TEXT.indexOf("\n") + 1 } });
    expect(act(blank, { do: "add", layer: "targets", key: "n" })).toBe(blank);
  });
});

describe("moving to a selection", () => {
  it("changes the evidence of an item alone", () => {
    const review = after(select("95%"), { do: "anchor", key: "t1" });
    expect(itemsOf(review.gold, "targets")[0]).toEqual({ ...AIM, quote: "95%", start: TEXT.indexOf("95%"), end: TEXT.indexOf("95%") + 3 });
  });

  it("sorts a list anew", () => {
    const review = after(select("KẾ HOẠCH"), { do: "anchor", key: "c2" });
    expect(keys(review, "citations")).toEqual(["c2", "c1"]);
  });

  it("takes the words as the value of a field of the form", () => {
    const review = after(select("UBND tỉnh"), { do: "anchor", key: "plan.title" });
    expect(review.gold.plan["title"]).toBe("UBND tỉnh");
    expect(review.gold.plan.evidence?.["title"]?.quote).toBe("UBND tỉnh");
  });
});

it("undo gives back the draft itself, so that nothing is saved for it", () => {
  const start = reviewOf(plan());
  expect(isSame(draftOf(act(act(start, { do: "remove", key: "c1" }), { do: "undo" })), draftOf(start))).toBe(true);
});

it("a new step gives up what was undone", () => {
  const review = after({ do: "accept", key: "c1" }, { do: "undo" }, { do: "accept", key: "c2" });
  expect(act(review, { do: "redo" })).toBe(review);
});

describe("what needs review", () => {
  const { gold, record } = plan();
  const reasons = reasonsOf(gold, record, LAYERS);

  it("has the extractor's reasons and findings about its words", () => {
    expect([...reasons].map(([key, all]) => [key, all.map(({ kind, vi }) => `${kind}: ${vi}`)])).toEqual([
      ["plan.title", ["review: short"]],
      ["c1", ["error: sai"]],
      ["t1", ["review: unit"]],
    ]);
  });

  it("comes one after another and round, less what is decided", () => {
    const all = keysOf(gold, LAYERS, new Set());
    expect(all).toEqual(["plan.title", "plan.issuer.name", "plan.signer.name", "plan.recipients", "c1", "c2", "t1"]);
    const fits = (key: string): boolean => isOpen(key, reasons, { c1: "accepted" });
    expect(nextKey(all, "plan.title", 1, fits)).toBe("t1");
    expect(nextKey(all, "t1", 1, fits)).toBe("plan.title");
    expect(nextKey(all, null, -1, fits)).toBe("t1");
    expect(nextKey(all, "t1", 1, (key) => key === "t1")).toBeNull();
    expect(nextKey([], null, 1)).toBeNull();
  });

  it("leaves out layers that are switched off", () => {
    expect(keysOf(gold, LAYERS, new Set(["plan", "citations"]))).toEqual(["t1"]);
  });
});
