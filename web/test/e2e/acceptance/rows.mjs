// SPDX-License-Identifier: Apache-2.0
// Point 8 of scrolling many rows, by the browser's own figures:
//   node test/e2e/acceptance/rows.mjs URL
import { expect } from "../checks.mjs";
import { rig } from "./rig.mjs";

const FRAMES = 240;
const STEP = 400;
const ROWS = 60_000;

const { base, checks, fresh, listed, end } = await rig("rows");
const page = await fresh();

async function metrics(session) {
  const { metrics: found } = await session.send("Performance.getMetrics");
  return Object.fromEntries(found.map(({ name, value }) => [name, value * 1000]));
}

await checks.that("8 scrolling all loaded rows takes at most 1 ms of script a frame, and no long task", async () => {
  await page.goto(`${base}/i`);
  await listed(page);
  const grid = page.locator("[role=grid]");
  const loaded = () =>
    page.locator(".foot").evaluate((foot) => Number(/loaded ([\d,]+)/.exec(foot.textContent)?.[1].replaceAll(",", "")));
  for (let tries = 0; tries < 400 && (await loaded()) < ROWS; tries++) {
    await grid.evaluate((host) => (host.scrollTop = host.scrollHeight));
    await page.waitForTimeout(60);
  }
  const rows = await loaded();
  expect(rows >= ROWS, `only ${rows} rows were loaded`);
  await grid.evaluate((host) => (host.scrollTop = 0));
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await metrics(session);
  const long = await grid.evaluate(
    (host, [frames, step]) =>
      new Promise((done) => {
        let many = 0;
        new PerformanceObserver((list) => (many += list.getEntries().length)).observe({ entryTypes: ["longtask"] });
        let left = frames;
        const next = () => {
          host.scrollTop += step;
          if (--left > 0) requestAnimationFrame(next);
          else setTimeout(() => done(many), 100);
        };
        requestAnimationFrame(next);
      }),
    [FRAMES, STEP],
  );
  const after = await metrics(session);
  const a = (name) => (after[name] - before[name]) / FRAMES;
  const [script, style, layout] = [a("ScriptDuration"), a("RecalcStyleDuration"), a("LayoutDuration")];
  const said = `${rows} rows: script ${script.toFixed(2)}, style ${style.toFixed(2)}, layout ${layout.toFixed(2)} ms a frame`;
  console.log(`      ${said}; ${long} long tasks`);
  expect(script <= 1 && script + style + layout <= 4, said);
  const high = await grid.evaluate((host) => host.scrollHeight);
  expect(high <= 5_000_000, `the list is ${high} px high`);
});

await end();
