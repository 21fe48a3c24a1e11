// SPDX-License-Identifier: Apache-2.0
import { type BrokenLine, ndjson } from "./ndjson.ts";
import { Problem, Unreachable } from "./problem.ts";
import { type ServerEvent, serverEvents } from "./sse.ts";
import type { StatementAnswer } from "./statementtypes.ts";
import type { StreamFrame, WhyNoneAnswer } from "./streamtypes.ts";
import type {
  CommitBrief,
  ContextScope,
  EventAnswer,
  FacetsAnswer,
  HistogramAnswer,
  Mapping,
  MappingsAnswer,
  PatternsAnswer,
  ProblemBody,
  SearchAnswer,
  SourceAnswer,
  Status,
  SuspectsAnswer,
  TriedMapping,
  Verdict,
  VerdictsAnswer,
} from "./types.ts";

/** Query text and the time range it is asked of; absent ends mean the store's own. */
export interface Ask {
  q: string;
  from: string | null;
  to: string | null;
}

export type Order = "newest" | "oldest";

type Parameters = Record<string, string | number | null | undefined>;

function address(path: string, parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function problemOf(response: Response): Promise<Problem> {
  let body: ProblemBody = {};
  if (response.headers.get("content-type")?.includes("json")) {
    body = await response.json().catch(() => ({}));
  }
  return new Problem({ ...body, status: body.status ?? response.status });
}

export function get<T>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<T> {
  return ask(address(path, parameters), { headers: { accept: "application/json" } }, signal);
}

export function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

export async function ask<T>(path: string, how: RequestInit, signal?: AbortSignal): Promise<T> {
  return (await (await open(path, how, signal)).json()) as T;
}

async function open(path: string, how: RequestInit, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...how, ...(signal ? { signal } : {}) });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The frames of an answer as they come; a connection that breaks is as if there had been none. */
async function* frames(
  path: string,
  broken: (line: BrokenLine) => void,
  signal: AbortSignal,
): AsyncGenerator<StreamFrame> {
  const response = await open(path, { headers: { accept: "application/x-ndjson" } }, signal);
  if (!response.body) throw new Unreachable();
  try {
    for await (const frame of ndjson(response.body, broken)) yield frame as StreamFrame;
  } catch (failure) {
    if (signal.aborted || failure instanceof Problem) throw failure;
    throw new Unreachable();
  }
}

/** What arrives, from after `last` on, or else from the moment `from` on; until `signal` ends it. */
async function* tail(q: string, from: string | null, last: string, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const headers = { accept: "text/event-stream", ...(last === "" ? {} : { "last-event-id": last }) };
  const response = await open(address("/api/tail", { q, from }), { headers }, signal);
  if (!response.body) throw new Unreachable();
  yield* serverEvents(response.body);
}

/** A deploy as it is told. */
export interface ToldDeploy {
  time: string;
  service: string;
  version: string;
  commit: string;
  by: string;
}

/** A place in source; `before` steps to where it was before the commit. */
export interface SourceAsk {
  commit: string;
  path: string;
  line: number;
  around: number;
  before?: "on" | "off";
}

export const client = {
  status: (signal?: AbortSignal) => get<Status>("/api/status", {}, signal),

  stream: (
    ask: Ask & { limit: number; order: Order; buckets: number; rest: string | null },
    broken: (line: BrokenLine) => void,
    signal: AbortSignal,
  ) => frames(address("/api/stream", { ...ask }), broken, signal),

  tail,

  whyNone: (ask: Ask, signal?: AbortSignal) => get<WhyNoneAnswer>("/api/why-none", { ...ask }, signal),

  search: (
    ask: Ask & { limit: number; cursor?: string | null; order: Order; count?: "on" | "off" },
    signal?: AbortSignal,
  ) => get<SearchAnswer>("/api/search", { ...ask }, signal),

  histogram: (ask: Ask & { buckets: number }, signal?: AbortSignal) =>
    get<HistogramAnswer>("/api/histogram", { ...ask }, signal),

  facets: (ask: Ask & { limit: number; buckets: number }, signal?: AbortSignal) =>
    get<FacetsAnswer>("/api/facets", { ...ask }, signal),

  patterns: (ask: Ask & { limit: number }, signal?: AbortSignal) =>
    get<PatternsAnswer>("/api/patterns", { ...ask }, signal),

  event: (id: string, context: number, scope: ContextScope, signal?: AbortSignal) =>
    get<EventAnswer>(`/api/events/${encodeURIComponent(id)}`, { context, scope }, signal),

  suspects: (what: { event: string } | Ask, signal?: AbortSignal) =>
    get<SuspectsAnswer>("/api/suspects", { ...what }, signal),

  source: (what: SourceAsk, signal?: AbortSignal) => get<SourceAnswer>("/api/source", { ...what }, signal),

  statement: (event: string, past: boolean, signal?: AbortSignal) =>
    get<StatementAnswer>("/api/statement", { event, history: past ? "yes" : "no" }, signal),

  commit: (revision: string) => get<CommitBrief>("/api/commit", { revision }),

  tryMapping: (what: Mapping & { path: string; line: number; commit: string }, signal?: AbortSignal) =>
    get<TriedMapping>("/api/mappings/try", { ...what }, signal),

  mappings: (signal?: AbortSignal) => get<MappingsAnswer>("/api/mappings", {}, signal),

  keepMapping: (what: Mapping & { ends?: boolean }) => post<MappingsAnswer>("/api/mappings", what),

  verdicts: (signal?: AbortSignal) => get<VerdictsAnswer>("/api/verdicts", {}, signal),

  keepVerdict: (what: Omit<Verdict, "time" | "verdict"> & { verdict: Verdict["verdict"] | "withdrawn" }) =>
    post<VerdictsAnswer>("/api/verdicts", what),

  keepDeploy: (what: ToldDeploy) =>
    post<{ added: number; known: number; notes: string[] }>("/api/changes", { kind: "deploy", ...what }),
};
