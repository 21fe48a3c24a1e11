// SPDX-License-Identifier: Apache-2.0
// What people ask on this page.
import type { HowTo } from "../../app/pages.ts";

export const HOW_TO: readonly HowTo[] = [
  {
    question: "How do I find the first error?",
    answer: "Press E. It walks to the next error, also beyond the rows that are loaded; Shift E walks back.",
  },
  {
    question: "How do I narrow what is listed?",
    answer: "Press + beside any value, or type: service:checkout timeout -level:debug. Back takes the last step away.",
  },
  {
    question: "How do I try it without one of the clauses?",
    answer:
      "Press its chip under the query: it is struck through and left out, and the address keeps it. Again brings it back.",
  },
  {
    question: "How do I get to the rows of another time, or find a text in them?",
    answer:
      "Click the strip at the right of the list, or focus it and use the arrows; Home and End in the list lead to the first and the last row. Ctrl F finds a text, also beyond the rows that are loaded.",
  },
  {
    question: "How do I zoom in time?",
    answer:
      "Drag on the histogram, or click a bar; or focus it, use the arrows, Shift and arrows to extend, Enter to zoom; or press T and type, for example: around 14:12:31 +-5m. Z zooms out.",
  },
  {
    question: "How do I see what happened just before a row?",
    answer:
      "Choose the row and press C: the lines before and after it, of its file, its thread, its service or all. + shows twice as many, − half; Shift C makes them the search, and Back returns.",
  },
  {
    question: "How do I stop a search that takes long?",
    answer:
      "Press Stop under the query. The rows that came stay, the part not looked at is hatched, and Go on searches only that.",
  },
  {
    question: "How do I follow what happens now?",
    answer:
      "Press L. Scrolling, hovering a row or any other key pauses the painting while events are still collected; L shows them and goes on, L again ends it.",
  },
  {
    question: "Which change caused this?",
    answer:
      "Choose a row with an exception and press S: the code that threw, and the ranked changes, each with its evidence.",
  },
];
