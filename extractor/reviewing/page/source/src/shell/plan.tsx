/** A plan under review: the document on the left, the record on the right. */

import { hasImages, onlyOpen, pointed, reasons, review, side, view } from "../app";
import { Find } from "../document/find";
import { ImagePane } from "../document/image";
import { TextPane } from "../document/text";
import { isOpen } from "../model/reasons";
import type { Language } from "../model/types";
import { Inspector } from "../record/form";
import { RecordList } from "../record/list";
import { useStore } from "../store";
import { say } from "../words";
import { PlanHeader } from "./header";
import { Legend } from "./legend";
import { Notices } from "./notices";
import { Selected } from "./selected";

function Sides({ language }: { language: Language }) {
  const shown = useStore(side, (one) => one);
  return (
    <div class="sides" role="group">
      {(["document", "record"] as const).map((one) => (
        <button key={one} type="button" aria-pressed={shown === one} onClick={() => side.set(one)}>{say(one, language)}</button>
      ))}
    </div>
  );
}

function Document({ language }: { language: Language }) {
  const shown = useStore(view, (one) => one);
  const places = useStore(pointed, (one) => one);
  return (
    <section class="document" aria-label={say("document", language)}>
      <div class="tools">
        <Legend language={language} />
        <div class="actions">
          {hasImages() &&
            (["text", "image"] as const).map((one) => (
              <button key={one} type="button" aria-pressed={shown === one} onClick={() => view.set(one)}>{say(one, language)}</button>
            ))}
          <Find language={language} />
        </div>
      </div>
      <div class="pages">
        <div class="page-text" hidden={shown !== "text"}><TextPane language={language} shown={places} /></div>
        {shown === "image" && <ImagePane language={language} />}
      </div>
      <Selected language={language} />
    </section>
  );
}

function Record({ language }: { language: Language }) {
  const now = useStore(review, (one) => one);
  const only = useStore(onlyOpen, (one) => one);
  const left = now ? [...reasons(now).keys()].filter((key) => isOpen(key, reasons(now), now.decisions)).length : 0;
  return (
    <section class="record" aria-label={say("record", language)}>
      <div class="tools">
        <h2>{say("record", language)}</h2>
        <label class="check">
          <input type="checkbox" checked={only} onChange={(event) => onlyOpen.set(event.currentTarget.checked)} />
          {`${say("onlyOpen", language)} (${say("left", language)} ${left})`}
        </label>
      </div>
      <RecordList language={language} />
      <Inspector language={language} />
    </section>
  );
}

export function PlanView({ language }: { language: Language }) {
  const shown = useStore(side, (one) => one);
  return (
    <div class="plan">
      <PlanHeader language={language} />
      <Notices language={language} />
      <Sides language={language} />
      <main class={`panes only-${shown}`}>
        <Document language={language} />
        <Record language={language} />
      </main>
    </div>
  );
}
