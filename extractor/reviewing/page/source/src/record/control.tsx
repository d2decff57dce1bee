/** One field of a record, edited by its type. */

import { useEffect, useState } from "preact/hooks";
import { readTyped, showTyped } from "../model/fields";
import { showChoice } from "../model/summary";
import type { Field, Language } from "../model/types";
import { say } from "../words";

interface Props {
  field: Field;
  value: unknown;
  language: Language;
  /** Names the group that the field is in, for ids. */
  group: string;
  onSet: (value: unknown) => void;
  onRest: () => void;
  onFocus?: () => void;
}

/** Fields whose values may be as long as a sentence. */
const LONG = new Set(["title", "task", "indicator", "source", "agency", "name", "issuer.name", "recipients", "signer.authority"]);

const HALF = new Set(["issuer", "place", "agency_name", "signer.name", "signer.position"]);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Tell how much room a field takes in its form. */
export function room(field: Field): "wide" | "half" | "" {
  if (LONG.has(field.name) || field.type === "list") return "wide";
  return HALF.has(field.name) ? "half" : "";
}

function Choice({ field, value, language, group, onSet, onFocus }: Props) {
  return (
    <select id={`${group}-${field.name}`} value={String(value ?? "")} onFocus={onFocus} onChange={(event) => onSet(event.currentTarget.value || null)}>
      {!field.required && <option value="">{say("none", language)}</option>}
      {(field.choices ?? []).map((choice) => (
        <option key={choice} value={choice}>{showChoice(field, choice, language)}</option>
      ))}
    </select>
  );
}

/** A set of choices: any of them may stand. */
function Several({ field, value, language, group, onSet, onFocus }: Props) {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const flip = (choice: string): void =>
    onSet((field.choices ?? []).filter((one) => (one === choice ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <div class="several" role="group" aria-labelledby={`${group}-${field.name}-label`} id={`${group}-${field.name}`}>
      {(field.choices ?? []).map((choice) => (
        <label key={choice}>
          <input type="checkbox" checked={chosen.includes(choice)} onFocus={onFocus} onChange={() => flip(choice)} />
          {showChoice(field, choice, language)}
        </label>
      ))}
    </div>
  );
}

function Typed({ field, value, language, group, onSet, onRest, onFocus }: Props) {
  const [typed, setTyped] = useState(() => showTyped(value, language));
  const read = readTyped(field, typed, language);
  useEffect(() => {
    // Another value than the typed one came from elsewhere: undo, another language.
    if (read === undefined || !isSame(read, value)) setTyped(showTyped(value, language));
  }, [value, language]);
  const isWrong = read === undefined;
  const id = `${group}-${field.name}`;
  const common = {
    id,
    value: typed,
    spellcheck: false,
    autocomplete: "off",
    "aria-invalid": isWrong,
    ...(isWrong ? { "aria-describedby": `${id}-wrong` } : {}),
    onFocus: () => onFocus?.(),
    onBlur: onRest,
    onInput: (event: { currentTarget: { value: string } }) => {
      const next = event.currentTarget.value;
      setTyped(next);
      const got = readTyped(field, next, language);
      if (got !== undefined && !isSame(got, value)) onSet(got);
    },
  };
  const isList = field.type === "list";
  return (
    <>
      {isList || LONG.has(field.name) ? (
        <textarea rows={isList ? 2 : 1} {...(isList ? { placeholder: say("oneEach", language), "data-lines": "" } : {})} {...common} />
      ) : (
        <input type="text" inputMode={field.type === "number" ? "decimal" : "text"} {...common} />
      )}
      {isWrong && <span class="fault" id={`${id}-wrong`}>{say("wrong", language)}</span>}
    </>
  );
}

export function Control(props: Props) {
  const { field, value, group, onSet, onFocus } = props;
  if (field.type === "boolean") {
    return <input id={`${group}-${field.name}`} type="checkbox" checked={value === true} onFocus={onFocus} onChange={(event) => onSet(event.currentTarget.checked)} />;
  }
  if (field.type === "choice") return <Choice {...props} />;
  return field.type === "list" && field.choices ? <Several {...props} /> : <Typed {...props} />;
}
