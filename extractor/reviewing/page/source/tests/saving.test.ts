import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "../src/model/types";
import { Problem } from "../src/server/client";
import { startSaving, type Saved } from "../src/server/saving";

const draft = (title: string): Draft => ({ gold: { plan: { title } }, decisions: {}, done: false });
const first = draft("0");

let told: string[];
let put: ReturnType<typeof vi.fn<(version: number, draft: Draft) => Promise<number>>>;
const tell = (saved: Saved): void => void told.push(saved.state);
const title = (one: Draft): unknown => one.gold.plan["title"];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  put = vi.fn((version: number, _draft: Draft) => Promise.resolve(version + 1));
});
afterEach(() => void vi.useRealTimers());

describe("saving by itself", () => {
  it("waits until typing rests and sends the newest draft once", async () => {
    const saver = startSaving(first, 3, put, tell);
    saver.offer(draft("1"));
    await vi.advanceTimersByTimeAsync(300);
    saver.offer(draft("2"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(put.mock.calls.map(([version, sent]) => [version, title(sent)])).toEqual([[3, "2"]]);
    expect(told).toEqual(["waiting", "waiting", "saving", "saved"]);
    expect(saver.base().version).toBe(4);
  });

  it("sends nothing where a change was taken back", async () => {
    const saver = startSaving(first, 0, put, tell);
    saver.offer(draft("1"));
    saver.offer(first);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(put).not.toHaveBeenCalled();
    expect(told.at(-1)).toBe("saved");
  });

  it("sends what came during a call after it, on top of its version", async () => {
    put.mockImplementation((version) => new Promise((resolve) => setTimeout(() => resolve(version + 1), 1_000)));
    const saver = startSaving(first, 0, put, tell);
    saver.offer(draft("1"));
    await vi.advanceTimersByTimeAsync(900);
    saver.offer(draft("2"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(put.mock.calls.map(([version, sent]) => [version, title(sent)])).toEqual([[0, "1"], [1, "2"]]);
    expect(told.at(-1)).toBe("saved");
  });

  it("stops for good where another window saved first", async () => {
    put.mockRejectedValue(new Problem(412, "stale", { version: 9 }));
    const saver = startSaving(first, 0, put, tell);
    saver.offer(draft("1"));
    await vi.advanceTimersByTimeAsync(1_000);
    saver.offer(draft("2"));
    expect(await saver.flush()).toBe(false);
    expect(put).toHaveBeenCalledTimes(1);
    expect(told.at(-1)).toBe("stale");
    expect(title(saver.base().draft)).toBe("0");
  });

  it("tries again by itself when the server was not reached, not when a value was refused", async () => {
    put.mockRejectedValueOnce(new Problem(0, "offline")).mockRejectedValueOnce(new Problem(422, "invalid"));
    const saver = startSaving(first, 0, put, tell);
    saver.offer(draft("1"));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(put).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(put).toHaveBeenCalledTimes(2);
    expect(told.at(-1)).toBe("error");
    saver.offer(draft("2"));
    expect(await saver.flush()).toBe(true);
    expect(told.at(-1)).toBe("saved");
  });
});
