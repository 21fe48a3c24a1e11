// SPDX-License-Identifier: Apache-2.0
// What the parts of an incident are called on the page.
import type { Check, EvidenceKind, ItemKind, ReviewState } from "../../api/incidenttypes.ts";

export const SECTIONS: Record<string, string> = {
  summary: "Summary",
  impact: "Impact",
  timeline: "Timeline",
  "root-cause": "Root cause",
  contributing: "Contributing",
  "went-well": "What went well",
  "went-badly": "What went badly",
  actions: "Actions",
  review: "Review",
};

export const REVIEWS: Record<ReviewState, string> = {
  draft: "Draft",
  "in-review": "In review",
  reviewed: "Reviewed",
  closed: "Closed",
};

/** Shape and word together: neither colour nor shape alone says what it is. */
export const SHAPES: Record<ItemKind, string> = {
  event: "●",
  deploy: "▲",
  config: "◆",
  commit: "●",
  alert: "!",
  note: "✎",
  mark: "■",
};

export const KINDS: Record<EvidenceKind, string> = {
  row: "one event",
  rows: "events",
  chart: "chart",
  patterns: "patterns",
  comparison: "comparison",
  suspect: "suspect",
  diff: "source",
  trace: "trace",
  timeline: "timeline",
};

/** What asking again said, in words. */
export function checkWords(check: Check): string {
  const why = check.why ? `: ${check.why}` : "";
  switch (check.state) {
    case "same":
      return "✓ the store still says the same";
    case "now":
      return `⚠ now ${check.now ?? "?"}, was ${check.was ?? "?"}${why}`;
    case "gone":
      return `✗ gone from the store; this copy stays${why}`;
    case "failed":
      return `could not be asked again${why}`;
    default:
      return "not asked again yet";
  }
}
