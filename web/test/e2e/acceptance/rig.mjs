// SPDX-License-Identifier: Apache-2.0
// What every script of acceptance points needs: an address, a browser, and a page that tells of its troubles.
import { mkdirSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, openPage } from "../browser.mjs";
import { Checks, expect } from "../checks.mjs";

/**
 * @param asksForNothing whether the script asks for things that are not there, which a browser's console tells of
 * @param asksForConflicts whether two write the same on purpose, of which it tells too
 */
export async function rig(name, { asksForNothing = false, asksForConflicts = false } = {}) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
  const base = positionals[0]?.replace(/\/$/, "");
  if (!base) {
    console.error(`usage: node test/e2e/acceptance/${name}.mjs URL [--shots DIR]`);
    process.exit(2);
  }
  if (values.shots) mkdirSync(values.shots, { recursive: true });
  const checks = new Checks();
  const browser = await launch();
  const api = async (path) => (await fetch(base + path)).json();
  const opened = [];
  /** A page in a profile of its own. */
  const fresh = async (theme = "dark") => {
    const one = await openPage(browser, base, theme);
    opened.push(one);
    return one.page;
  };
  return {
    base,
    checks,
    api,
    fresh,
    /** Waits until the list says what it holds. */
    async listed(page) {
      await page.locator("[role=grid]").waitFor();
      await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      await page.waitForTimeout(100);
    },
    async shot(page, shot) {
      if (values.shots) await page.screenshot({ path: join(values.shots, `${shot}.png`) });
    },
    async end() {
      await checks.that(
        `60 ${name}: nothing leaves the server, no policy report, no error in the console`,
        async () => {
          for (const { page, troubles } of opened) {
            const violations = page.isClosed() ? [] : await page.evaluate(() => globalThis.violations ?? []);
            const told = troubles.filter(
              (trouble) =>
                !(asksForNothing && / status of 404 /.test(trouble)) &&
                !(asksForConflicts && / status of 409 /.test(trouble)),
            );
            expect(told.length + violations.length === 0, [...told, ...violations].slice(0, 5).join("; "));
          }
        },
      );
      await browser.close();
      checks.finish();
    },
  };
}

/** Until it holds; says what did not. */
export async function until(read, says, patience = 8000) {
  const end = Date.now() + patience;
  for (;;) {
    if (await read()) return;
    if (Date.now() > end) throw new Error(says);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** A way to a server that can be cut and mended. */
export async function wayTo(base) {
  const { port, hostname } = new URL(base);
  const sockets = new Set();
  let server;
  const open = (at) => {
    server = createServer((socket) => {
      const on = connect(Number(port), hostname);
      sockets.add(socket);
      socket.on("error", () => on.destroy()).on("close", () => on.destroy());
      on.on("error", () => socket.destroy()).on("close", () => socket.destroy());
      socket.pipe(on).pipe(socket);
    });
    return new Promise((done) => server.listen(at, "127.0.0.1", done));
  };
  await open(0);
  const at = server.address().port;
  return {
    base: `http://127.0.0.1:${at}`,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    mend: () => open(at),
  };
}
