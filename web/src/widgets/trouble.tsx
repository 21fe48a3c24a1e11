// SPDX-License-Identifier: Apache-2.0
import { Problem, type Unreachable } from "../api/problem.ts";

/** A failed question in words, with a way on. */
export function Trouble({ error, retry, what }: { error: Problem | Unreachable; retry: () => void; what: string }) {
  const detail =
    error instanceof Problem
      ? [error.detail, error.fix].filter(Boolean).join("; ")
      : "is clew still running? What is on the page stays.";
  return (
    <div className="note" role="status">
      <strong>{what}</strong> {error.message}
      {detail ? `: ${detail}` : ""}{" "}
      <button type="button" className="link" onClick={retry}>
        try again
      </button>
    </div>
  );
}
