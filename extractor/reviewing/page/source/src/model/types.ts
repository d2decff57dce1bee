/** What the server tells: plans, records by the contract, and how the fields of a layer are edited. */

export interface Word {
  vi: string;
  en: string;
}

export type Language = keyof Word;

export type PlanState = "waiting" | "new" | "started" | "done" | "failed";

/** A plan in the queue. */
export interface PlanEntry {
  id: string;
  file: string;
  title: string | null;
  state: PlanState;
  reason: string | null;
  reason_en: string | null;
  to_review: number;
  errors: number;
  warnings: number;
  records: number;
  score: number;
  reviewer: string | null;
  changed: string | null;
}

export interface Queue {
  plans: PlanEntry[];
  next: string | null;
}

/** Evidence: offsets are code points into the text. */
export interface Evidence {
  quote: string;
  start: number;
  end: number;
}

/** A place in the text, in code points. */
export interface Span {
  start: number;
  end: number;
}

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

/** A record of one layer; what it holds besides its evidence, `fields` of the layer say. */
export interface Item extends Evidence {
  _key: string;
  review?: string | null;
  [name: string]: unknown;
}

export interface PlanForm {
  evidence?: Record<string, Evidence>;
  review?: Record<string, string>;
  [name: string]: unknown;
}

export interface Gold {
  plan: PlanForm;
  [layer: string]: unknown;
}

export interface Finding {
  code: string;
  severity: "error" | "warning" | "info";
  message: string;
  message_vi: string;
  quotes: Evidence[];
}

export interface Heading extends Evidence {
  number: string | null;
  title: string;
  level: number;
}

/** The extractor's own record. */
export interface PlanRecord extends Gold {
  findings?: Finding[];
  outline?: Heading[];
}

export type FieldType = "string" | "number" | "boolean" | "choice" | "list";

export interface Field {
  /** Dotted for parts of an object: `baseline.value`. */
  name: string;
  type: FieldType;
  choices: string[] | null;
  words?: Record<string, Word> | null;
  required?: boolean;
  vi: string;
  en: string;
}

export interface Layer {
  name: string;
  vi: string;
  en: string;
  fields: Field[];
}

export interface Page {
  number: number;
  start: number;
  end: number;
  width: number;
  height: number;
  image: string | null;
}

export interface Box extends Span {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export type Decision = "accepted" | "corrected" | "added";
export type Decisions = Readonly<Record<string, Decision>>;

export interface PlanDocument {
  id: string;
  file: string;
  state: PlanState;
  version: number;
  text: string;
  media_type: string;
  pages: Page[];
  record: PlanRecord;
  gold: Gold;
  decisions: Decisions;
  layers: Layer[];
  reviewer: string | null;
  changed: string | null;
}

/** What is saved. */
export interface Draft {
  gold: Gold;
  decisions: Decisions;
  done: boolean;
}
