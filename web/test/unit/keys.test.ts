// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { KEYS, pressed } from "../../src/app/keys.ts";

it("gives each key one meaning", () => {
  const keys = KEYS.flatMap((key) => key.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(KEYS.every((key) => key.does.length > 3)).toBe(true);
});

it("names keys alike with caps lock on or off", () => {
  expect(pressed(new KeyboardEvent("keydown", { key: "E" }))).toBe("e");
  expect(pressed(new KeyboardEvent("keydown", { key: "E", shiftKey: true }))).toBe("Shift+E");
  expect(pressed(new KeyboardEvent("keydown", { key: "?", shiftKey: true }))).toBe("?");
});
