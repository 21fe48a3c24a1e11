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
  "--deploy",
  "--config",
  "--flag",
  "--commit",
  "--muted",
  "--text",
  "--line",
  "--sel",
  "--accent",
] as const;

export type Colour = (typeof NAMES)[number];
export type Palette = Record<Colour, string>;

export function palette(host: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.appendChild(probe);
  const found = Object.fromEntries(
    NAMES.map((name) => {
      probe.style.color = `var(${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Palette;
  probe.remove();
  return found;
}
