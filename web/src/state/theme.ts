// SPDX-License-Identifier: Apache-2.0
import { effect, signal } from "@preact/signals";
import { preferred } from "./preferences.ts";

export type Theme = "system" | "dark" | "light";
const NEXT: Record<Theme, Theme> = { system: "dark", dark: "light", light: "system" };

export const theme = preferred<Theme>("theme", ["system", "dark", "light"]);
/** Counts up whenever colours change, for what is drawn rather than styled. */
export const painted = signal(0);

export function nextTheme(): void {
  theme.value = NEXT[theme.value];
}

export function followTheme(): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => painted.value++;
  system.addEventListener("change", repaint);
  const stop = effect(() => {
    const now = theme.value;
    if (now === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = now;
    painted.value = painted.peek() + 1;
  });
  return () => {
    stop();
    system.removeEventListener("change", repaint);
  };
}
