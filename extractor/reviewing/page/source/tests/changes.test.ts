import { describe, expect, it } from "vitest";
import { changesOf, tellable, withChanges } from "../src/model/changes";
import { itemsOf } from "../src/model/gold";
import { act, draftOf, reviewOf, type Action } from "../src/model/review";
import type { Draft } from "../src/model/types";
import { LAYERS, plan, TEXT } from "./example";

const draft = (...actions: Action[]): Draft => draftOf(actions.reduce(act, reviewOf(plan())));
const base = draft();

describe("changes on top of a newer version", () => {
  const mine = draft(
    { do: "set", key: "t1", field: "value", value: 98 },
    { do: "select", span: { start: 0, end: 8 } },
    { do: "add", layer: "targets", key: "n" },
    { do: "remove", key: "c2" },
    { do: "set", key: "plan.title", field: "title", value: "Nước" },
    { do: "done", done: true },
  );
  const changes = changesOf(base, mine, LAYERS);

  it("are all that was done here", () => {
    expect(changes.map((change) => ("layer" in change ? `${change.kind} ${change.key}` : change.kind === "plan" ? change.field : change.kind))).toEqual([
      "title", "deleted c2", "added n", "changed t1", "decision", "decision", "decision", "done",
    ]);
  });

  it("keep what another window did", () => {
    const theirs = draft({ do: "set", key: "c1", field: "code", value: "21/QĐ-UBND" }, { do: "set", key: "plan.signer.name", field: "signer.name", value: "A" });
    const both = withChanges(theirs, changes, LAYERS);
    expect(itemsOf(both.gold, "citations").map((item) => item["code"])).toEqual(["21/QĐ-UBND"]);
    expect(itemsOf(both.gold, "targets").map((item) => item["value"])).toEqual([0, 98]);
    expect(both.gold.plan).toMatchObject({ title: "Nước", signer: { name: "A" } });
    expect(both.decisions).toEqual({ c1: "corrected", "plan.signer.name": "corrected", t1: "corrected", n: "added", "plan.title": "corrected" });
    expect(both.done).toBe(true);
  });

  it("bring back what another window deleted and this one changed", () => {
    const theirs = draft({ do: "remove", key: "t1" });
    expect(itemsOf(withChanges(theirs, changes, LAYERS).gold, "targets").map(({ _key }) => _key)).toEqual(["n", "t1"]);
  });

  it("are told without the decisions that go with them", () => {
    expect(tellable(changes).map(({ kind }) => kind)).toEqual(["plan", "deleted", "added", "changed", "done"]);
  });
});

it("nothing changed is no change, in other objects too", () => {
  expect(changesOf(base, JSON.parse(JSON.stringify(base)) as Draft, LAYERS)).toEqual([]);
  expect(TEXT.slice(0, 8)).toBe("KẾ HOẠCH");
});
