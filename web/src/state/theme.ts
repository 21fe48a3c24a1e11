// SPDX-License-Identifier: Apache-2.0
import { effect, signal } from "@preact/signals";

export type Theme = "system" | "dark" | "light";
const KEY = "clew.theme";
const NEXT: Record<Theme, Theme> = { system: "dark", dark: "light", light: "system" };

function remembered(): Theme {
  try {
    const text = localStorage.getItem(KEY);
    return text === "dark" || text === "light" ? text : "system";
  } catch {
    return "system"; // storage may be refused: the choice then lasts as long as the page
  }
}

export const theme = signal<Theme>(remembered());
/** Counts up whenever colours change, for what is drawn rather than styled. */
export const painted = signal(0);

export function nextTheme(): void {
  theme.value = NEXT[theme.value];
}

function remember(now: Theme): void {
  try {
    if (now === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, now);
  } catch {
    // refused storage is no reason to refuse the theme
  }
}

export function followTheme(): () => void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => painted.value++;
  system.addEventListener("change", repaint);
  const stop = effect(() => {
    const now = theme.value;
    if (now === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = now;
    remember(now);
    painted.value = painted.peek() + 1;
  });
  return () => {
    stop();
    system.removeEventListener("change", repaint);
  };
}
