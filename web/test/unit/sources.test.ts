// SPDX-License-Identifier: Apache-2.0
// Rules over the sources themselves.
import { describe, expect, it } from "vitest";

const code = import.meta.glob<string>("../../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const styles = import.meta.glob<string>("../../src/styles/*.css", { query: "?raw", import: "default", eager: true });
const tokens = styles["../../src/styles/tokens.css"] ?? "";

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function colour(name: string, theme: 0 | 1): string {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  return pair?.[theme + 1] ?? "";
}

describe("the sources", () => {
  it("were seen", () => {
    expect(Object.keys(code).length).toBeGreaterThan(30);
    expect(Object.keys(styles).length).toBeGreaterThan(8);
  });

  it.each(Object.entries(code))("16 %s never turns text into markup", (_, text) => {
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|eval\(/,
    );
  });

  it.each(Object.entries(code))("58 %s names no colour", (_, text) => {
    expect(withoutComments(text)).not.toMatch(/["'`]#[0-9a-f]{3,8}["'`]|\b(rgb|hsl|oklch)a?\(/i);
  });

  it.each(Object.entries(styles).filter(([path]) => !path.endsWith("tokens.css")))(
    "58 %s takes colours and sizes from the tokens",
    (_, text) => {
      const rules = withoutComments(text).replace(/@(media|container)[^{]*/g, "");
      expect(
        rules.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|(?<![\w-])-?\d*\.?\d+(?:px|rem|em|pt)\b/gi),
      ).toBeNull();
    },
  );

  it.each(Object.entries(styles))("%s uses only tokens that exist", (_, text) => {
    for (const [, name] of text.matchAll(/var\((--[\w-]+)/g)) expect(tokens).toContain(`${name}:`);
  });
});

describe("the themes", () => {
  const texts = [
    "text",
    "muted",
    "accent",
    "t-fatal",
    "t-error",
    "t-warn",
    "t-info",
    "t-debug",
    "t-trace",
    "variable",
    "ok",
  ];
  const grounds = ["bg", "panel"];
  const marks = [
    "f-fatal",
    "f-error",
    "f-warn",
    "f-info",
    "f-debug",
    "deploy",
    "config",
    "flag",
    "commit",
    "line-strong",
  ];
  for (const theme of [0, 1] as const) {
    const name = theme === 0 ? "light" : "dark";
    it(`${name} has texts of at least 4.5:1`, () => {
      for (const text of texts)
        for (const ground of grounds)
          expect(contrast(colour(text, theme), colour(ground, theme)), `${text} on ${ground}`).toBeGreaterThanOrEqual(
            4.5,
          );
      for (const chip of ["fatal", "error"])
        expect(contrast(colour(`chip-${chip}-fg`, theme), colour(`chip-${chip}-bg`, theme))).toBeGreaterThanOrEqual(
          4.5,
        );
      for (const ground of ["sel", "row-error", "add", "del", "amber", "mark", "hover", "raise"])
        expect(contrast(colour("text", theme), colour(ground, theme)), `text on ${ground}`).toBeGreaterThanOrEqual(4.5);
    });
    it(`${name} has marks and bars of at least 3:1`, () => {
      for (const mark of marks)
        expect(contrast(colour(mark, theme), colour("bg", theme)), mark).toBeGreaterThanOrEqual(2.95);
    });
  }
});
