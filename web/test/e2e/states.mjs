// SPDX-License-Identifier: Apache-2.0
// Every state of the page of an error in a real browser, each against a running server of its own:
//   node test/e2e/states.mjs STATES.json [--shots DIR]
// STATES.json: [{"name": "no-file", "url": "http://127.0.0.1:1234", "event": "id"}, …]
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, openPage } from "./browser.mjs";
import { accessible, Checks, expect } from "./checks.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const states = JSON.parse(readFileSync(positionals[0], "utf8"));
if (values.shots) mkdirSync(values.shots, { recursive: true });

const checks = new Checks();
const browser = await launch();

/** What each state has to say, and the step that leads on. */
const WANTED = {
  "no-repository": {
    says: [/No repository is known for pay/, /no repository was given/, /--repo pay=GITDIR/],
    step: (page, card) => copied(page, card, "clew serve --repo pay=GITDIR"),
  },
  "unreadable-repository": {
    says: [/cannot be read/, /damaged\.git/, /Mend it/],
    step: async (page, card) => {
      await Promise.all([
        page.waitForResponse(/api.suspects/, { timeout: 10_000 }),
        card.getByRole("button", { name: "Look again" }).click({ timeout: 5_000 }),
      ]);
    },
  },
  "not-fetched": {
    says: [
      /was not fetched: it did not answer/,
      /last fetched at 2026-11-16T14:00:00Z, 5 days before/,
      /--allow-fetch/,
    ],
    step: (page, card) =>
      copied(page, card, "clew serve --repo pay=https://git.example.com/acme/pay.git --allow-fetch git.example.com"),
  },
  "no-version": { says: [/logs no version/, /field version of the event: empty/, /--changes/], step: tellsCommit },
  "unknown-commit": { says: [/pay ran 2\.4\.0/, /tags and commits/, /tag the commit/], step: tellsCommit },
  "no-trace": { says: [/no.*stack trace|carries a stack trace/, /none/, /Log exceptions/], step: showsContext },
  "no-app-frames": { says: [/frames are of libraries/, /node_modules/, /just before/], step: showsContext },
  minified: {
    says: [/built from others/, /main\.min\.js\.map/, /--source-maps/],
    step: (page, card) => copied(page, card, "clew serve --source-maps DIR"),
  },
  "no-file": { says: [/No frame's file/, /com\/old\/pay\/Gateway\.java/, /--map PREFIX=FOLDER/], step: mapsFolder },
  "nothing-touches": {
    says: [/\d+ commits? checked, none under suspicion touches/, /Gateway\.java/, /config 1, dependencies 0/],
    step: async (page, card) => {
      await card.getByRole("button", { name: "config 1" }).click();
      const chosen = await page.locator(".suspect.chosen").getAttribute("data-suspect");
      expect(chosen?.startsWith("config:"), `chose ${chosen}`);
      expect(await card.getByRole("button", { name: "dependencies 0" }).isDisabled(), "nothing is no way on");
    },
  },
};

async function copied(page, card, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await card.getByRole("button", { name: "copy the command" }).click();
  const got = await page.evaluate(() => navigator.clipboard.readText());
  expect(got === text, `copied ${got}`);
}

async function showsContext(page, card) {
  await card.getByRole("button", { name: /logged just before/ }).click();
  await page.waitForURL(/panel=context/);
  await page.getByText("charged order").first().waitFor();
}

async function tellsCommit(page, card) {
  await card.locator("#ran-commit").fill("no-such-tag");
  await card.getByRole("button", { name: "Look it up" }).click();
  await card.locator(".bad").waitFor();
  await card.locator("#ran-commit").fill("main");
  await card.getByLabel("Your name").fill("kim");
  await card.getByRole("button", { name: "Look it up" }).click();
  await card.locator("[data-ran=found]").waitFor();
  await card.getByRole("button", { name: "Keep: it ran" }).click();
  await card.waitFor({ state: "detached" });
  expect(/named by its deploy/.test(await page.locator(".ran").first().innerText()), "the deploy is not what is shown");
}

async function mapsFolder(page, card) {
  await card.getByRole("button", { name: "Say which folder holds it" }).click();
  const form = page.locator("form[aria-label='Folder of the repository']");
  expect(await form.locator("#map-folder").evaluate((field) => field === document.activeElement), "no focus");
  await form.locator("#map-folder").fill("nowhere");
  await form.locator("[data-mapping=not-found]").waitFor();
  const keep = form.getByRole("button", { name: "Keep this mapping" });
  expect(await keep.isDisabled(), "what leads nowhere can be kept");
  await form.getByRole("button", { name: /Gateway\.java/ }).click();
  await form.locator("[data-mapping=found] tr.hit", { hasText: "connect(50)" }).waitFor();
  expect((await page.locator("[data-obstacle=no-file]").count()) === 1, "kept before anybody said so");
  await shot(page, "no-file-tried", "dark");
  await accessible(page);
  await keep.click();
  await card.waitFor({ state: "detached" });
  await page.locator(".code.source tr.hit", { hasText: "connect(50)" }).waitFor();
  await page.locator(".mappings summary").click();
  await accessible(page);
  await shot(page, "no-file-kept", "dark");
  await page.locator(".mappings").getByRole("button", { name: "End it" }).click();
  await card.waitFor();
}

/** The demo, and who only reads: what could be told is shown, and why it is not taken. */
async function keepsNothing(page) {
  const form = page.locator("form[aria-label='Folder of the repository']");
  await page.getByRole("button", { name: "Say which folder holds it" }).click();
  await form.getByRole("button", { name: /Gateway\.java/ }).click();
  await form.locator("[data-mapping=found]").waitFor();
  expect(await form.getByRole("button", { name: "Keep this mapping" }).isDisabled(), "it could be kept");
  expect(/keeps nothing/.test(await form.innerText()), "it is not said that nothing is kept");
  const confirm = page.locator(".suspect.chosen").getByRole("button", { name: "Confirm" });
  if (await confirm.count()) expect(await confirm.isDisabled(), "it could be confirmed");
  await page.locator(".suspect-side").click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("y");
  expect((await page.locator(".judge").count()) === 0, "Y opens a form that cannot be sent");
}

const chosen = (page) => page.locator(".suspect.chosen");

/** Confirm and dismiss by keyboard alone; the next reader sees it; it can be taken back. */
async function judges(page, state) {
  expect(!/root cause, confirmed/i.test(await page.locator(".suspect-side").innerText()), "confirmed by nobody");
  await page.locator("#suspects").focus();
  await page.keyboard.press("y");
  const form = page.locator("form.judge");
  await form.waitFor();
  await accessible(page);
  await shot(page, "judging", "dark");
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  expect(/\/e\/[0-9a-f]{12}\?/.test(page.url()), "Escape closes more than the form");
  await page.keyboard.press("y");
  await form.locator("[name=by]:focus").waitFor();
  await page.keyboard.type("kim");
  await page.keyboard.press("Tab");
  await page.keyboard.type("<b>seen</b> in `staging`");
  await page.keyboard.press("Enter");
  await chosen(page).locator("[data-verdict=confirmed]").waitFor();
  const said = await chosen(page).locator("[data-verdict=confirmed]").innerText();
  expect(/Root cause, confirmed by kim, .*: <b>seen<\/b> in `staging`/.test(said), said);

  await page.keyboard.press("2");
  await page.keyboard.press("n");
  await form.locator("[name=reason]:focus").waitFor();
  expect((await form.locator("[name=by]").inputValue()) === "kim", "the name is asked for again");
  await page.keyboard.press("Enter");
  await chosen(page).locator("[data-verdict=dismissed]").waitFor();
  await accessible(page);
  await shot(page, "judged", "dark");

  const next = await look(state, "light");
  await next.page.locator("[data-verdict=confirmed]").waitFor();
  await next.page.locator("[data-verdict=dismissed]").waitFor();
  await accessible(next.page);
  await shot(next.page, "judged", "light");
  await next.page.setViewportSize({ width: 1280, height: 720 });
  await shot(next.page, "judged-small", "light");
  await next.context.close();

  await chosen(page).getByRole("button", { name: "Undo" }).click();
  await page.locator("[data-verdict=dismissed]").waitFor({ state: "detached" });
  await page.keyboard.press("1");
}

/** Markdown of one suspect and of all, by keyboard; markup of the subject stays text. */
async function copiesMarkdown(page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const [name, wanted] of [
    ["copy this suspect as Markdown", /^\*\*commit [0-9a-f]{10}\*\* Fail &lt;b&gt;fast&lt;\/b&gt; \\\| \\`now\\`/],
    [
      "copy all suspects as Markdown",
      /^## Suspects: TimeoutError: too late\n[\s\S]*\*\*Root cause\*\*, confirmed by kim/,
    ],
  ]) {
    await page.getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "copied" }).waitFor();
    const got = await page.evaluate(() => navigator.clipboard.readText());
    expect(wanted.test(got), got);
    expect(!/<b>|[^\\]`/.test(got), `markup is left: ${got}`);
    await page.getByRole("button", { name }).waitFor();
  }
}

async function obeysKeys(page) {
  await page.locator("#suspects").focus();
  await page.keyboard.press("2");
  expect((await chosen(page).locator(".suspect-title").innerText()).includes("Begin"), "2 chooses the second");
  await page.keyboard.press("1");
  await page.keyboard.press("b");
  expect((await page.locator(".code.source .blame").count()) === 0, "B leaves the blame");
  await page.keyboard.press("b");
  expect((await page.locator(".code.source .blame").count()) > 0, "B does not bring it back");
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press("d");
  await page.waitForTimeout(200);
  const seen = await page.locator("#diff").evaluate((diff) => diff.getBoundingClientRect().top < window.innerHeight);
  expect(seen, "D does not bring the diff into sight");
}

async function shot(page, name, theme) {
  if (values.shots) await page.screenshot({ path: join(values.shots, `state-${name}-${theme}.png`) });
}

async function look(state, theme) {
  const { page, context, troubles } = await openPage(browser, state.url, theme);
  page.setDefaultTimeout(8_000);
  await page.goto(`${state.url}/e/event?v=1&sel=${encodeURIComponent(state.event)}`);
  await page.locator(".suspect-side .side-title").waitFor();
  return { page, context, troubles };
}

async function walk(state) {
  for (const theme of ["light", "dark"]) {
    const { page, context, troubles } = await look(state, theme);
    const wanted = WANTED[state.name];
    const card = page.locator(`[data-obstacle=${state.name}]`);
    if (wanted) {
      await checks.that(
        `46 ${state.name}, ${theme}: says what is missing, what was looked at, and how to give it`,
        async () => {
          await card.waitFor({ timeout: 10_000 });
          const text = await card.innerText();
          for (const said of wanted.says) expect(said.test(text), `${said} is not in: ${text}`);
        },
      );
    }
    await shot(page, state.name, theme);
    await checks.that(`${state.name}, ${theme}: is accessible`, () => accessible(page));
    if (theme === "dark" && wanted) {
      await checks.that(`${state.name === "no-file" ? "46 47" : "46"} ${state.name}: the way on works`, () =>
        wanted.step(page, card),
      );
    }
    if (theme === "dark" && state.name === "reading") {
      await checks.that("a server that keeps nothing says so", () => keepsNothing(page));
      await shot(page, "reading", theme);
    }
    if (theme === "dark" && state.name === "judged") {
      await checks.that("48 verdicts are kept, shown to the next reader, and taken back", () => judges(page, state));
      await checks.that("suspects are copied as Markdown", () => copiesMarkdown(page));
      await checks.that("keys choose suspects, blame and diff", () => obeysKeys(page));
    }
    await checks.that(`${state.name}, ${theme}: no violation, error or foreign request`, async () => {
      const violations = await page.evaluate(() => globalThis.violations);
      const own = troubles.filter((one) => !/status of 404/.test(one));
      expect(violations.length + own.length === 0, [...violations, ...own].join("\n"));
    });
    await context.close();
  }
}

try {
  for (const state of states) await walk(state);
} finally {
  await browser.close();
  checks.finish();
}
