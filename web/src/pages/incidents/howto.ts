// SPDX-License-Identifier: Apache-2.0
// What people ask on this page.
import type { HowTo } from "../../app/pages.ts";

export const HOW_TO: readonly HowTo[] = [
  {
    question: "How do I put evidence into an incident?",
    answer:
      "Choose the incident at the top right, then press P on a row, a range, a chart, patterns, a comparison, a suspect or a trace. What you saw is stored with the question, the time and a digest, and stays when the store forgets it.",
  },
  {
    question: "How does the timeline grow?",
    answer:
      "Press “to the timeline” on a piece of evidence: the item takes the time of its first event. What has no evidence says so until you give it some.",
  },
  {
    question: "Is what I type kept?",
    answer:
      "Two seconds after you stop typing it is saved; until then it is kept in this browser, also over an outage. If somebody else wrote meanwhile, both texts are shown and you choose.",
  },
  {
    question: "How do I hand it over?",
    answer:
      "Export as Markdown, one HTML file, PDF, Confluence storage format or the timeline as CSV; a bundle opens in another Clew with all evidence inside.",
  },
];
