// SPDX-License-Identifier: Apache-2.0
// Counting promises: each check says what it promises, the last line says how many held.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export class Checks {
  passed = 0;
  failed = 0;

  /** Runs one promise; a thrown error is a broken one, and the story goes on. */
  async that(promise, body) {
    try {
      await body();
      this.passed++;
      console.log(`ok    ${promise}`);
    } catch (error) {
      this.failed++;
      console.log(
        `FAIL  ${promise}\n      ${String(error?.message ?? error)
          .split("\n")
          .slice(0, 6)
          .join("\n      ")}`,
      );
    }
  }

  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }
}

export function expect(held, message) {
  if (!held) throw new Error(message);
}

/** No violation of the accessibility rules in what is on the page now. The policy forbids script tags, not the driver. */
export async function accessible(page) {
  await page.evaluate(`if (!globalThis.axe) { ${AXE} }`);
  const found = await page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: rules });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(" | ")}`,
    );
  }, RULES);
  expect(found.length === 0, found.join("\n"));
}
