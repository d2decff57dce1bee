/** What can be done with selected text. */

import { addSelected, anchorFocused, dispatch, review } from "../app";
import { isList } from "../model/gold";
import { slice } from "../model/text";
import type { Language } from "../model/types";
import { useStore } from "../store";
import { say } from "../words";
import { Swatch } from "./legend";

export function Selected({ language }: { language: Language }) {
  const now = useStore(review, (one) => one);
  if (!now?.selection) return null;
  const words = slice(now.map, now.selection).replace(/\s+/gu, " ");
  const clear = (): void => {
    document.getSelection()?.removeAllRanges();
    dispatch({ do: "select", span: null });
  };
  return (
    <div class="selected" role="toolbar" aria-label={say("selected", language)}>
      <p><span class="quiet">{say("selected", language)}:</span> <span class="quote" lang="vi">{words}</span></p>
      <div class="actions">
        <span class="quiet">{say("addAs", language)}</span>
        {now.document.layers.filter(isList).map((layer, index) => (
          <button key={layer.name} type="button" onClick={() => addSelected(layer.name)}>
            <Swatch layer={layer.name} />{layer[language]} <kbd>{index + 1}</kbd>
          </button>
        ))}
        {now.focus && <button type="button" onClick={anchorFocused}>{say("anchor", language)} <kbd>R</kbd></button>}
        <button type="button" onClick={clear}>{say("clear", language)} <kbd>Esc</kbd></button>
      </div>
    </div>
  );
}
