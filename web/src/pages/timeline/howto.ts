// SPDX-License-Identifier: Apache-2.0
// What people ask on this page.
import type { HowTo } from "../../app/pages.ts";

export const HOW_TO: readonly HowTo[] = [
  {
    question: "Which service failed first?",
    answer:
      "The lane on top: lanes are in the order of their first errors. The box Order has others; Alt and arrows move a lane by hand.",
  },
  {
    question: "What changed just before?",
    answer:
      "The lane of changes shows deploys, configuration and commits. Press . and , to walk over them; a sign's card leads to the logs and suspects.",
  },
  {
    question: "How do I look at one moment?",
    answer:
      "Drag over the lanes, or press M at the start and at the end. Tick lanes to narrow it to them. Below is what lies inside; Enter opens its logs.",
  },
  {
    question: "How do I move and zoom?",
    answer:
      "W and S zoom, A and D pan, F centres the cursor, 0 shows all. Ctrl and the wheel zoom, Shift and the wheel pan; the strip on top can be dragged.",
  },
  {
    question: "Is an empty lane zero, or unknown?",
    answer:
      "Hatched: nothing was collected, so nothing is known. Empty with a base line: sources cover the time and there were no events. Dotted: so young that events may still arrive.",
  },
];
