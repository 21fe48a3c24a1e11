// SPDX-License-Identifier: Apache-2.0
// The keys that hold on every page.
import type { Scope } from "../state/keys.ts";
import { goTo } from "../state/location.ts";
import { offered, pin } from "../state/pinning.ts";
import { density } from "../state/preferences.ts";
import { nextTheme } from "../state/theme.ts";
import { LETTERS } from "../state/view.ts";
import { helpOpen, paletteOpen } from "./open.ts";
import { PAGES } from "./pages.ts";

const NEXT_DENSITY = { standard: "compact", compact: "relaxed", relaxed: "standard" } as const;

export const EVERYWHERE: Scope = {
  name: "everywhere",
  title: "Everywhere",
  keys: [
    {
      keys: ["Ctrl+k"],
      does: "search or jump: pages, actions, services, incidents, times",
      act: () => (paletteOpen.value = !paletteOpen.peek()),
    },
    ...PAGES.map(({ page, name }) => ({
      keys: [`g ${LETTERS[page]}`],
      does: `go to ${name}`,
      act: () => goTo(page),
    })),
    { keys: ["p"], does: "pin to the current incident", act: () => void pin(offered.peek()) },
    {
      keys: ["v d"],
      does: "density of rows",
      act: () => (density.value = NEXT_DENSITY[density.peek()]),
    },
    { keys: ["v t"], does: "theme: system, dark, light", act: nextTheme },
    { keys: ["?"], does: "these keys, and help for the page", hint: "help", act: () => (helpOpen.value = true) },
  ],
};
