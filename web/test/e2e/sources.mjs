// SPDX-License-Identifier: Apache-2.0
// From an empty index to the first event, and a long import that is stopped, in a real browser, against a running server
// that takes files and whose index is empty:
//   node test/e2e/sources.mjs URL [--shots DIR]
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { launch, openPage } from "./browser.mjs";
import { accessible, Checks, expect } from "./checks.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const base = positionals[0]?.replace(/\/$/, "");
if (!base) {
  console.error("usage: node test/e2e/sources.mjs URL [--shots DIR]");
  process.exit(2);
}
if (values.shots) mkdirSync(values.shots, { recursive: true });

const checks = new Checks();
const browser = await launch();
const { page, context, troubles } = await openPage(browser, base, "dark");
// From now on the browser tells of them: telling begins a moment after it is asked for.
page.on("filechooser", () => {});
const folder = mkdtempSync(join(tmpdir(), "clew-sources-"));
const LONG = join(folder, "long.log");
const LINES = 900_000;
const HOSTILE = "<img src=x onerror=alert(1)>.log";

const rows = () => page.locator("[role=grid] .grid-space .row:not([hidden])");
const job = (name) => page.locator(".import", { hasText: name });

async function shot(name) {
  if (values.shots) await page.screenshot({ path: join(values.shots, `${name}.png`) });
}

/** Counts what the reader does: a key, a paste, a drop, a click. */
let actions = 0;
async function act(work) {
  actions++;
  await work();
}

async function paste(text) {
  await page.evaluate((pasted) => {
    const box = document.activeElement;
    document.execCommand("insertText", false, pasted);
    return box?.id;
  }, text);
}

async function drop(name, text) {
  const carried = await page.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], called, { type: "text/plain" }));
      return transfer;
    },
    [name, text],
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent(".sources-area", type, { dataTransfer: carried });
  }
}

async function writeLong() {
  const out = createWriteStream(LONG);
  for (let i = 0; i < LINES; i++) {
    const second = String(Math.floor(i / 1000) % 60).padStart(2, "0");
    const minute = String(Math.floor(i / 60_000)).padStart(2, "0");
    const line = `2026-11-21T10:${minute}:${second}.${String(i % 1000).padStart(3, "0")}Z INFO [worker-${i % 7}] charged order ${i}\n`;
    if (!out.write(line)) await new Promise((resolve) => out.once("drain", resolve));
  }
  out.end();
  await finished(out);
}

await checks.that("an empty index shows three steps on Investigate and on Sources", async () => {
  await page.goto(`${base}/`);
  await page.locator(".first-steps h2", { hasText: "empty" }).waitFor();
  expect((await page.locator(".first-steps ol > li").count()) === 3, "there are not three steps");
  await accessible(page);
  await page.goto(`${base}/s`);
  await page.locator(".first-steps").waitFor();
});
for (const scheme of ["dark", "light"]) {
  await checks.that(`the first steps are accessible (${scheme})`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await accessible(page);
  });
}
await page.emulateMedia({ colorScheme: "dark" });
await shot("sources-1-empty-dark");

await checks.that("54: pasted lines reach their first event in Investigate in 5 actions", async () => {
  await page.goto(`${base}/`);
  await page.locator(".first-steps").waitFor();
  await page.locator("body").press("Escape");
  actions = 0;
  await act(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("s");
  });
  await page.locator(".sources .first-steps").waitFor();
  await act(() => page.keyboard.press("t"));
  await page.waitForFunction(() => document.activeElement?.id === "try-lines");
  await act(() =>
    paste("2026-11-21T14:00:00.250Z ERROR [main] c.a.Gateway - charge failed order=7\njava.io.IOException: closed\n"),
  );
  await page.locator(".unit-fields").waitFor();
  const read = await page.locator(".unit-fields").innerText();
  for (const word of ["error", "main", "2026-11-21T14:00:00.250Z", "7"])
    expect(read.includes(word), `${word} was not read: ${read}`);
  await act(() => page.keyboard.press("Control+Enter"));
  const open = job("pasted-").locator("a", { hasText: "Open in Investigate" });
  await open.waitFor();
  await act(() => open.click());
  await rows().first().waitFor();
  expect((await rows().first().innerText()).includes("charge failed"), "another event is shown");
  expect(actions <= 5, `${actions} actions`);
});

await checks.that("lines that are tried show what was not understood, as text", async () => {
  await page.goto(`${base}/s?tab=try`);
  await page.locator("#try-lines").focus();
  await paste("\n2026-11-21T14:00:00Z INFO [main] <b>bold</b> \u202e begun\n");
  await page.locator(".unit-reason", { hasText: "blank line" }).waitFor();
  expect((await page.locator(".units b").count()) === 0, "a line became an element");
  await accessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  await accessible(page);
  await shot("sources-2-try-light");
  await page.emulateMedia({ colorScheme: "dark" });
});

await checks.that("54: a file that is dropped reaches its first event in 3 actions", async () => {
  await page.goto(`${base}/`);
  await rows().first().waitFor();
  actions = 0;
  await act(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("s");
  });
  await page.locator(".source-table").waitFor();
  await act(() =>
    drop(
      HOSTILE,
      "\n\n2026-11-21T15:00:00Z INFO dropped one\nnot like the others\n2026-11-21T15:00:01Z WARN dropped two\n",
    ),
  );
  const open = job("<img").locator("a", { hasText: "Open in Investigate" });
  await open.waitFor();
  await act(() => open.click());
  await rows().first().waitFor();
  expect((await rows().count()) === 2, `${await rows().count()} rows`);
  expect((await page.locator(".query-below strong").textContent())?.trim() === "2", "the query finds others, too");
  expect(actions <= 5, `${actions} actions`);
});

await checks.that(
  "a source shows its state, its account and the lines that were rejected, with the reason",
  async () => {
    await page.goto(`${base}/s`);
    await page.locator(".source-row", { hasText: "<img" }).locator(".source-name").click();
    await page.locator(".unread-table tbody tr").first().waitFor();
    const shown = await page.locator(".source-detail").innerText();
    expect(shown.includes("blank line before the first event"), `no reason: ${shown}`);
    expect(shown.includes("rejected"), `not said what became of it: ${shown}`);
    expect((await page.locator(".source-table img").count()) === 0, "a name became an element");
    await accessible(page);
    await shot("sources-3-rejected-dark");
  },
);
await checks.that("services say where their code is, and what to do", async () => {
  await page.keyboard.press("c");
  await page.locator("#sources-area", { hasText: "--repo" }).waitFor();
  await accessible(page);
});

await writeLong();
await checks.that("32: a long import shows %, time left and Stop, also after navigation and reload", async () => {
  await page.goto(`${base}/s`);
  await page.locator(".source-table").waitFor();
  const chosen = page.waitForEvent("filechooser");
  await page.keyboard.press("f");
  await (await chosen).setFiles(LONG);
  const row = job("long.log");
  await row.locator("text=/\\d+ %/").waitFor();
  await page.waitForFunction(() => /reading.* left/s.test(document.querySelector(".import")?.textContent ?? ""));
  await accessible(page);
  await shot("sources-4-reading-dark");
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await rows().first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await job("long.log").locator("text=Stop").waitFor();
  await page.reload();
  await job("long.log").locator("text=Stop").waitFor();
  const percent = async () => Number((await job("long.log").innerText()).match(/(\d+) %/)?.[1] ?? -1);
  const before = await percent();
  await page.waitForFunction(
    (old) => Number(document.querySelector(".import")?.textContent?.match(/(\d+) %/)?.[1] ?? -1) !== old,
    before,
  );
});

await checks.that("32: stopped, it keeps what was read and says so", async () => {
  await job("long.log").locator("button", { hasText: "Stop" }).click();
  const row = page.locator('.import[data-state="stopped"]', { hasText: "long.log" });
  await row.waitFor();
  expect((await row.innerText()).includes("what was read until then is kept"), await row.innerText());
  const kept = Number((await row.innerText()).match(/([\d,]+) events/)?.[1]?.replaceAll(",", "") ?? 0);
  expect(kept > 0 && kept < LINES, `${kept} events`);
  await row.locator("a", { hasText: "Open in Investigate" }).click();
  await rows().first().waitFor();
  await page.waitForFunction(
    (count) => Number(document.querySelector(".query-below strong")?.textContent?.replace(/\D/g, "")) === count,
    kept,
  );
});

await checks.that("a name that no file can have is refused in words", async () => {
  await page.goto(`${base}/s`);
  await page.locator(".source-table").waitFor();
  await drop(".hidden", "x\n");
  await page.locator(".toast", { hasText: "begin with a dot" }).waitFor();
  expect(troubles.length === 1 && troubles[0]?.includes("400"), troubles.join("; "));
  troubles.length = 0;
});

await checks.that("nothing was reported by the browser", async () => {
  const violations = await page.evaluate(() => globalThis.violations);
  expect(violations.length === 0, violations.join("; "));
  expect(troubles.length === 0, troubles.join("; "));
});

await context.close();
await browser.close();
rmSync(folder, { recursive: true });
checks.finish();
