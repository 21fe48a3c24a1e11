// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { firstLine, rowCells } from "../../src/islands/grid/cells.ts";
import { clipped, hits, parts, plain } from "../../src/widgets/plaintext.ts";
import { event } from "./fixtures.ts";

const HOSTILE = [
  "<script>alert(1)</script><img src=x onerror=alert(2)>",
  "\u001b[31mred\u001b[0m \u0000 \u0007",
  "\u202etxt.exe\u202c \u2066isolate\u2069 \u200b zero",
  "lone \ud800 and \udc00 surrogates, 🙂 whole",
  "javascript:alert(1) http://example.org \u2028 line",
];

function row(message: string, words: string[] = []): HTMLElement {
  const element = document.createElement("div");
  const shown = event("1", "2026-11-21T14:00:00Z", { message, service: message });
  rowCells(element).fill({ kind: "event", event: shown, index: 0 }, { zone: "UTC", words });
  return element;
}

describe("hostile text", () => {
  it.each(HOSTILE)("becomes text and nothing else: %j", (message) => {
    const element = row(message, ["alert", "script"]);
    const tags = new Set([...element.querySelectorAll("*")].map((found) => found.tagName));
    for (const tag of tags) expect(["SPAN", "B", "I", "MARK"]).toContain(tag);
    expect([...(element.textContent ?? "")].filter((char) => /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}/u.test(char))).toEqual([]);
  });

  it("shows what cannot be seen", () => {
    expect(plain("a\u001b[31m\u0000b\u202ec\r")).toBe("a\\e[31m\\x00b\\u202ec\\r");
    expect(parts("tab\tand\nline")).toEqual([{ text: "tab\tand\nline", escape: false }]);
  });

  it("of a million characters is cut before any work, never inside a character", () => {
    const long = `${"a".repeat(599)}🙂${"b".repeat(1_000_000)}`;
    expect(clipped(long, 600)).toBe("a".repeat(599));
    expect(firstLine(long).length).toBeLessThanOrEqual(600);
    expect(row(long).textContent?.length ?? 0).toBeLessThan(1000);
  });

  it("has its sought words marked where they stand", () => {
    expect(hits("Timeout after timeout", ["timeout", "out"])).toEqual([
      [0, 7],
      [14, 21],
    ]);
    const marks = [...row("a Timeout here", ["timeout"]).querySelectorAll(".c-message mark")];
    expect(marks.map((mark) => mark.textContent)).toEqual(["Timeout"]);
  });
});
