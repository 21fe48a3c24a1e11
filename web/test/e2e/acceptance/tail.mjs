// SPDX-License-Identifier: Apache-2.0
// Following what arrives, a thousand events a second and more slowly:
//   node test/e2e/acceptance/tail.mjs URL FILE [SECONDS]
// URL: a server that watches FILE, which this writes. SECONDS: how long the heap is watched, 600 in the point's words.
import { appendFileSync } from "node:fs";
import { accessible, expect } from "../checks.mjs";
import { rig, until, wayTo } from "./rig.mjs";

const { base, checks, api, fresh, listed, end } = await rig("tail");
const [, file, seconds = "10"] = process.argv.slice(2);
const rows = (page) => page.locator("[role=grid] .grid-space .row:not([hidden])");
const bar = (page) => page.locator(".live-bar");
const held = async () => (await api("/api/status")).events;

/** Numbered lines, so many a second until they are stopped. */
let written = 0;
function write(count) {
  const lines = [];
  for (let i = 0; i < count; i++) {
    const number = String(++written).padStart(6, "0");
    const at = new Date().toISOString();
    lines.push(`${at} INFO [http-${written % 8}] shop.checkout.Orders - order no${number} accepted for 3 items\n`);
  }
  appendFileSync(file, lines.join(""));
}
function writing(rate) {
  let due = performance.now();
  const timer = setInterval(() => {
    // A timer that was late makes up for it.
    const now = performance.now();
    const count = Math.floor(((now - due) * rate) / 1000);
    due += (count * 1000) / rate;
    if (count > 0) write(count);
  }, 50);
  return () => clearInterval(timer);
}

const numbers = async (page) =>
  (await rows(page).allInnerTexts())
    .map((text) => /no(\d{6})/.exec(text)?.[1])
    .filter(Boolean)
    .map(Number);
const follow = async (page, at) => {
  await page.goto(`${at}/i?v=1`);
  await listed(page);
  await page.keyboard.press("l");
  await bar(page).locator(".on").waitFor();
};

write(40);
await until(async () => (await held()) >= 40, "the first lines are not read");

const fast = await fresh();
await follow(fast, base);
let stop = writing(1000);

await checks.that(
  "29 at 1,000 events a second it says one in how many, and a key is answered within 100 ms",
  async () => {
    const told = /showing 1 in (\d+) \(([\d,]+)\/s\)/;
    let said = [];
    await until(
      async () => {
        said = (told.exec(await bar(fast).innerText()) ?? []).slice(1).map((part) => Number(part.replaceAll(",", "")));
        return said[0] >= 15 && said[0] <= 25 && said[1] >= 850 && said[1] <= 1150;
      },
      `it says ${said}`,
      15_000,
    );
    await fast.locator("#query").click();
    await fast.evaluate(() => {
      globalThis.keys = [];
      addEventListener(
        "keydown",
        (event) => {
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => globalThis.keys.push(performance.now() - event.timeStamp);
            channel.port2.postMessage(null);
          });
        },
        true,
      );
    });
    const text = "an analyst types while a thousand events a second arrive";
    for (const key of text) {
      await fast.keyboard.press(key === " " ? "Space" : key);
      await fast.waitForTimeout(40);
    }
    await until(() => fast.evaluate((count) => globalThis.keys.length === count, text.length), "keys are unanswered");
    const took = (await fast.evaluate(() => globalThis.keys)).sort((one, other) => one - other);
    const [median, most] = [took[took.length >> 1], took.at(-1)];
    console.log(
      `      1 in ${said[0]} of ${said[1]}/s; a key is on the screen in ${median.toFixed(0)} ms (median), ${most.toFixed(0)} ms (longest)`,
    );
    expect(most <= 100, `the longest took ${most.toFixed(0)} ms`);
    expect((await bar(fast).locator(".on").count()) === 1, "typing a query paused it");
    await fast.keyboard.press("Escape");
  },
);

await checks.that("29 the counts and the histogram beside the rows follow", async () => {
  const said = async () => Number((await fast.locator(".query-below strong").innerText()).replace(/\D/g, ""));
  const first = await said();
  await until(async () => (await said()) > first + 2_000, `${await said()} events after ${first}`, 12_000);
  expect((await said()) <= written, "it counts more than were written");
});

await checks.that("29 scrolling pauses it, the count of new ones grows, and L shows them", async () => {
  await fast.locator("[role=grid]").hover();
  await fast.mouse.wheel(0, 400);
  const count = async () => Number(/([\d,]+) new/.exec(await bar(fast).innerText())?.[1].replaceAll(",", "") ?? -1);
  await until(async () => (await count()) > 0, "it is not paused");
  const [first, shown] = [await count(), await numbers(fast)];
  await until(async () => (await count()) > first + 1_500, `${await count()} new after ${first}`, 5_000);
  expect(String(await numbers(fast)) === String(shown), "rows moved while it was paused");
  const newest = written;
  await fast.keyboard.press("l");
  await bar(fast).locator(".on").waitFor({ timeout: 1_000 });
  await until(async () => (await numbers(fast))[0] >= newest, "the newest is not on top", 2_000);
});

await checks.that("56 live: playing and paused, in both themes", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await fast.emulateMedia({ colorScheme });
    await accessible(fast);
    await fast.keyboard.press("j");
    await bar(fast).getByText("paused").first().waitFor();
    await accessible(fast);
    await fast.keyboard.press("l");
  }
});

await checks.that(`29 the heap does not grow with what has passed by, ${seconds} s long`, async () => {
  const session = await fast.context().newCDPSession(fast);
  await session.send("Performance.enable");
  const heap = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const all = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { mb: all.JSHeapUsedSize / 1e6, busy: all.TaskDuration };
  };
  const before = await heap();
  const [from, lines] = [performance.now(), written];
  await fast.waitForTimeout(Number(seconds) * 1000);
  const after = await heap();
  const passed = (performance.now() - from) / 1000;
  const busy = (100 * (after.busy - before.busy)) / passed;
  const rate = (written - lines) / passed;
  const grown = after.mb - before.mb;
  console.log(
    `      ${rate.toFixed(0)}/s: heap ${before.mb.toFixed(1)} to ${after.mb.toFixed(1)} MB, the page ${busy.toFixed(0)} % of a core`,
  );
  expect(rate > 900, `only ${rate.toFixed(0)} a second were written`);
  expect(grown <= 30, `it grew by ${grown.toFixed(1)} MB`);
});
await fast.close();
stop();

await checks.that(
  "29 two seconds without a connection are a row that says so, and no event is there twice or not at all",
  async () => {
    const way = await wayTo(base);
    const page = await fast.context().newPage();
    await follow(page, way.base);
    const from = written + 1;
    stop = writing(20);
    await until(async () => (await numbers(page))[0] > from + 10, "nothing arrives");
    way.cut();
    await bar(page).locator(".away").waitFor({ timeout: 2_000 });
    await page.waitForTimeout(2_000);
    await way.mend();
    await bar(page).locator(".on").waitFor({ timeout: 8_000 });
    const back = written;
    await until(async () => (await numbers(page))[0] > back + 20, "nothing arrives after it");
    stop();
    await until(async () => (await held()) === written, "the last lines are not read");
    await page.keyboard.press("j");
    await page.keyboard.press("l");
    await until(async () => (await numbers(page))[0] === written, "the newest is not on top");
    const shown = new Map();
    const numberOf = (text) => Number(/no(\d{6})/.exec(text)?.[1] ?? 0);
    const grid = page.locator("[role=grid]");
    for (let at = -1, now = 0; at !== now; ) {
      at = now;
      for (const row of await rows(page).evaluateAll((all) =>
        all.map((one) => ({ index: Number(one.getAttribute("aria-rowindex")), text: one.innerText })),
      ))
        shown.set(row.index, row.text);
      now = await grid.evaluate((one) => {
        one.scrollTop += one.clientHeight / 2;
        return one.scrollTop;
      });
      await page.waitForTimeout(60);
    }
    const texts = [...shown.keys()].sort((one, other) => one - other).map((index) => shown.get(index));
    const seen = texts.map(numberOf).filter((number) => number >= from);
    const wanted = Array.from({ length: written - from + 1 }, (_, index) => written - index);
    expect(String(seen) === String(wanted), `${seen} instead of ${wanted}`);
    const gaps = texts.filter((text) => /no connection for/.test(text));
    console.log(`      ${wanted.length} events, each once; ${gaps}`);
    expect(gaps.length === 1, `${gaps.length} rows say that the connection was gone`);
    await page.close();
    way.cut();
  },
);

await end();
