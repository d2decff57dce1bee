/** Paints the marks with the Recogito text annotator, and tells which of them are at a point. */

import { createTextAnnotator, Origin, parseW3CTextAnnotation, type TextAnnotation } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";
import { lookOf } from "./layers";
import { annotationOf, marksBetween, type Mark } from "./spans";
import type { TextView } from "./textview";

export interface Lit {
  focus: string | null;
  hover: string | null;
}

export interface Painter {
  show(marks: readonly Mark[]): void;
  light(lit: Lit): void;
  hide(layers: ReadonlySet<string>): void;
  /** Marks at a point of the window, the shortest first. */
  at(x: number, y: number): Mark[];
  destroy(): void;
}

export function createPainter(view: TextView, text: string, source: string): Painter {
  const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(view.element, { annotatingEnabled: false });
  const { store } = annotator.state;
  let shown = new Map<string, Mark>();
  let lit: Lit = { focus: null, hover: null };
  let hidden: ReadonlySet<string> = new Set();

  const isShown = (annotation: { id: string }): boolean => {
    const mark = shown.get(annotation.id);
    return mark !== undefined && !hidden.has(mark.layer);
  };

  const parsed = (mark: Mark): TextAnnotation => {
    const { parsed: annotation, error } = parseW3CTextAnnotation<TextAnnotation>(annotationOf(mark, text, source));
    if (!annotation) throw error ?? new Error(mark.id);
    // The range is known; left out, it would be searched for through the whole document for each mark.
    const selector = annotation.target.selector.map((one) => ({ ...one, range: view.rangeOf(mark) }));
    return { ...annotation, target: { ...annotation.target, selector } };
  };

  const redraw = (): void => {
    annotator.setStyle((annotation) => {
      const mark = shown.get(annotation.id);
      const look = lookOf(mark?.layer ?? "");
      const isFocus = mark?.key === lit.focus;
      const isHover = mark?.key === lit.hover;
      return {
        fill: look.fill as `#${string}`,
        fillOpacity: isFocus ? 0.42 : isHover ? 0.34 : 0.13,
        underlineStyle: isFocus ? "solid" : look.line,
        underlineColor: look.fill as `#${string}`,
        underlineThickness: isFocus || look.line === "double" ? 3 : 1.5,
      };
    });
  };

  redraw();
  return {
    show(marks) {
      const { added, moved, removed } = marksBetween(shown, marks);
      shown = new Map(marks.map((mark) => [mark.id, mark]));
      if (removed.length > 0) store.bulkDeleteAnnotations(removed, Origin.REMOTE);
      if (added.length > 0) store.bulkAddAnnotations(added.map(parsed), false, Origin.REMOTE);
      if (moved.length > 0) store.bulkUpsertAnnotations(moved.map(parsed), Origin.REMOTE);
      redraw();
    },
    light(next) {
      lit = next;
      redraw();
    },
    hide(layers) {
      hidden = layers;
      annotator.setFilter(isShown);
      redraw();
    },
    at(x, y) {
      const frame = view.element.getBoundingClientRect();
      const found = store.getAt(x - frame.left, y - frame.top, true, isShown) ?? [];
      return found.flatMap(({ id }) => shown.get(id) ?? []);
    },
    destroy() {
      annotator.destroy();
    },
  };
}
