// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Suspect, SuspectsAnswer } from "../../src/api/types.ts";
import { escaped, listMarkdown, suspectMarkdown } from "../../src/state/markdown.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![pixel](https://evil.example/p.png)",
  "[click](javascript:alert(1))",
  "`code` | cell | *bold* _it_ ~~gone~~ #12 @everyone",
  "first\n\n## heading\n- list\n1. one\n> quote\n```\nfence",
  "back\\slash \\` \\<b>",
  "&lt;b&gt; &#60;b&#62;",
  "see https://evil.example/x and www.evil.example",
  "\u202egnp.exe\u200b\u0007",
];

function suspect(title: string): Suspect {
  return {
    kind: "commit",
    id: "59f32c46eb98dafa5965ccd2506a59110b0d46c6",
    title,
    service: "pay",
    author: title,
    time: "2026-11-20T14:00:00Z",
    score: 0.864,
    strength: "strong",
    evidence: [
      {
        weight: 0.42,
        text: title,
        file: "src/Gateway.java",
        line: 41,
        event: null,
        page: "https://git.example/a(b)#L41",
      },
      { weight: -0.1, text: "against", file: null, line: 0, event: null },
    ],
    diff: [],
    page: "https://git.example/pay/commit/59f32c46",
  };
}

function answer(one: Suspect): SuspectsAnswer {
  return {
    onset: { time: "2026-11-21T14:16:05Z", event: "e" },
    symptom: null,
    group: "pay | T | p",
    verdicts: [
      {
        group: "pay | T | p",
        kind: "commit",
        id: one.id,
        title: "t",
        verdict: "confirmed",
        by: "<kim>",
        time: "2026-11-21T15:00:00Z",
        reason: "`why`",
      },
    ],
    window: { from: "2026-11-21T14:00:00Z", to: "2026-11-21T14:20:00Z" },
    baseline: null,
    suspects: [one],
    cleared: [{ kind: "commit", id: "fb98daaac4a2", title: "<b>Begin</b>", reason: "ran long before" }],
    frames: [],
    unknowns: ["a|b"],
    comparison: { services: [], patterns: [], remarks: [] },
  };
}

/** What is left once everything is gone that a backslash or an entity makes harmless. */
function live(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]/g, "").replace(/&(amp|lt|gt|#64);/g, "");
}

describe("Markdown of suspects", () => {
  it.each(HOSTILE)("leaves no markup of %j", (text) => {
    const left = live(escaped(text));
    expect(left).not.toMatch(/[<>`*_[\]#!|~@\n]|:\/\/|www\./);
    expect(escaped(text)).not.toMatch(/[\u202e\u200b\n]/);
  });

  it.each(HOSTILE)("stays a title, an author, a list of evidence with %j in them", (text) => {
    const lines = listMarkdown(answer(suspect(text)), text).split("\n");
    const starts = lines.filter((line) => /^\s*([#>`|]|\d+\.|-{3}|[-*+] )/.test(line));
    expect(starts.every((line) => /^(## Suspects: |### |- )/.test(line))).toBe(true);
    expect(starts.filter((line) => line.startsWith("- "))).toHaveLength(4);
    expect(live(lines.join("\n"))).not.toMatch(/<|!\[|`/);
    const links = [...live(lines.join("\n")).matchAll(/\]\(([^)]*)\)/g)].map((link) => link[1]);
    expect(links.every((link) => link?.startsWith("https://git.example/"))).toBe(true);
  });

  it("says what a suspect is, with links, score and evidence for and against", () => {
    expect(suspectMarkdown(suspect("Wait half as long"), null)).toBe(
      [
        "**commit [59f32c46eb](https://git.example/pay/commit/59f32c46)** Wait half as long  ",
        "By Wait half as long, pay, 2026-11-20T14:00:00Z  ",
        "Score 0.86 (strong); no probability",
        "",
        "- +0.42 Wait half as long [src/Gateway.java:41](https://git.example/a%28b%29#L41)",
        "- −0.10 against",
        "",
      ].join("\n"),
    );
  });

  it("speaks of a root cause only when a person confirmed it", () => {
    const whole = answer(suspect("Wait"));
    expect(listMarkdown(whole, "t")).toContain(
      "**Root cause**, confirmed by &lt;kim&gt;, 2026-11-21T15:00:00Z: \\`why\\`",
    );
    expect(listMarkdown({ ...whole, verdicts: [] }, "t")).not.toMatch(/root cause/i);
    expect(listMarkdown(whole, "t")).toContain("- commit fb98daaac4 &lt;b&gt;Begin&lt;/b&gt;: ran long before");
  });

  it("leads to no address that is not a page", () => {
    const one = { ...suspect("t"), page: "javascript:alert(1)" };
    expect(suspectMarkdown(one, null)).toContain("**commit 59f32c46eb**");
    expect(suspectMarkdown({ ...one, page: "vscode://file/etc/passwd" }, null)).toContain("**commit 59f32c46eb**");
  });
});
