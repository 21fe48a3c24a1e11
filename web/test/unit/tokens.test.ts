// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";

type Rgb = readonly [number, number, number];
type Theme = "light" | "dark";

const THEMES: readonly Theme[] = ["light", "dark"];
const sheets = import.meta.glob<string>("../../src/styles/tokens.css", {
  query: "?raw",
  import: "default",
  eager: true,
});
const css = Object.values(sheets)[0] ?? "";
// Only the first block: what follows is for people who ask for more contrast.
const pairs = new Map(
  [...(css.split("}")[0] ?? "").matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((found) => [
    found[1] as string,
    { light: found[2] as string, dark: found[3] as string },
  ]),
);

function rgb(token: string, theme: Theme): Rgb {
  const hex = pairs.get(token)?.[theme];
  if (!hex) throw new Error(`there is no colour --${token}`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

/** From sRGB to light, IEC 61966-2-1. */
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const light = ([r, g, b]: Rgb): Rgb => [linear(r), linear(g), linear(b)];

/** Contrast of WCAG 2.2, from 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = (colour: Rgb) => {
    const [r, g, b] = light(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Severity 1.0 of Machado, Oliveira and Fernandes 2009, on light. */
const SEEN: Record<string, readonly Rgb[]> = {
  everybody: [
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

const times = (rows: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  rows.map(([x, y, z]) => x * r + y * g + z * b) as unknown as Rgb;

/** OKLab of Björn Ottosson 2020, from light. */
function oklab(colour: Rgb): Rgb {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as unknown as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
}

/** A hundred times the distance in OKLab, as one kind of eye sees it. */
function distance(one: Rgb, other: Rgb, eye: readonly Rgb[]): number {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const seen = (colour: Rgb) => oklab(times(eye, light(colour)).map(clamp) as unknown as Rgb);
  const [a, b] = [seen(one), seen(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const GROUNDS = ["bg", "panel", "raise"];
const TEXTS = ["text", "muted", "accent", "t-fatal", "t-error", "t-warn", "t-info", "t-debug", "t-trace"];
const FILLS = ["f-fatal", "f-error", "f-warn", "f-info", "f-debug", "f-trace"];

describe("the colours", () => {
  it("58 every text has a contrast of 4.5 on every ground, in both themes", () => {
    const weak = THEMES.flatMap((theme) =>
      [
        ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
        ...["text", "t-error", "t-warn", "t-info"].map((text) => [text, "sel"] as const),
        ...["text", "t-error"].map((text) => [text, "row-error"] as const),
        ["accent-ink", "accent"] as const,
        ["chip-fatal-fg", "chip-fatal-bg"] as const,
        ["chip-error-fg", "chip-error-bg"] as const,
        ...["add", "del", "amber", "mark", "hover"].map((ground) => ["text", ground] as const),
      ]
        .map(([text, ground]) => ({ text, ground, theme, is: contrast(rgb(text, theme), rgb(ground, theme)) }))
        .filter(({ is }) => is < 4.5),
    );
    expect(weak).toEqual([]);
  });

  it("58 fills of charts and borders of controls have a contrast of 3", () => {
    const weak = THEMES.flatMap((theme) =>
      [...FILLS, "line-strong", "deploy", "config", "commit"]
        .map((fill) => ({ fill, theme, is: contrast(rgb(fill, theme), rgb("bg", theme)) }))
        .filter(({ is }) => is < 3),
    );
    expect(weak).toEqual([]);
  });

  // The words themselves are only 3 apart for a deuteranope in the light theme: no pair of texts that dark can be further
  // apart. So a row tells an error by a solid chip and a warning by a hollow one, whose ground is that of the row.
  it("58 error and warning are told apart by every eye, in charts and by the ground of their chips", () => {
    for (const theme of THEMES) {
      for (const [eye, rows] of Object.entries(SEEN)) {
        for (const [error, warn] of [
          ["f-error", "f-warn"],
          ["chip-error-bg", "bg"],
        ] as const) {
          const apart = distance(rgb(error, theme), rgb(warn, theme), rows);
          expect(apart, `${error} and ${warn}, ${theme}, ${eye}`).toBeGreaterThanOrEqual(10);
        }
      }
    }
  });
});
