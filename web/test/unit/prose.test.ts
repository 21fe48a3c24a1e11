// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { followed, type Inline, inlines, prose } from "../../src/state/prose.ts";

function linksIn(parts: readonly Inline[]): string[] {
  return parts.flatMap((part) =>
    part.kind === "link" ? [part.to, ...linksIn(part.children)] : "children" in part ? linksIn(part.children) : [],
  );
}

describe("Markdown of people", () => {
  it("has headings, lists, tables, code and quotes", () => {
    const text = "# One\n\n- a\n- b\n\n1. c\n\n| h | i |\n|---|---|\n| 1 | 2 |\n\n```\n<b>\n```\n\n> said\n\n---";
    expect(prose(text).map((block) => block.kind)).toEqual([
      "heading",
      "list",
      "list",
      "table",
      "code",
      "quote",
      "rule",
    ]);
  });

  it("cites evidence, and nothing that only looks like it", () => {
    expect(inlines("seen [E12], not [E0] or `[E3]`")).toEqual([
      { kind: "text", text: "seen " },
      { kind: "cited", id: "E12" },
      { kind: "text", text: ", not [E0] or " },
      { kind: "code", text: "[E3]" },
    ]);
  });

  it.each(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "<a href='javascript:x'>y</a>"])(
    "leaves markup as text: %s",
    (text) => {
      expect(prose(text)).toEqual([{ kind: "paragraph", children: [{ kind: "text", text }] }]);
    },
  );

  it.each([
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert)",
    "[a](data:text/html,x)",
    "[a](vbscript:x)",
    "[a](//evil.example)",
    "[a](/api/incidents)",
    "[a](\u0001javascript:x)",
  ])("follows no such address: %s", (text) => {
    expect(linksIn(inlines(text))).toEqual([]);
  });

  it("follows pages and mail", () => {
    expect(linksIn(inlines("[a](https://example.org/x) http://example.org [m](mailto:a@example.org)"))).toEqual([
      "https://example.org/x",
      "http://example.org",
      "mailto:a@example.org",
    ]);
    expect(followed("file:///etc/passwd")).toBe(false);
  });

  it.each(["*", "**", "_", "[", "[a](", "`", ">", "|", "# ", "- ", "\\", "**a", "[E1"])(
    "ends on fifty thousand characters of %j",
    (sign) => {
      const text = sign.repeat(Math.ceil(50_000 / sign.length));
      expect(prose(text).length).toBeGreaterThan(0);
    },
  );
});
