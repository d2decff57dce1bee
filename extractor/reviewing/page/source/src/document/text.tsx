/** The text with its coloured marks, linked with the list of records. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { dispatch, hover, review, side } from "../app";
import { findItem, planEvidence, planField } from "../model/gold";
import type { Review } from "../model/review";
import type { Evidence, Language } from "../model/types";
import { useStore } from "../store";
import { say } from "../words";
import { caretBox, moveCaret } from "./caret";
import { nextOf, shortestFirst } from "./next";
import { createPainter, type Painter } from "./painter";
import { marksOf } from "./spans";
import { createTextView, reveal, type TextView } from "./textview";

/** Places that are lit up without being a record: the quotes of a finding, a heading. */
const HIGHLIGHTS = { selected: "selected", shown: "shown" } as const;

/** Return where a record stands. */
export function placesOf(of: Review, key: string): Evidence[] {
  const field = planField(key);
  if (field !== null) return planEvidence(of.gold, field);
  const found = findItem(of.gold, of.document.layers, key);
  return found ? [found.item] : [];
}

interface Parts {
  view: TextView;
  painter: Painter;
}

function highlight(name: string, ranges: Range[]): void {
  if (!("highlights" in CSS)) return;
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

interface Props {
  language: Language;
  shown: readonly Evidence[];
}

export function TextPane({ language, shown }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const parts = useRef<Parts | null>(null);
  const document_ = useStore(review, (now) => now?.document ?? null);
  const gold = useStore(review, (now) => now?.gold ?? null);
  const focus = useStore(review, (now) => now?.focus ?? null);
  const hidden = useStore(review, (now) => now?.hidden ?? null);
  const selection = useStore(review, (now) => now?.selection ?? null);
  const over = useStore(hover, (key) => key);
  const map = review.get()?.map;

  useEffect(() => {
    if (!box.current || !document_) return undefined;
    const view = createTextView(box.current, document_.text);
    const painter = createPainter(view, document_.text, document_.id);
    parts.current = { view, painter };
    return () => {
      painter.destroy();
      parts.current = null;
    };
  }, [document_]);

  const marks = useMemo(() => (gold && document_ && map ? marksOf(gold, document_.layers, map) : []), [gold, document_]);
  useEffect(() => parts.current?.painter.show(marks), [marks]);
  useEffect(() => hidden ? parts.current?.painter.hide(hidden) : undefined, [hidden, document_]);
  useEffect(() => parts.current?.painter.light({ focus, hover: over }), [focus, over, document_]);

  const revealPlace = (place: Evidence | undefined): void => {
    if (!parts.current || !scroller.current || !place || !map) return;
    const range = parts.current.view.rangeOf({ start: map.toUnits(place.start), end: map.toUnits(place.end) });
    const first = range.getClientRects()[0];
    if (first) reveal(scroller.current, first);
  };
  useEffect(() => {
    const now = review.get();
    if (now && focus) revealPlace(placesOf(now, focus)[0]);
  }, [focus, document_]);
  useEffect(() => {
    const now = review.get();
    if (!now || !over || box.current?.matches(":hover")) return undefined;
    const timer = setTimeout(() => revealPlace(placesOf(now, over)[0]), 350);
    return () => clearTimeout(timer);
  }, [over]);

  useEffect(() => {
    const ranges = map && parts.current ? shown.map((place) => parts.current!.view.rangeOf({ start: map.toUnits(place.start), end: map.toUnits(place.end) })) : [];
    highlight(HIGHLIGHTS.shown, ranges);
    revealPlace(shown[0]);
  }, [shown]);
  useEffect(() => {
    const range = selection && map && parts.current?.view.rangeOf({ start: map.toUnits(selection.start), end: map.toUnits(selection.end) });
    highlight(HIGHLIGHTS.selected, range ? [range] : []);
    // Found by words: what is selected by hand is in view already, and must not move under the hand.
    const first = range?.getClientRects()[0];
    if (first && scroller.current && !parts.current?.view.selected()) reveal(scroller.current, first);
  }, [selection]);

  const placeCaret = (): void => {
    const [mark, at, frame] = [caret.current, caretBox(), scroller.current?.getBoundingClientRect()];
    if (!mark || !frame || !scroller.current) return;
    const isHere = at !== null && parts.current?.view.caret() !== null;
    mark.hidden = !isHere;
    if (!isHere || !at) return;
    mark.style.left = `${at.left - frame.left + scroller.current.scrollLeft}px`;
    mark.style.top = `${at.top - frame.top + scroller.current.scrollTop}px`;
    mark.style.height = `${at.height}px`;
  };

  useEffect(() => {
    const look = (): void => {
      const [view, now] = [parts.current?.view, review.get()];
      if (!view || !now || view.caret() === null) return;
      const span = view.selected();
      placeCaret();
      const points = span && { start: now.map.toPoints(span.start), end: now.map.toPoints(span.end) };
      if (points?.start !== now.selection?.start || points?.end !== now.selection?.end) dispatch({ do: "select", span: points });
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const now = review.get();
    if (!parts.current || !scroller.current || !now) return;
    const { view } = parts.current;
    const start = (): number => now.map.toUnits((now.focus && placesOf(now, now.focus)[0]?.start) || 0);
    if (moveCaret(event, view, start)) {
      event.preventDefault();
      const at = caretBox();
      if (at) reveal(scroller.current, at);
      placeCaret();
    } else if (event.key === "Enter" && !event.ctrlKey) {
      const at = view.caret();
      const here = marks.filter((mark) => at !== null && mark.start <= at && at <= mark.end && !now.hidden.has(mark.layer));
      const key = nextOf(shortestFirst(here), now.focus);
      if (key) dispatch({ do: "focus", key });
    }
  };

  const onClick = (event: MouseEvent): void => {
    if (parts.current?.view.selected()) return;
    const key = nextOf(parts.current?.painter.at(event.clientX, event.clientY) ?? [], focus);
    if (key) {
      dispatch({ do: "focus", key });
      side.set("document");
    }
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (event.buttons === 0) hover.set(parts.current?.painter.at(event.clientX, event.clientY)[0]?.key ?? null);
  };

  return (
    <div
      class="text"
      ref={scroller}
      tabIndex={0}
      role="document"
      aria-label={say("document", language)}
      id="text"
      onKeyDown={onKeyDown}
      onFocus={placeCaret}
    >
      <div class="caret" ref={caret} hidden />
      <div class="lines" lang="vi" ref={box} tabIndex={-1} onClick={onClick} onPointerMove={onPointerMove} onPointerLeave={() => hover.set(null)} />
    </div>
  );
}
