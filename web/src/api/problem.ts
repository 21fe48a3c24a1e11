// SPDX-License-Identifier: Apache-2.0
import type { ProblemBody } from "./types.ts";

/** The server answered, and said no: RFC 9457 problem details. */
export class Problem extends Error {
  readonly status: number;
  readonly detail: string | null;
  readonly fix: string | null;
  /** What stands where somebody else wrote meanwhile. */
  readonly current: unknown;

  constructor(body: ProblemBody) {
    super(body.title ?? `the server answered with status ${body.status ?? "unknown"}`);
    this.name = "Problem";
    this.status = body.status ?? 0;
    this.detail = body.detail ?? null;
    this.fix = body.fix ?? null;
    this.current = body.current ?? null;
  }
}

/** No answer at all: the server is stopped, or the connection broke. */
export class Unreachable extends Error {
  constructor() {
    super("the server does not answer");
    this.name = "Unreachable";
  }
}
