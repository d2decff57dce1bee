/** What is coloured in the text: items and the evidence of the plan's form, as W3C Web Annotations. */

import type { W3CTextAnnotation } from "@recogito/text-annotator";
import { isList, itemsOf, planEvidence, planKey } from "../model/gold";
import type { TextMap } from "../model/text";
import type { Evidence, Gold, Layer, Span } from "../model/types";

/** In UTF-16 units. */
export interface Mark extends Span {
  /** Unique among all marks: a field of the form may have several. */
  id: string;
  key: string;
  layer: string;
}

export function marksOf(gold: Gold, layers: readonly Layer[], map: TextMap): Mark[] {
  const mark = (id: string, key: string, layer: string, place: Evidence): Mark => ({
    id,
    key,
    layer,
    start: map.toUnits(place.start),
    end: map.toUnits(place.end),
  });
  return layers
    .flatMap((layer) => {
      if (isList(layer)) return itemsOf(gold, layer.name).map((item) => mark(item._key, item._key, layer.name, item));
      const taken = new Set<string>();
      return layer.fields.flatMap(({ name }) =>
        planEvidence(gold, name)
          .filter((place) => {
            const where = `${place.start} ${place.end}`;
            if (taken.has(where)) return false;
            taken.add(where);
            return true;
          })
          .map((place, index) => mark(`${planKey(name)} ${index}`, planKey(name), layer.name, place)),
      );
    })
    .filter(({ start, end }) => end > start);
}

/** Tell a mark as an annotation of the document. */
export function annotationOf(mark: Mark, text: string, source: string): W3CTextAnnotation {
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: mark.id,
    type: "Annotation",
    body: [{ type: "TextualBody", purpose: "classifying", value: mark.layer }],
    target: {
      source,
      selector: [
        { type: "TextQuoteSelector", exact: text.slice(mark.start, mark.end) },
        { type: "TextPositionSelector", start: mark.start, end: mark.end },
      ],
    },
  } as W3CTextAnnotation;
}

export interface Marks {
  added: Mark[];
  moved: Mark[];
  removed: string[];
}

/** Return what changed between two lists of marks. */
export function marksBetween(before: ReadonlyMap<string, Mark>, after: readonly Mark[]): Marks {
  const ids = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !before.has(id)),
    moved: after.filter((mark) => {
      const was = before.get(mark.id);
      return was !== undefined && (was.start !== mark.start || was.end !== mark.end || was.layer !== mark.layer);
    }),
    removed: [...before.keys()].filter((id) => !ids.has(id)),
  };
}
