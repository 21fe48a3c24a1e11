// SPDX-License-Identifier: Apache-2.0
// A canvas cannot read tokens by itself: they are resolved here, once per theme.

const NAMES = [
  "--f-fatal",
  "--f-error",
  "--f-warn",
  "--f-info",
  "--f-debug",
  "--f-trace",
  "--f-unspecified",
  "--t-error",
  "--deploy",
  "--config",
  "--flag",
  "--commit",
  "--ok",
  "--muted",
  "--text",
  "--line",
  "--line-strong",
  "--bg",
  "--panel",
  "--raise",
  "--sel",
  "--accent",
  "--accent-ink",
] as const;

export type Colour = (typeof NAMES)[number];
export type Palette = Record<Colour, string> & { ui: string; mono: string };

export function palette(host: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.appendChild(probe);
  const found = Object.fromEntries(
    NAMES.map((name) => {
      probe.style.color = `var(${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Record<Colour, string>;
  const family = (name: string) => {
    probe.style.fontFamily = `var(${name})`;
    return getComputedStyle(probe).fontFamily;
  };
  const fonts = { ui: family("--font-ui"), mono: family("--font-mono") };
  probe.remove();
  return { ...found, ...fonts };
}
