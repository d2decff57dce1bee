/** The sheet of keys. */

import { useEffect, useRef } from "preact/hooks";
import { isHelpOpen, singleKeys } from "../app";
import type { Language, Word } from "../model/types";
import { useStore } from "../store";
import { say } from "../words";

type Group = { title: Word; keys: [keys: string[], does: Word][] };

export const SHEET: Group[] = [
  {
    title: { vi: "Đi lại", en: "Moving" },
    keys: [
      [["N", "P"], { vi: "chỗ cần xem sau, trước", en: "next, previous item to review" }],
      [["J", "K", "↓", "↑"], { vi: "mục sau, mục trước", en: "next, previous item" }],
      [["0", "1 … 7"], { vi: "tới phần đầu văn bản, tới lớp (khi không chọn chữ)", en: "to the plan's form, to a layer (with no text selected)" }],
      [["Shift+0 … 7"], { vi: "bật, tắt lớp", en: "layer on, off" }],
      [["T", "L"], { vi: "sang văn bản, sang danh sách", en: "to the text, to the list" }],
      [["I"], { vi: "chữ hay ảnh trang", en: "text or page image" }],
      [["[", "]"], { vi: "kế hoạch trước, sau", en: "previous, next plan" }],
      [["Q"], { vi: "danh sách kế hoạch", en: "queue of plans" }],
    ],
  },
  {
    title: { vi: "Soát một mục", en: "Reviewing an item" },
    keys: [
      [["A"], { vi: "nhận, rồi sang mục sau", en: "accept, then on to the next" }],
      [["Enter", "E"], { vi: "sửa các ô; Esc để về danh sách", en: "edit the fields; Esc goes back to the list" }],
      [["Delete"], { vi: "xóa", en: "delete" }],
      [["R"], { vi: "gắn vào đoạn đang chọn", en: "move to the selected text" }],
      [["Ctrl+Z"], { vi: "hoàn tác", en: "undo" }],
      [["Ctrl+Shift+Z", "Ctrl+Y"], { vi: "làm lại", en: "redo" }],
      [["Ctrl+S"], { vi: "lưu ngay (trang tự lưu sau mỗi lần sửa)", en: "save now (the page saves by itself after each change)" }],
      [["Ctrl+Enter"], { vi: "soát xong, sang kế hoạch sau", en: "done, on to the next plan" }],
    ],
  },
  {
    title: { vi: "Thêm mục còn thiếu", en: "Adding what is missing" },
    keys: [
      [["/"], { vi: "tìm chữ; Enter chọn chỗ sau, Shift+Enter chỗ trước, Esc sang văn bản", en: "find words; Enter selects the next place, Shift+Enter the previous, Esc goes to the text" }],
      [["← → ↑ ↓"], { vi: "trong văn bản: dời con trỏ (Ctrl: từng tiếng)", en: "in the text: move the caret (Ctrl: by syllables)" }],
      [["Shift+← → ↑ ↓"], { vi: "chọn chữ", en: "select text" }],
      [["1 … 7"], { vi: "thêm đoạn đang chọn vào lớp đó", en: "add the selected text to that layer" }],
      [["Enter"], { vi: "trong văn bản: mở mục ở con trỏ, nhấn nữa để sang mục trùng chỗ", en: "in the text: focus the item at the caret, again for the next one there" }],
      [["Esc"], { vi: "bỏ chọn", en: "clear the selection" }],
    ],
  },
];

export function Help({ language }: { language: Language }) {
  const isOpen = useStore(isHelpOpen, (one) => one);
  const single = useStore(singleKeys, (one) => one);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={() => isHelpOpen.set(false)}>
      <header>
        <h2 id="help-title">{say("help", language)}</h2>
        <button type="button" onClick={() => isHelpOpen.set(false)}>{say("close", language)} <kbd>Esc</kbd></button>
      </header>
      <div class="sheet-of-keys">
        {SHEET.map((group) => (
          <section key={group.title.en}>
            <h3>{group.title[language]}</h3>
            <dl>
              {group.keys.map(([keys, does]) => (
                <div key={does.en}>
                  <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
                  <dd>{does[language]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="check">
        <input type="checkbox" checked={single} onChange={(event) => singleKeys.set(event.currentTarget.checked)} />
        {say("singleKeys", language)}
      </label>
    </dialog>
  );
}
