// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { followKeys, pressed } from "../../src/app/keyboard.ts";
import { EVERYWHERE } from "../../src/app/keys.ts";
import { PAGES } from "../../src/app/pages.ts";
import { ERRORS, SUSPECTS } from "../../src/pages/errors/keys.ts";
import { CONTEXT, INVESTIGATE } from "../../src/pages/investigate/keys.ts";
import { bind, findKey, keysAt, type Scope, shownKey } from "../../src/state/keys.ts";
import { singleKeys } from "../../src/state/preferences.ts";

const SCOPES = [EVERYWHERE, INVESTIGATE, CONTEXT, ERRORS, SUSPECTS];

function scope(name: string, key: string, act: () => void, more: Partial<Scope> = {}): Scope {
  return { name, title: name, keys: [{ keys: [key], does: `does ${name}`, act }], ...more };
}

it("gives each key one meaning in a scope, and no key two uses as the first of two", () => {
  for (const { keys } of SCOPES) {
    const names = keys.flatMap((key) => key.keys);
    expect(new Set(names).size).toBe(names.length);
    expect(keys.every((key) => key.does.length > 3)).toBe(true);
    const firsts = names.filter((name) => name.includes(" ")).map((name) => name.split(" ")[0]);
    for (const other of SCOPES)
      expect(firsts.some((first) => other.keys.some((k) => k.keys.includes(first ?? "")))).toBe(false);
  }
});

it("leads to every page by g and its letter", () => {
  for (const { page } of PAGES) expect(EVERYWHERE.keys.some((key) => key.does.includes("go to") && page)).toBe(true);
});

it("names keys alike with caps lock on or off", () => {
  expect(pressed(new KeyboardEvent("keydown", { key: "E" }))).toBe("e");
  expect(pressed(new KeyboardEvent("keydown", { key: "E", shiftKey: true }))).toBe("Shift+E");
  expect(pressed(new KeyboardEvent("keydown", { key: "?", shiftKey: true }))).toBe("?");
  expect(shownKey("g i")).toBe("G I");
  expect(shownKey("+")).toBe("+");
});

it("lets the inner scope go first, and one that waits for the focus rest without it", () => {
  const stops = [
    bind(scope("outer", "c", () => {})),
    bind(scope("chart", "c", () => {}, { focused: true })),
    bind(scope("asleep", "c", () => {}, { active: () => false })),
  ];
  document.body.innerHTML = '<main data-keys="outer"><div id="chart" data-keys="chart"></div></main>';
  expect(findKey("c", document.body)?.does).toBe("does outer");
  expect(findKey("c", document.querySelector("#chart"))?.does).toBe("does chart");
  expect(keysAt(document.querySelector("#chart")).map(({ key }) => key.does)).toEqual(["does chart"]);
  for (const stop of stops) stop();
  expect(findKey("c", document.body)).toBeUndefined();
});

it("takes two keys one after the other, rests while text is typed and when single keys are off", () => {
  const act = vi.fn();
  const stops = [bind(scope("two", "g z", act)), followKeys()];
  document.body.innerHTML = "<input id='text'>";
  const press = (key: string, at: EventTarget = document.body) =>
    at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  press("g");
  press("z");
  expect(act).toHaveBeenCalledTimes(1);
  const input = document.querySelector("#text") as HTMLElement;
  press("g", input);
  press("z", input);
  expect(act).toHaveBeenCalledTimes(1);
  singleKeys.value = "off";
  press("g");
  press("z");
  singleKeys.value = "on";
  expect(act).toHaveBeenCalledTimes(1);
  for (const stop of stops) stop();
});
