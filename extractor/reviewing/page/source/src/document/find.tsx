/** Finds words in the text and selects them, so that they can be added to a layer without the mouse. */

import { useState } from "preact/hooks";
import { announce, dispatch, review, view } from "../app";
import { findWords } from "../model/text";
import type { Language } from "../model/types";
import { say } from "../words";

export function Find({ language }: { language: Language }) {
  const [words, setWords] = useState("");
  const find = (backwards: boolean): void => {
    const now = review.get();
    if (!now || words.trim() === "") return;
    const from = now.selection ? now.map.toUnits(now.selection.start) + (backwards ? 0 : 1) : 0;
    const found = findWords(now.map.text, words, from, backwards);
    if (!found) {
      announce("notFound");
      return;
    }
    view.set("text");
    dispatch({ do: "select", span: { start: now.map.toPoints(found.start), end: now.map.toPoints(found.end) } });
  };
  return (
    <input
      id="find"
      type="search"
      value={words}
      placeholder={say("find", language)}
      aria-label={say("find", language)}
      onInput={(event) => setWords(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        find(event.shiftKey);
      }}
    />
  );
}
