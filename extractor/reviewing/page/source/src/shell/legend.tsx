/** The layers with their colours, and a switch for each. */

import { dispatch, review } from "../app";
import { lookOf } from "../document/layers";
import { isList, itemsOf } from "../model/gold";
import type { Language } from "../model/types";
import { useStore } from "../store";
import { say } from "../words";

const DASHES: Record<string, string> = { dashed: "4 2", dotted: "1.5 1.5" };

export function Swatch({ layer }: { layer: string }) {
  const { fill, line } = lookOf(layer);
  return (
    <svg class="swatch" viewBox="0 0 16 12" aria-hidden="true">
      <rect width="16" height="9" fill={fill} opacity=".3" />
      {line === "double" && <path d="M0 8.5h16" stroke={fill} stroke-width="1" />}
      <path d="M0 11h16" stroke={fill} stroke-width={line === "double" ? 1 : 2} stroke-dasharray={DASHES[line] ?? "none"} />
    </svg>
  );
}

export function Legend({ language }: { language: Language }) {
  const now = useStore(review, (one) => one);
  if (!now) return null;
  const lists = now.document.layers.filter(isList);
  return (
    <div class="legend" role="group" aria-label={say("legend", language)}>
      {now.document.layers.map((layer) => (
        <button
          key={layer.name}
          type="button"
          aria-pressed={!now.hidden.has(layer.name)}
          onClick={() => dispatch({ do: "toggle", layer: layer.name })}
        >
          <Swatch layer={layer.name} />
          {layer[language]}
          {isList(layer) && <span class="count">{itemsOf(now.gold, layer.name).length}</span>}
          <kbd>{isList(layer) ? lists.indexOf(layer) + 1 : 0}</kbd>
        </button>
      ))}
    </div>
  );
}
