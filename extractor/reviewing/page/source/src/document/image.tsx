/** The image of a page with boxes around the words of the record that is focused. */

import { useEffect, useRef, useState } from "preact/hooks";
import { dispatch, review } from "../app";
import type { Box, Language, Page } from "../model/types";
import { getBoxes, getImage, Problem } from "../server/client";
import { useStore } from "../store";
import { say } from "../words";
import { byLine, meets } from "./boxes";
import { lookOf } from "./layers";
import { nextOf, shortestFirst } from "./next";
import { marksOf } from "./spans";
import { placesOf } from "./text";
import { reveal } from "./textview";

function useBoxes(plan: string, page: Page | undefined): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setBoxes([]);
    if (page) void getBoxes(plan, page.number).then((got) => isCurrent && setBoxes(got), () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [plan, page?.number]);
  return boxes;
}

/** Draw the image of a page; the call needs a header, which an image element can't send. */
function useImage(page: Page | undefined): { canvas: { current: HTMLCanvasElement | null }; isBroken: boolean } {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const draw = (image: ImageBitmap): void => {
      if (!isCurrent || !canvas.current) return;
      canvas.current.width = image.width;
      canvas.current.height = image.height;
      canvas.current.getContext("2d")?.drawImage(image, 0, 0);
    };
    setBroken(false);
    if (page?.image) getImage(page.image).then(draw, (error: unknown) => isCurrent && setBroken(error instanceof Problem || error instanceof DOMException));
    return () => {
      isCurrent = false;
    };
  }, [page?.image]);
  return { canvas, isBroken };
}

export function ImagePane({ language }: { language: Language }) {
  const now = useStore(review, (one) => one);
  const scroller = useRef<HTMLDivElement>(null);
  const lit = useRef<SVGRectElement>(null);
  const pages = now?.document.pages.filter(({ image }) => image !== null) ?? [];
  const places = now?.focus ? placesOf(now, now.focus) : [];
  const focused = pages.find((page) => places.some((place) => meets(place, page)));
  const [number, setNumber] = useState(pages[0]?.number ?? 1);
  useEffect(() => {
    if (focused) setNumber(focused.number);
  }, [focused?.number, now?.focus]);
  const at = Math.max(0, pages.findIndex((page) => page.number === number));
  const page = pages[at];
  const boxes = useBoxes(now?.document.id ?? "", page);
  const { canvas, isBroken } = useImage(page);
  const words = byLine(boxes.filter((box) => places.some((place) => meets(place, box))));
  useEffect(() => {
    if (lit.current && scroller.current) reveal(scroller.current, lit.current.getBoundingClientRect());
  }, [now?.focus, boxes]);
  if (!now || !page) return null;

  const layer = marksOf(now.gold, now.document.layers, now.map).find(({ key }) => key === now.focus)?.layer ?? "";
  const onClick = (event: MouseEvent): void => {
    const frame = (event.currentTarget as Element).getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * page.width;
    const y = ((event.clientY - frame.top) / frame.height) * page.height;
    const box = boxes.find(({ x0, x1, y0, y1 }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
    if (!box) return;
    const units = { start: now.map.toUnits(box.start), end: now.map.toUnits(box.end) };
    const here = marksOf(now.gold, now.document.layers, now.map).filter((mark) => meets(mark, units) && !now.hidden.has(mark.layer));
    const key = nextOf(shortestFirst(here), now.focus);
    if (key) dispatch({ do: "focus", key });
  };
  const turn = (step: number): void => setNumber(pages[Math.min(pages.length - 1, Math.max(0, at + step))]?.number ?? number);

  return (
    <div class="image">
      <div class="pager">
        <button type="button" onClick={() => turn(-1)} disabled={at === 0} aria-label={say("previousPage", language)}>‹</button>
        <span>{`${say("page", language)} ${page.number}/${pages.length}`}</span>
        <button type="button" onClick={() => turn(1)} disabled={at === pages.length - 1} aria-label={say("nextPage", language)}>›</button>
        {isBroken && <span class="fault">{say("failedCall", language)}</span>}
      </div>
      <div class="sheet" ref={scroller} tabIndex={0} role="region" aria-label={say("image", language)}>
        <div class="paper">
          <canvas ref={canvas} role="img" aria-label={`${say("page", language)} ${page.number}`} />
          <svg class="boxes" viewBox={`0 0 ${page.width} ${page.height}`} preserveAspectRatio="none" onClick={onClick} aria-hidden="true">
            {words.map((box, index) => (
              <rect
                key={`${box.start} ${index}`}
                {...(index === 0 ? { ref: lit } : {})}
                x={box.x0 - 1}
                y={box.y0 - 1}
                width={box.x1 - box.x0 + 2}
                height={box.y1 - box.y0 + 2}
                fill={lookOf(layer).fill}
                stroke={lookOf(layer).fill}
              />
            ))}
          </svg>
        </div>
      </div>
    </div>
  );
}
