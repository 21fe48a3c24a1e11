// SPDX-License-Identifier: Apache-2.0
// The promise 49 of the trace page, in a real browser, against a running server:
//   node test/e2e/acceptance/trace.mjs URL [--shots DIR]
import { accessible, expect } from "../checks.mjs";
import { rig, until } from "./rig.mjs";

const { base, checks, api, fresh, shot: shoot, end } = await rig("trace");

// An attribute that joins services and is no trace id, such as an order number.
const { keys } = await api("/api/joins");
const key = keys.find(({ name }) => name !== "trace" && /^[\p{L}_@][\p{L}\p{N}_.@-]*$/u.test(name));
if (!key) throw new Error("no field but the trace id joins services");
const id = `${key.name}=${key.example}`;

const page = await fresh();
const shot = (name) => shoot(page, name);
const gantt = () => page.locator(".waterfall canvas");

await checks.that("49 the list names the fields that join services, and leads to an example", async () => {
  await page.goto(`${base}/x`);
  const link = page.locator(".tr-list").getByRole("link", { name: id, exact: true });
  await link.waitFor({ timeout: 20_000 });
  await shot("traces");
  await accessible(page);
  await link.click();
  await gantt().waitFor({ timeout: 20_000 });
  expect(decodeURIComponent(page.url()).includes(`/x/${id}`), page.url());
});

await checks.that("49 an underlined id of an event leads to its trace, and so does the key X", async () => {
  await page.goto(`${base}/i?v=1&q=${encodeURIComponent(`${key.name}:"${key.example}"`)}`);
  const row = page.locator("[role=grid] .grid-space .row:not([hidden])").first();
  await row.waitFor({ timeout: 20_000 });
  await row.click();
  const pivot = page.locator(".fields a.pivot", { hasText: key.example }).first();
  await pivot.waitFor();
  await pivot.click();
  await gantt().waitFor({ timeout: 20_000 });
  expect(decodeURIComponent(page.url()).includes(`/x/${id}`), page.url());
  await page.goBack();
  await row.waitFor();
  await page.locator("[role=grid]").focus();
  await page.keyboard.press("x");
  await page.waitForURL(/\/x\//);
});

await checks.that(
  "49 without spans the bars run from the first to the last line, and say how lines were joined",
  async () => {
    await page.goto(`${base}/x/${encodeURIComponent(id)}`);
    await gantt().waitFor({ timeout: 20_000 });
    const drawn = await gantt().evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set();
      for (let at = 0; at < data.length; at += 4) colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      return colours.size;
    });
    expect(drawn > 8, `the picture has ${drawn} colours`);
    const made = await page.locator(".tr-made").textContent();
    expect(made.includes("joined by") && made.includes(id), made);
    expect(/no spans: bars run from the first to the last line|bars are spans/.test(made), made);
    expect(/clock/.test(made), `nothing is said of clocks: ${made}`);
    const unit = await api(`/api/correlate?key=${key.name}&value=${key.example}&limit=5000`);
    const head = await page.locator(".tr-head").textContent();
    expect(head.includes(`${unit.services.length} service`), head);
    expect(head.includes(`${unit.total.value} events`), head);
  },
);

await checks.that("49 bars are walked by keyboard; the drawer lists the lines of the chosen one", async () => {
  const slider = page.locator(".tr-gantt");
  await slider.focus();
  await page.keyboard.press("Home");
  const first = await slider.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowDown");
  await until(async () => (await slider.getAttribute("aria-valuetext")) !== first, "the arrow chose no other bar");
  expect(/joined by/.test(await slider.getAttribute("aria-valuetext")), "the bar does not say how it was joined");
  await page.locator(".tr-lines .row:not(.head):not([hidden])").first().waitFor();
  const height = (await page.locator(".tr-drawer").boundingBox()).height;
  await page.keyboard.press("ArrowUp");
  await page.waitForTimeout(200);
  expect((await page.locator(".tr-drawer").boundingBox()).height === height, "the drawer changed its height");
  const href = await page.locator(".tr-drawer a").first().getAttribute("href");
  expect(href.startsWith("/i?"), href);
});
await shot("trace");
await checks.that("49 the picture is accessible", () => accessible(page));

await checks.that("49 the table tells the same bars, errors only narrows them, times go by the clock", async () => {
  const bars = Number(await page.locator(".tr-gantt").getAttribute("aria-valuemax"));
  await page.locator("[data-tab=table]").click();
  await page.locator(".tr-table tbody tr").first().waitFor();
  expect((await page.locator(".tr-table tbody tr").count()) === bars, "the table has other bars");
  await accessible(page);
  await page.locator("[data-tab=bars]").click();
  await page.getByLabel("errors only").check();
  await until(() => new URL(page.url()).searchParams.getAll("hide").includes("fine"), "the box is not in the address");
  await page.getByRole("button", { name: "relative" }).click();
  await page.getByRole("button", { name: "clock", exact: true }).waitFor();
  await page.locator("#trace-find").fill("no such word at all");
  await until(
    async () => (await page.locator(".tr-gantt").getAttribute("aria-valuemax")) === "1",
    "nothing was narrowed",
  );
});

await checks.that("49 an id that nobody names says so and leads on", async () => {
  await page.goto(`${base}/x/${encodeURIComponent(`${key.name}=no-such-id-0`)}`);
  await page.getByRole("heading", { name: "No event has this value" }).waitFor({ timeout: 20_000 });
});

const SPANS = 80_000;

/** One request with very many spans, as the API would tell it. */
function large() {
  const start = Date.parse("2026-11-21T14:00:00Z");
  const bars = Array.from({ length: SPANS }, (_, at) => ({
    kind: "span",
    service: `service-${at % 40}`,
    name: `operation ${at % 500}`,
    start: new Date(start + (at % 60_000)).toISOString(),
    durationMs: 1 + (at % 900),
    depth: at === 0 ? 0 : at % 11 === 1 ? 1 : 2,
    events: 1,
    level: at % 97 === 0 ? "error" : "info",
    span: `s${at}`,
  }));
  return {
    key: "trace",
    value: "large",
    range: { from: "2026-11-21T14:00:00Z", to: "2026-11-21T15:00:00Z" },
    query: "trace:large",
    total: { value: SPANS, exact: true },
    start: "2026-11-21T14:00:00Z",
    end: "2026-11-21T14:01:00Z",
    durationMs: 60_000,
    level: "error",
    services: [],
    events: [],
    left: 0,
    followed: [{ name: "trace", value: "large", hops: 0, events: SPANS, added: SPANS }],
    stopped: [],
    view: "spans",
    bars,
    notes: [],
    skew: null,
    complete: true,
    tookMs: 1,
  };
}

await checks.that("49 P closing and opening 80,000 spans takes at most 100 ms", async () => {
  const body = JSON.stringify({ ...large(), events: [{ joinedBy: 0, event: lineOf() }] });
  await page.route("**/api/correlate**", (route) => route.fulfill({ contentType: "application/json", body }));
  await page.goto(`${base}/x/trace=large`);
  await page.locator(".tr-gantt").waitFor({ timeout: 60_000 });
  await page.locator(".tr-gantt").focus();
  await page.keyboard.press("Home");
  await page.waitForTimeout(1000);
  const took = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const times = [];
    for (let round = 0; round < 7; round++) {
      await frame();
      const began = performance.now();
      const key = round % 2 === 0 ? "ArrowLeft" : "ArrowRight";
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await frame();
      times.push(performance.now() - began);
    }
    return times.sort((one, two) => one - two)[Math.floor(times.length / 2)];
  });
  console.log(`      closing or opening takes ${took.toFixed(1)} ms with the frame that shows it`);
  expect(took <= 100, `it took ${took} ms`);
});

function lineOf() {
  return {
    id: "1-1",
    time: "2026-11-21T14:00:00Z",
    timeQuality: null,
    level: "info",
    levelText: "INFO",
    service: "service-0",
    version: null,
    host: null,
    logger: null,
    thread: null,
    trace: "large",
    span: "s0",
    message: "began",
    attributes: {},
    exception: null,
    pattern: null,
    origin: { file: "a.log", line: 1, lines: 1, offset: 0 },
  };
}

await end();
