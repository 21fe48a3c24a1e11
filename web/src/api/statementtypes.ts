// SPDX-License-Identifier: Apache-2.0
// The answer of /api/statement.
import type { Level } from "./types.ts";

export interface StatementCommit {
  id: string;
  author: string;
  time: string;
  subject: string;
}

export interface Statement {
  path: string;
  /** First and last line, from 1. */
  first: number;
  last: number;
  /** Empty outside functions. */
  function: string;
  kind: "log" | "print" | "throw" | "text";
  level: Level | null;
  template: string;
  /** Differences count, not the value. */
  score: number;
  share: number;
  variables: { name: string; value: string }[];
  reasons: string[];
  history: {
    introduced: StatementCommit | null;
    changes: { commit: StatementCommit; path: string; line: number; template: string }[];
  } | null;
  /** Null when it was not asked for, or the text is too short to look for. */
  seen: { query: string; count: number; first: string | null; event: string | null } | null;
}

export interface StatementAnswer {
  commit: string | null;
  commitFrom: string | null;
  searched: number;
  statements: Statement[];
  unknowns: string[];
}
