// SPDX-License-Identifier: Apache-2.0
// Questions to the API about sources, and what is handed to it.
import { ask, get, post } from "./client.ts";
import type { Import, ImportsAnswer, SkewAnswer, SourcesAnswer, TriedAnswer, UnreadAnswer } from "./sourcetypes.ts";

export const sourceClient = {
  all: (signal?: AbortSignal) => get<SourcesAnswer>("/api/sources", {}, signal),

  unread: (source: string, offset: number, signal?: AbortSignal) =>
    get<UnreadAnswer>("/api/sources/rejected", { source, offset, limit: 100 }, signal),

  imports: (signal?: AbortSignal) => get<ImportsAnswer>("/api/imports", {}, signal),

  stop: (id: string) => post<Import>(`/api/imports/${encodeURIComponent(id)}`, { stop: true }),

  tryLines: (lines: string) => post<TriedAnswer>("/api/try-lines", { lines }),

  skew: (signal?: AbortSignal) => get<SkewAnswer>("/api/skew", {}, signal),

  /** Answered once all of it came; it is read after that. */
  handIn: (file: Blob, name: string, modified: number | null) => {
    const about = new URLSearchParams({ name });
    if (modified !== null) about.set("modified", new Date(modified).toISOString());
    return ask<Import>(`/api/imports?${about}`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/octet-stream" },
      body: file,
    });
  },
};
