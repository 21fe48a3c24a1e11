// SPDX-License-Identifier: Apache-2.0
// The list of errors and the page of one in a real browser, against a running server:
//   node test/e2e/suspects.mjs INCIDENT.json [--shots DIR]
// INCIDENT.json: {"url": "http://127.0.0.1:1234", "guilty": "id", "spaces": "id", "deployed": "id", "head": "id"}
// Numbers in front of a promise are those of the acceptance list (docs/ui-acceptance.md).
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, openPage } from "./browser.mjs";
import { accessible, Checks, expect } from "./checks.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const incident = JSON.parse(readFileSync(positionals[0], "utf8"));
const base = incident.url;
if (values.shots) mkdirSync(values.shots, { recursive: true });

const IN_TIME = 2_000;
const TRIES = 4;
const checks = new Checks();
const browser = await launch();
let theme = "dark";
let { page, context, troubles } = await openPage(browser, base, theme);
page.setDefaultTimeout(10_000);

async function shot(name) {
  if (values.shots) await page.screenshot({ path: join(values.shots, `${name}-${theme}.png`) });
}

const grid = () => page.locator("[role=grid]");
const rows = () => page.locator("[data-error]");
const hit = () => page.locator(".code.source tr.hit");

/** What the reader sees of Investigate's list: its place, its rows, the chosen one, the panel. */
async function listSeen() {
  await page.locator(".row[aria-selected=true]").waitFor();
  return page.evaluate(() => ({
    top: document.querySelector("[role=grid]").scrollTop,
    rows: [...document.querySelectorAll(".grid-space .row:not([hidden])")]
      .filter((row) => {
        const { top, bottom } = document.querySelector("[role=grid]").getBoundingClientRect();
        const place = row.getBoundingClientRect();
        return place.bottom > top && place.top < bottom;
      })
      .sort((one, other) => one.getAttribute("aria-rowindex") - other.getAttribute("aria-rowindex"))
      .map((row) => row.textContent)
      .join("\n"),
    chosen: document.querySelector(".row[aria-selected=true]").textContent,
    panel: document.querySelector(".detail .message")?.textContent ?? null,
  }));
}

/** From the start to an error with a stack; then the second and last action. */
async function fromRow() {
  await page.goto(`${base}/i?v=1&q=${encodeURIComponent("level>=info")}`);
  await page.locator(".grid-space .row:not([hidden])").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".body")?.getAttribute("aria-busy") !== "true");
  await grid().focus();
  await page.keyboard.press("e");
  await page.locator(".row[aria-selected=true]").waitFor();
  for (let tries = 0; tries < 10; tries++) {
    if (/charge of order/.test(await page.locator(".row[aria-selected=true]").textContent())) return;
    const old = await page.locator(".row[aria-selected=true]").textContent();
    await page.keyboard.press("e");
    await page.waitForFunction((text) => document.querySelector(".row[aria-selected=true]")?.textContent !== text, old);
  }
}

async function sToLine() {
  await fromRow();
  const start = Date.now();
  await page.keyboard.press("s");
  await hit().waitFor();
  return Date.now() - start;
}

async function opensInTime() {
  // the best of a few: other work of the machine, and code that the server runs for the first time, are not meant
  const times = [];
  while (times.length < TRIES && !(Math.min(...times) <= IN_TIME)) times.push(await sToLine());
  const took = Math.min(...times);
  console.log(`      S to the failing line: ${times.join(", ")} ms`);
  expect(/^\/e\/[0-9a-f]{12}$/.test(new URL(page.url()).pathname), `the address is ${page.url()}`);
  expect(/call\(order, LIMIT\)/.test(await hit().innerText()), await hit().innerText());
  expect((await hit().locator(".line").innerText()) === "7", "it is not the line that ran");
  const bar = await page.locator("section[aria-label='Source with blame'] .codebar").innerText();
  expect(bar.includes(incident.deployed.slice(0, 10)), `not the deployed commit: ${bar}`);
  expect(!bar.includes(incident.head.slice(0, 10)), "the branch's head is shown");
  expect(/2\.14\.0, named by its deploy/.test(await page.locator(".ran").innerText()), "not said how it was found");
  expect(took <= IN_TIME, `it took ${took} ms`);
}

async function backToTheList() {
  await fromRow();
  await page.keyboard.press("Enter");
  await page.locator(".detail .message").waitFor();
  await grid().evaluate((element) => (element.scrollTop += 37));
  await page.waitForTimeout(1_000);
  const before = await listSeen();
  await page.keyboard.press("s");
  await hit().waitFor();
  await page.goBack();
  await page.locator(".detail .message").waitFor();
  let after = await listSeen();
  for (let tries = 0; tries < 20 && JSON.stringify(after) !== JSON.stringify(before); tries++) {
    await page.waitForTimeout(100);
    after = await listSeen();
  }
  for (const part of Object.keys(before)) {
    const lines = String(after[part]).split("\n");
    const other = String(before[part])
      .split("\n")
      .find((line, at) => line !== lines[at]);
    expect(
      before[part] === after[part],
      `${part} is another: ${other ?? "more"}; ${JSON.stringify(await page.locator("[role=grid]").boundingBox())}`,
    );
  }
  await page.goForward();
  await hit().waitFor();
}

async function sums() {
  const cards = page.locator(".suspect");
  const scores = [];
  for (let at = 0; at < (await cards.count()); at++) {
    const printed = await cards.nth(at).locator(".evidence b").allInnerTexts();
    const sum = printed.reduce((all, text) => all + Number(text.replace("−", "-").replace("+", "")), 0);
    const [score, word] = (await cards.nth(at).locator(".score").innerText()).split(" ");
    scores.push({ score: Number(score), word });
    // each printed part is rounded to two places
    const most = 0.005 * (printed.length + 1) + 1e-9;
    expect(Math.abs(sum - Number(score)) <= most, `${printed.join(" ")} is ${sum.toFixed(2)}, printed ${score}`);
  }
  expect(scores.length > 1, "only one suspect: nothing to order");
  scores.forEach(({ score, word }, at) => {
    expect(at === 0 || score <= scores[at - 1].score, `not in order: ${JSON.stringify(scores)}`);
    expect(["strong", "likely", "weak"].includes(word), `no word for ${score}: ${word}`);
    expect(word !== "strong" || (at === 0 && score >= 0.6), `${score} at ${at} is called strong`);
    expect(word === "weak" || score >= 0.4, `${score} is called ${word}`);
  });
  expect(/not a probability/.test(await page.locator(".suspect-side").innerText()), "not said what a score is");
}

async function passesOver() {
  const first = await page.locator(".suspect").first().getAttribute("data-suspect");
  expect(first === incident.guilty, `the first suspect is ${first}`);
  expect(first !== incident.spaces, "the re-indenting commit is first");
  const said = await page.locator("section[aria-label='Source with blame']").innerText();
  expect(/Blame passes over 1 commit/.test(said), "not said that blame passes over a commit");
  const blamed = await hit().locator(".blame").innerText();
  expect(!blamed.includes(incident.spaces.slice(0, 7)), `the line is blamed on ${blamed}`);
  await page.locator(".diff tr.del", { hasText: "LIMIT = 2_500" }).waitFor();
  await page.locator(".diff tr.add", { hasText: "LIMIT = 50" }).waitFor();
}

async function saysWhen() {
  const head = await page.locator(".suspects-head").innerText();
  expect(/GatewayTimeout: no answer in 50 ms/.test(head), head);
  expect(/first 2026-11-21 15:00:40\.500 UTC \(41 s after deploy 2\.14\.0\)/.test(head), head);
  expect(/event \d+ of 178/.test(head), head);
  const when = await page.locator("section[aria-label='When it happens']").innerText();
  expect(/only version 2\.14\.0, of 2 versions/.test(when), when);
  expect(/all 3 hosts/.test(when), when);
  expect(/new: 41 s after deploy 2\.14\.0, never before/.test(when), when);
  expect(/SocketTimeoutException: Read timed out/.test(await page.locator("[aria-label='Caused by']").innerText()));
  const stack = await page.locator("section[aria-label='Stack frames']").innerText();
  expect(/1 library frame: spring/.test(stack) && /1 library frame: jdk/.test(stack), stack);
}

async function walksEvents() {
  const place = async () => /event (\d+) of 178/.exec(await page.locator(".walk").innerText())?.[1];
  const walked = (old) =>
    page.waitForFunction((text) => !document.querySelector(".walk").innerText.includes(text), old);
  const first = Number(await place());
  await page.locator("#suspects").focus();
  await page.keyboard.press("j");
  await walked(`event ${first} of`);
  await page.locator(".walk", { hasText: `event ${first + 1} of 178` }).waitFor();
  await page.waitForFunction(() => document.querySelector(".suspects")?.getAttribute("aria-busy") === "false");
  await page.keyboard.press("k");
  await page.locator(".walk", { hasText: `event ${first} of 178` }).waitFor();
}

async function confirms() {
  await page.waitForFunction(() => document.querySelector(".suspects")?.getAttribute("aria-busy") === "false");
  await page.keyboard.press("1");
  await page.keyboard.press("y");
  await page.locator("form.judge [name=by]").fill("kim");
  await page.keyboard.press("Enter");
  const said = page.locator(".suspect.chosen [data-verdict=confirmed]");
  await said.waitFor();
  expect(/confirmed by kim, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/.test(await said.innerText()), await said.innerText());
  await page.locator("#suspects").focus();
  await page.keyboard.press("u");
  const state = page.locator("[data-error]", { hasText: "charge of order" }).locator("[data-state=confirmed]");
  await state.waitFor();
  const row = await page.locator("[data-error]", { hasText: "charge of order" }).innerText();
  expect(/Halve the limit \(kim, \d{4}-/.test(row), `the list does not say who and when: ${row}`);
  await accessible(page);
}

/** After the confirming: what is pinned holds who said it, and when. */
async function pins() {
  await page.locator("[data-error]", { hasText: "charge of order" }).getByRole("link").first().click();
  await page.locator(".suspect.chosen [data-verdict=confirmed]").waitFor();
  await page.locator("#suspects").focus();
  await page.keyboard.press("p");
  const form = page.locator("dialog.pin-form, dialog:has(.pin-form)");
  await form.waitFor();
  await form.getByLabel(/title/i).fill("Charges fail");
  await form.locator("button[type=submit]").click();
  await page.locator(".toast", { hasText: /Pinned to INC-1 as E1: Suspect/ }).waitFor();
  const evidence = await page.evaluate(async () => (await fetch("/api/incidents/INC-1/evidence/E1")).json());
  expect(evidence.kind === "suspect" && evidence.chosen.id === incident.guilty, JSON.stringify(evidence).slice(0, 300));
  const said = evidence.copy.verdicts[0];
  expect(said.by === "kim" && said.verdict === "confirmed" && said.time, JSON.stringify(said));
}

async function lists() {
  await page.goto(`${base}/i?v=1&q=${encodeURIComponent("service:pay")}`);
  await page.locator(".grid-space .row:not([hidden])").first().waitFor();
  for (const key of ["g", "e"]) await page.keyboard.press(key);
  await rows().first().waitFor();
  expect((await page.locator("#query").inputValue()) === "service:pay", "the query is not the one of Investigate");
  await page.waitForFunction(() => document.querySelectorAll("[data-error]").length === 2);
  await page.locator("#query").fill("");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("[data-error]").length === 3);
  const text = await rows().allInnerTexts();
  expect(/SocketTimeoutException charge of order <num> failed/.test(text[0]), text[0]);
  expect(/GatewayClient\.charge GatewayClient\.java:7/.test(text[0]), "no frame of the application");
  expect(/41 s after deploy 2\.14\.0/.test(text[0]), text[0]);
  expect(/new since the deploy/.test(text[0]), text[0]);
  expect(/open/.test(text.find((row) => /receipt/.test(row))), "an old error is called new");
  expect((await page.locator(".query-below strong").innerText()) === "3 errors", "the number is not said");
  await shot("errors");
  await accessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await shot("errors-small");
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function walksErrors() {
  await page.locator("[data-list]").focus();
  const chosen = () => page.locator("[data-error][aria-selected=true]").getAttribute("data-error");
  await page.keyboard.press("j");
  const first = await chosen();
  await page.keyboard.press("j");
  expect((await chosen()) !== first, "J stays");
  await page.keyboard.press("k");
  expect((await chosen()) === first, "K does not lead back");
  await page.locator("[data-error][aria-selected=true] [data-top]").waitFor();
  const top = await page.locator("[data-error][aria-selected=true] [data-top]").innerText();
  expect(/^0\.\d\d (strong|likely|weak): Halve the limit/.test(top), `the first suspect is ${top}`);
  await page.keyboard.press("Enter");
  await hit().waitFor();
  expect(page.url().includes(`/e/${first}`), page.url());
  await page.goBack();
  await rows().first().waitFor();
  expect((await chosen()) === first, "Back forgets the chosen row");
}

async function saysNothing() {
  await page.goto(`${base}/e?v=1&q=nothing-like-this`);
  await page.getByText("No errors. Looked for").waitFor();
  await accessible(page);
  await shot("errors-none");
  await page.getByRole("button", { name: "Without the query" }).click();
  await rows().first().waitFor();
  await page.goto(`${base}/e/000000000000`);
  await page.getByText("holds no error of this name").waitFor();
  await accessible(page);
}

async function losesTheServer() {
  await page.goto(`${base}/e`);
  await rows().first().waitFor();
  await context.setOffline(true);
  await page.locator("#query").fill("pay");
  await page.keyboard.press("Enter");
  await page.getByText("These are the errors of the question before").waitFor();
  expect((await rows().count()) === 3, "the rows went away");
  await accessible(page);
  await context.setOffline(false);
  await page.getByRole("button", { name: "try again" }).first().click();
  await page.getByText("These are the errors of the question before").waitFor({ state: "detached" });
}

async function leadsToTheRequest() {
  await fromRow();
  await page.keyboard.press("s");
  await hit().waitFor();
  await page.locator("#suspects").focus();
  await page.keyboard.press("x");
  await page.waitForURL(/\/x\/trace%3Dt\d+/);
  await page.goBack();
  await hit().waitFor();
}

async function explainsTheSelection() {
  await page.goto(`${base}/i?v=1&q=${encodeURIComponent("service:pay")}`);
  await page.locator(".grid-space .row:not([hidden])").first().waitFor();
  await page.keyboard.press("s");
  await page.locator(".suspect").first().waitFor();
  expect(new URL(page.url()).pathname === "/e/selection", page.url());
  await page.locator("#suspects").focus();
  await page.keyboard.press("l");
  await page.waitForURL(/\/i\?.*q=service%3Apay/);
}

async function walk() {
  const named = (promise) => `${theme}: ${promise}`;
  if (theme === "dark") {
    await checks.that(
      "43 S on an error opens its failing line at the deployed commit, two actions in all",
      opensInTime,
    );
  } else await fromRow().then(() => page.keyboard.press("s"));
  await page.locator(".suspect").first().waitFor();
  await shot("error");
  await checks.that(named("the page of an error is accessible"), () => accessible(page));
  if (theme === "dark") {
    await checks.that("44 printed evidence sums to the score, the order is by score, words fit", sums);
    await checks.that(
      "45 a commit that only re-indents is not first, and blame says that it passes over it",
      passesOver,
    );
    await checks.that("the page says since when, where, and in which stack it happens", saysWhen);
    await checks.that("J and K walk the events of the error", walksEvents);
    await page.setViewportSize({ width: 1280, height: 720 });
    await shot("error-small");
    await page.setViewportSize({ width: 320, height: 700 });
    await checks.that("59 at 320 px the page has no width beyond its own", async () => {
      const wide = await page.locator(".suspects").evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(wide <= 1, `${wide} px too wide`);
    });
    await shot("error-320");
    await page.setViewportSize({ width: 1440, height: 900 });
    await checks.that("43 Back returns to the exact list", backToTheList);
    await checks.that("X leads to all events of the request", leadsToTheRequest);
    await checks.that(
      "S without a chosen row explains the selection, L leads back to its events",
      explainsTheSelection,
    );
  }
  await checks.that(named("the list shows errors, filters as Investigate does, and is accessible"), lists);
  await checks.that(named("J, K and Enter work in the list, Back returns to the row"), walksErrors);
  await checks.that(named("nothing found says what was looked for and where else to look"), saysNothing);
  await checks.that(named("a server that is away leaves the rows in place"), losesTheServer);
  await checks.that(named("no violation, error or foreign request"), async () => {
    const violations = await page.evaluate(() => globalThis.violations);
    // a server without incidents answers 404 when it is asked for them
    const own = troubles.filter((one) => !/status of 404/.test(one));
    expect(violations.length + own.length === 0, [...violations, ...own].join("\n"));
  });
}

try {
  await walk();
  await context.close();
  theme = "light";
  ({ page, context, troubles } = await openPage(browser, base, theme));
  page.setDefaultTimeout(10_000);
  await walk();
  await fromRow();
  await page.keyboard.press("s");
  await page.locator(".suspect").first().waitFor();
  await checks.that("48 confirming stores who and when, and the list shows it", confirms);
  await shot("errors-confirmed");
  await checks.that("48 what is pinned to the incident holds who confirmed it, and when", pins);
} finally {
  await browser.close();
  checks.finish();
}
