// SPDX-License-Identifier: Apache-2.0
// What people ask on this page.
import type { HowTo } from "../../app/pages.ts";

export const HOW_TO: readonly HowTo[] = [
  {
    question: "How do I read a log file that I have here?",
    answer:
      "Drop it anywhere on this page, or press F. It goes to the server on this machine, its format is found by itself, and the events can be searched as they are read. Compressed files and archives are read as they are.",
  },
  {
    question: "How do I see whether my lines are understood?",
    answer:
      "Press T and paste some. Each line is shown with the fields that are read of it; nothing is kept until you put them into the index.",
  },
  {
    question: "What do the states mean?",
    answer:
      "A followed source is live, late (its events come more than a minute after their time), silent (it wrote nothing for ten times as long as it used to), failing (it cannot be read) or never seen. One that was read once is at rest: whether more was written is not known.",
  },
  {
    question: "What became of lines that were not understood?",
    answer:
      "Nothing is thrown away silently: lines that are part of no event are counted as rejected with the reason, and lines that fit no format are kept as events as they are. Open a source to list them.",
  },
  {
    question: "Can I stop a long import?",
    answer:
      "Yes. What was read is kept, and handing the same file in again goes on where it stopped. An import goes on when you leave the page or reload it, once the file was received.",
  },
];
