/** Calls of the server on this machine. The token of the printed address goes with each. */

import type { Box, Draft, PlanDocument, Queue } from "../model/types";

const TOKEN = "kehoach-review-token";

/** Take the token out of the address, where it stands when the page is first opened. */
export function takeToken(): void {
  const hash = new URLSearchParams(location.hash.slice(1));
  const token = hash.get("token");
  if (token === null) return;
  sessionStorage.setItem(TOKEN, token);
  hash.delete("token");
  history.replaceState(null, "", `#${hash.toString()}`);
}

export interface Invalid {
  path: string;
  message_vi: string;
  message_en: string;
}

/** An answer that is no success; `code` is stable, 0 and "offline" where the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  get invalid(): readonly Invalid[] {
    const errors = this.members["errors"];
    return Array.isArray(errors) ? (errors as Invalid[]) : [];
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => null);
  const members = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return new Problem(answer.status, typeof members["code"] === "string" ? members["code"] : "error", members);
}

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { "X-Kehoach-Review": sessionStorage.getItem(TOKEN) ?? "", ...init.headers };
  const answer = await fetch(path, { ...init, headers, cache: "no-store" }).catch(() => {
    throw new Problem(0, "offline");
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

const planPath = (id: string): string => `/api/plans/${encodeURIComponent(id)}`;

export async function getQueue(): Promise<Queue> {
  return (await (await call("/api/plans")).json()) as Queue;
}

/** Return a plan; one that is still being read is asked for again until it is there. */
export async function getPlan(id: string): Promise<PlanDocument> {
  for (;;) {
    const answer = await call(planPath(id));
    if (answer.status !== 202) return (await answer.json()) as PlanDocument;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Save a draft on top of a version; returns the new version. */
export async function putPlan(id: string, version: number, draft: Draft): Promise<number> {
  const answer = await call(planPath(id), {
    method: "PUT",
    headers: { "Content-Type": "application/json", "If-Match": `"${version}"` },
    body: JSON.stringify(draft),
  });
  return ((await answer.json()) as { version: number }).version;
}

export async function getBoxes(id: string, page: number): Promise<Box[]> {
  return (await (await call(`${planPath(id)}/boxes?page=${page}`)).json()) as Box[];
}

export async function getImage(path: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await call(path)).blob());
}

export interface Session {
  reviewer: string | null;
  out: string;
}

export async function getSession(): Promise<Session> {
  return (await (await call("/api/session")).json()) as Session;
}

export const FORMATS = ["gold", "labelstudio", "doccano", "webannotation"] as const;
export type Format = (typeof FORMATS)[number];

/** Fetch an export and hand it to the browser to save. */
export async function saveExport(format: Format): Promise<void> {
  const answer = await call(`/api/export?format=${format}`);
  const name = /filename="?([^";]+)/u.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? format;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
