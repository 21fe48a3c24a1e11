// SPDX-License-Identifier: Apache-2.0
// From the first look to the suspected change, in a real browser, against a running server:
//   node test/e2e/story.mjs URL [--shots DIR] [--expect-suspect ID]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, openPage } from "./browser.mjs";
import { accessible, Checks, expect } from "./checks.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { shots: { type: "string" }, "expect-suspect": { type: "string" } },
});
const base = positionals[0]?.replace(/\/$/, "");
if (!base) {
  console.error("usage: node test/e2e/story.mjs URL [--shots DIR] [--expect-suspect ID]");
  process.exit(2);
}
if (values.shots) mkdirSync(values.shots, { recursive: true });

const checks = new Checks();
const browser = await launch();
let { page, context, troubles } = await openPage(browser, base, "dark");
let theme = "dark";

const rows = () => page.locator("[role=grid] .grid-space .row:not([hidden])");
const idle = () => page.waitForFunction(() => document.querySelector(".body")?.getAttribute("aria-busy") !== "true");
const total = async () => Number((await page.locator(".query-below strong").textContent()).replace(/[^\d]/g, ""));

async function shot(name) {
  if (values.shots) await page.screenshot({ path: join(values.shots, `${name}-${theme}.png`) });
}

async function openStart() {
  await page.goto(`${base}/`);
  await rows().first().waitFor();
  await page.locator(".facet").first().waitFor();
  await page.locator(".legend-item").first().waitFor();
  await idle();
}

async function zoomIntoErrors() {
  const burst = page.locator(".burst");
  if (await burst.count()) {
    await burst.click();
    return;
  }
  await page.locator(".chart-keys").focus();
  for (const key of ["End", "Shift+Home", "Enter"]) await page.keyboard.press(key);
}

async function walk() {
  await checks.that(`${theme}: the start shows rows, a histogram and field counts`, async () => {
    await openStart();
    expect((await total()) > 0, "no events counted");
    const drawn = await page.locator(".chart-host canvas").evaluate((canvas) => canvas.width * canvas.height);
    expect(drawn > 0, "the histogram has no area");
  });
  await shot("1-start");
  await checks.that(`${theme}: the start is accessible`, () => accessible(page));

  await checks.that(`${theme}: scrolling on loads the next page and keeps the place`, async () => {
    if ((await total()) <= 500) return;
    const grid = page.locator("[role=grid]");
    const end = await grid.evaluate(
      (element) => (element.scrollTop = element.scrollHeight - element.clientHeight - 500),
    );
    await page.waitForFunction((height) => document.querySelector("[role=grid]").scrollHeight > height + 2000, end);
    expect((await grid.evaluate((element) => element.scrollTop)) === end, "the list jumped");
    await grid.evaluate((element) => (element.scrollTop = 0));
  });

  await checks.that(`${theme}: zooming into the rise of errors narrows the time`, async () => {
    const before = await total();
    await zoomIntoErrors();
    await page.waitForURL(/from=.*to=/);
    await idle();
    await page.waitForFunction(
      (old) => Number(document.querySelector(".query-below strong")?.textContent?.replace(/\D/g, "")) <= old,
      before,
    );
  });

  await checks.that(`${theme}: E finds an error, Enter opens it beside the list`, async () => {
    await page.locator("[role=grid]").focus();
    await page.keyboard.press("e");
    await page.locator(".row[aria-selected=true]").waitFor();
    const level = await page.locator(".row[aria-selected=true]").getAttribute("data-level");
    expect(level === "error" || level === "fatal", `the selected row has level ${level}`);
    await page.keyboard.press("Enter");
    await page.locator(".detail .message").waitFor();
    await page.locator(".raw").first().waitFor();
    const list = await page.locator("[role=grid]").boundingBox();
    const panel = await page.locator(".detail").boundingBox();
    expect(list && panel && list.x + list.width <= panel.x + 1, "the details cover the list");
  });
  await checks.that(`${theme}: the event says which statement printed it, and who brought that`, async () => {
    await page.locator(".printed-by .mono, .printed-by .note:not(:empty)").first().waitFor();
    await page.waitForFunction(() => !document.querySelector(".printed-by")?.textContent?.includes("looking through"));
    const said = await page.locator(".printed-by").innerText();
    expect(!said.includes("is missing"), `no statement: ${said}`);
    const past = page.locator(".printed-by button");
    if (!(await past.count())) return;
    expect(/:\d+.* at [0-9a-f]{8} \(/s.test(said), `no place at a commit: ${said}`);
    await past.click();
    await page
      .locator(".statement-past li", { hasText: /brought by|changed by/ })
      .first()
      .waitFor();
  });
  await checks.that(`${theme}: what printed the event is accessible`, () => accessible(page));

  await checks.that(`${theme}: an error with a stack trace shows it, frames of the application first`, async () => {
    for (let tries = 0; tries < 40 && (await page.locator(".thrown").count()) === 0; tries++) {
      await page.keyboard.press("e");
      await page.waitForTimeout(120);
    }
    expect((await page.locator(".thrown").count()) > 0, "no error with a stack trace among the first 40");
    expect((await page.locator(".frames li").count()) > 0, "the stack trace has no frames");
  });
  await shot("2-event");
  await checks.that(`${theme}: the event is accessible`, () => accessible(page));

  await checks.that(`${theme}: a reload restores the view`, async () => {
    const message = await page.locator(".detail .message").textContent();
    const count = await total();
    await page.reload();
    await rows().first().waitFor();
    await page.locator(".detail .message").waitFor();
    expect((await page.locator(".detail .message").textContent()) === message, "another event is shown");
    expect((await total()) === count, "another number of events is shown");
  });

  await checks.that(`${theme}: a facet's value becomes query text, Back takes it out again`, async () => {
    const before = await total();
    await page.locator(".facet-name").first().click();
    await page.waitForURL(/[?&]q=/);
    await idle();
    expect((await page.locator("#query").inputValue()) !== "", "the query box is empty");
    await page.goBack();
    await page.waitForFunction(
      (old) => Number(document.querySelector(".query-below strong")?.textContent?.replace(/\D/g, "")) === old,
      before,
    );
  });

  await checks.that(
    `${theme}: facets show when values were seen, and which fields are not shown, by keyboard`,
    async () => {
      expect((await page.locator(".facet-value .spark path").count()) > 0, "no value shows when it was seen");
      const dropped = page.locator(".facet-dropped");
      expect((await dropped.count()) === 1, "nothing says which fields are not shown");
      await dropped.locator("summary").focus();
      await page.keyboard.press("Enter");
      const reason = dropped.locator("li .note").first();
      await reason.waitFor({ state: "visible" });
      expect((await reason.textContent()).trim() !== "", "no reason is given");
      await shot("facets");
      await accessible(page);
      await dropped.locator("summary").focus();
      await page.keyboard.press("Enter");
    },
  );

  await checks.that(`${theme}: S opens ranked suspects with evidence`, async () => {
    await page.locator("[role=grid]").focus();
    await page.keyboard.press("s");
    await page.locator(".suspect").first().waitFor({ timeout: 30_000 });
    const first = await page.locator(".suspect").first().getAttribute("data-suspect");
    const wanted = values["expect-suspect"];
    expect(
      !wanted || first?.startsWith(wanted) || wanted.startsWith(first ?? "-"),
      `the first suspect is ${first}, not ${wanted}`,
    );
    expect((await page.locator(".suspect").first().locator(".evidence .for").count()) > 0, "no evidence for it");
    const scores = (await page.locator(".suspect .score").allInnerTexts()).map((text) => Number.parseFloat(text));
    expect(
      scores.every((score, at) => at === 0 || score <= (scores[at - 1] ?? 1)),
      `not ranked: ${scores}`,
    );
  });
  await checks.that(`${theme}: the first suspect shows its diff when it is a commit`, async () => {
    const commit = await page.locator(".suspect.chosen .button", { hasText: "Commit id" }).count();
    if (commit) expect((await page.locator(".diff tr.add, .diff tr.del").count()) > 0, "no changed line is shown");
  });
  await checks.that(`${theme}: the source of a frame shows its line, blame and the function's history`, async () => {
    if ((await page.locator(".framelist .frame").count()) === 0) return;
    await page.locator(".code.source tr.hit").first().waitFor();
    expect((await page.locator(".code.source .blame").count()) > 0, "no blame beside the source");
    expect((await page.locator(".history li").count()) > 0, "no history of the function");
    expect((await page.locator(".ran").count()) > 0, "it is not said which commit ran");
    const frames = page.locator("[aria-label='Stack frames'] > .frame");
    const stepped = page.locator(".code.source .blamed").first();
    for (let at = 0; at < (await frames.count()) && !(await stepped.count()); at++) {
      const answered = page.waitForResponse(/api.source/, { timeout: 2_000 }).catch(() => null);
      await frames.nth(at).click();
      await answered;
    }
    await stepped.click();
    const back = page.locator("button", { hasText: "As it ran" });
    await back.first().waitFor();
    await back.first().click();
    await back.first().waitFor({ state: "detached" });
    await page.keyboard.press("b");
    expect((await page.locator(".code.source .blame").count()) === 0, "B leaves the blame");
    await page.keyboard.press("b");
  });
  await checks.that(`${theme}: keys choose frames and suspects`, async () => {
    if ((await page.locator(".framelist .frame").count()) < 2) return;
    const pressed = () => page.locator('.framelist .frame[aria-pressed="true"]').innerText();
    const first = await pressed();
    await page.keyboard.press("]");
    expect((await pressed()) !== first, "] stays at the frame");
    await page.keyboard.press("[");
    expect((await pressed()) === first, "[ does not lead back");
    if ((await page.locator(".suspect").count()) > 1) {
      await page.keyboard.press("2");
      const chosen = await page.locator(".suspect.chosen").getAttribute("data-suspect");
      expect(chosen === (await page.locator(".suspect").nth(1).getAttribute("data-suspect")), "2 chooses another");
      await page.keyboard.press("1");
    }
  });
  await shot("3-suspects");
  await checks.that(`${theme}: the suspects are accessible`, () => accessible(page));

  await checks.that(`${theme}: Back leads to the list as it was`, async () => {
    await page.goBack();
    await rows().first().waitFor();
    await page.locator(".detail .message").waitFor();
    await page.keyboard.press("Escape");
  });

  await checks.that(`${theme}: V P lists patterns with counts, a click filters by one`, async () => {
    for (const key of ["v", "p"]) await page.keyboard.press(key);
    await page.locator(".template").first().waitFor();
    await shot("4-patterns");
    await accessible(page);
    await page.locator(".template").first().click();
    await page.waitForURL(/pattern/);
    await rows().first().waitFor();
  });

  await checks.that(`${theme}: a query that finds nothing says so and offers a way on`, async () => {
    await page.keyboard.press("/");
    await page.locator("#query").fill("zq-no-such-word-qz level:error");
    await page.keyboard.press("Enter");
    await page.locator(".list-state").waitFor();
    await page.locator(".list-state .button").first().waitFor();
    await shot("5-nothing");
    await accessible(page);
  });

  await checks.that(`${theme}: the mouse and the keyboard brush the histogram alike`, async () => {
    await openStart();
    const box = await page.locator(".chart-host .u-over").boundingBox();
    expect(box, "the histogram has no place");
    await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
    await page.locator(".tip").waitFor();
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/from=.*to=/);
    await idle();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes("from="));
    await idle();
    await page.locator(".chart-keys").focus();
    for (const key of ["Home", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"]) await page.keyboard.press(key);
    await page.waitForURL(/from=.*to=/);
    await idle();
  });

  await checks.that(`${theme}: the time menu reads words, the key list opens, both are accessible`, async () => {
    await page.locator("[role=grid]").focus();
    await page.keyboard.press("t");
    await page.locator(".timemenu").waitFor();
    await accessible(page);
    await shot("6-time");
    await page.keyboard.type("around tea");
    await page.keyboard.press("Enter");
    await page.locator(".timemenu .bad").waitFor();
    await page.locator(".timemenu .field").first().fill("all");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.search.includes("from="));
    await page.locator("[role=grid]").focus();
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
    await accessible(page);
    await page.keyboard.press("Escape");
  });

  await checks.that(`${theme}: a server that is away is named, and the rows stay`, async () => {
    const before = await rows().count();
    await context.setOffline(true);
    await page.locator(".legend-item").first().click();
    await page.locator(".strip.bad").waitFor();
    expect((await rows().count()) >= before, "the rows went away");
    await shot("7-away");
    await accessible(page);
    await context.setOffline(false);
    await page.locator(".strip.bad .button").click();
    await page.locator(".strip.bad").waitFor({ state: "detached" });
  });

  await checks.that(`${theme}: hostile lines are text`, async () => {
    for (const sought of ['"<script"', "onerror", "hostile"]) {
      await page.goto(`${base}/i?v=1&q=${encodeURIComponent(sought)}`);
      await page.locator(".query-below strong").waitFor();
      await idle();
      for (let row = 0; row < Math.min(3, await rows().count()); row++) {
        await page.locator("[role=grid]").focus();
        await page.keyboard.press("j");
        await page.keyboard.press("Enter");
        await page.locator(".raw").first().waitFor();
        const injected = await page.evaluate(
          () =>
            document.querySelectorAll(":is(.row, .detail) :is(script, img, iframe, style, link), .raw :not(i, button)")
              .length,
        );
        expect(injected === 0, `${injected} elements came out of log text`);
      }
    }
  });

  await checks.that(`${theme}: a broken link still shows the page and says what was left out`, async () => {
    await page.goto(`${base}/i?v=1&from=yesterday&nonsense=1`);
    await page.locator(".strip").waitFor();
    await rows().first().waitFor();
  });

  await checks.that(`${theme}: no policy violation, console error, dialog or foreign request`, async () => {
    const violations = await page.evaluate(() => globalThis.violations);
    expect(violations.length + troubles.length === 0, [...violations, ...troubles].join("\n"));
  });
}

try {
  await walk();
  await context.close();
  theme = "light";
  ({ page, context, troubles } = await openPage(browser, base, "light"));
  await walk();
} finally {
  await browser.close();
  checks.finish();
}
