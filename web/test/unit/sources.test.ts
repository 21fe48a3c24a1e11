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

  it.each(Object.entries(code))("%s never turns text into markup", (_, text) => {
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|eval\(/,
    );
  });

  it.each(Object.entries(code))("%s names no colour", (_, text) => {
    expect(withoutComments(text)).not.toMatch(/["'`]#[0-9a-f]{3,8}["'`]|\b(rgb|hsl|oklch)a?\(/i);
  });

  it.each(Object.entries(styles).filter(([path]) => !path.endsWith("tokens.css")))(
    "%s takes colours and sizes from the tokens",
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
    it(`58 ${name} has texts of at least 4.5:1`, () => {
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
    it(`58 ${name} has marks and bars of at least 3:1`, () => {
      for (const mark of marks)
        expect(contrast(colour(mark, theme), colour("bg", theme)), mark).toBeGreaterThanOrEqual(2.95);
    });
  }

  // Words carry what texts say; bars and marks have nothing but their colour and their place.
  it("58 tells bars of errors from those of warnings whatever the eye takes for colours", () => {
    for (const theme of [0, 1] as const) {
      for (const [eye, matrix] of Object.entries(EYES)) {
        const far = distance(seen(colour("f-error", theme), matrix), seen(colour("f-warn", theme), matrix));
        expect(far, `theme ${theme}, ${eye}`).toBeGreaterThanOrEqual(10);
      }
    }
  });
});

type Triple = [number, number, number];

/** How eyes without one kind of cone see: Machado, Oliveira, Fernandes 2009, severity 1, on linear sRGB. */
const EYES: Record<string, Triple[]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as Triple;
}

function seen(hex: string, matrix: readonly Triple[]): Triple {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Triple;
  return times(matrix, linear).map((part) => Math.min(1, Math.max(0, part))) as Triple;
}

/** Distance in OKLab (Ottosson 2020), times a hundred. */
function distance(one: Triple, other: Triple): number {
  const lab = (rgb: Triple): Triple => {
    const cones = times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      rgb,
    ).map(Math.cbrt) as Triple;
    return times(
      [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
      ],
      cones,
    );
  };
  const [a, b] = [lab(one), lab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
