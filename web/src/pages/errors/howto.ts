// SPDX-License-Identifier: Apache-2.0
// What people ask on this page.
import type { HowTo } from "../../app/pages.ts";

export const HOW_TO: readonly HowTo[] = [
  {
    question: "What is one error?",
    answer:
      "All failing events (level error and above, or with an exception) of one service, one innermost exception and one statement, however often they were logged.",
  },
  {
    question: "How do I see the code and the change behind an error?",
    answer:
      "Choose it and press Enter: the stack, the source at the commit that ran, and the ranked changes. From a row of Investigate, press S.",
  },
  {
    question: "What does a score mean?",
    answer:
      "It is the sum of the evidence below it, for and against, and no probability. A change is called the root cause when a person confirms it: Y, or N to dismiss it.",
  },
  {
    question: "How do I see another event of the same error?",
    answer: "Press J for an older one, K for a newer one. L lists them all in Investigate.",
  },
];
