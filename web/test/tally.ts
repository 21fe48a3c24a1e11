// SPDX-License-Identifier: Apache-2.0
import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with the one line every test script of the project prints last. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      let ran = 0;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") passed++;
        if (state === "failed") failed++;
        ran++;
      }
      if (ran === 0 && !module.ok()) failed++;
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
