// SPDX-License-Identifier: Apache-2.0
// The promises 39, 41 and 42 of the pages Patterns and Compare, in a real browser, against a running server:
//   node test/e2e/acceptance/patterns.mjs URL [--shots DIR]
import { accessible, expect } from "../checks.mjs";
import { rig, until } from "./rig.mjs";

const { base, checks, api, fresh, shot: shoot, end } = await rig("patterns");
const iso = (ms) => new Date(ms).toISOString();
const parameter = (page, name) => new URL(page.url()).searchParams.get(name);

// The problem: a quarter of an hour from the strongest rise of errors on.
const whole = await api("/api/timeline?limit=200&buckets=240");
const bursts = whole.lanes.flatMap((lane) => lane.bursts.filter(({ of }) => of === "errors"));
const strongest = bursts.sort((one, other) => other.events * (other.times || 99) - one.events * (one.times || 99))[0];
if (!strongest) throw new Error("the data holds no burst of errors");
const start = Date.parse(strongest.from);
const around = `from=${iso(start)}&to=${iso(start + 900_000)}`;
const before = `baselineFrom=${iso(start - 900_000)}&baselineTo=${iso(start)}`;
const known = await api(`/api/patterns?${around}&limit=500&seen=store`);
const compared = await api(`/api/explain?${around}&${before}&things=3&of=${encodeURIComponent("level>=error")}`);
const { changes } = await api(`/api/changes?from=${iso(start - 900_000)}&to=${iso(start + 900_000)}`);

const page = await fresh();
const shot = (name) => shoot(page, name);
const lines = () => page.locator(".pp tbody tr");
const heading = () => page.locator(".cp-answer h2");

async function openPatterns(tab) {
  await page.goto(`${base}/p?v=1&${around}${tab ? `&tab=${tab}` : ""}`);
  await page.locator(".pp-line").waitFor();
}

await checks.that("39 under New stands first what was never seen before, with its second and its version", async () => {
  await openPatterns("new");
  const fresh = known.patterns.filter(({ kind }) => kind === "new");
  expect(fresh.length > 0, "no pattern is new");
  expect((await lines().count()) === fresh.length, `${await lines().count()} rows for ${fresh.length} new patterns`);
  const order = ["fatal", "error", "warn", "info", "debug", "trace", null];
  const rank = (row) => (Date.parse(row.seen.time) >= start ? 0 : 10) + order.indexOf(row.level);
  const best = fresh.toSorted((one, two) => rank(one) - rank(two) || two.count - one.count)[0];
  const first = lines().first();
  expect((await first.getAttribute("data-pattern")) === best.id, `first is ${await first.textContent()}`);
  const text = await first.textContent();
  const seen = best.seen.time.slice(11, 19);
  expect(text.includes(seen) || text.includes(best.seen.time.slice(0, 10)), `“${text}” does not say ${seen}`);
  if (best.seen.version) expect(text.includes(best.seen.version), `“${text}” does not name ${best.seen.version}`);
});

await checks.that("39 the headline counts patterns, the events they cover, and both windows", async () => {
  const text = await page.locator(".pp-line").textContent();
  expect(/patterns cover \d+(\.\d+)? % of [\d,]+ events/.test(text), text);
  expect(text.includes(new Intl.NumberFormat("en-US").format(known.total)), `${text} counts other than ${known.total}`);
  for (const [name, kind] of [
    ["new", "new"],
    ["gone", "gone"],
    ["more", "more"],
    ["fewer", "less"],
  ]) {
    const shown = await page.locator(`[data-tab=${name}] .n`).textContent();
    expect(shown === String(known.kinds[kind] ?? 0), `${name} says ${shown}`);
  }
});

await checks.that("39 rows are 28 px high and their trends share one axis", async () => {
  await openPatterns("all");
  const box = await lines().nth(1).boundingBox();
  expect(Math.abs(box.height - 28) <= 1.5, `a row is ${box.height} px high`);
  const widths = new Set(await page.locator(".trend").evaluateAll((all) => all.map((one) => one.clientWidth)));
  expect(widths.size === 1, "trends differ in width");
});

await checks.that("39 F includes, Back takes it away, Shift F excludes, and a tab is in the address", async () => {
  await openPatterns("all");
  await page.locator("#pp-list").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("f");
  await until(() => parameter(page, "q"), "F changed no query");
  const text = parameter(page, "q");
  expect(text.includes("pattern"), text);
  await page.goBack();
  await until(() => !parameter(page, "q"), "Back did not take the clause away");
  await page.locator("#pp-list").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+F");
  await until(() => parameter(page, "q")?.startsWith("-"), `Shift F gave ${parameter(page, "q")}`);
  await page.locator(".toast button").first().click();
  await until(() => !parameter(page, "q"), "Undo did not take the clause away");
  await page.locator("[data-tab=more]").click();
  expect(parameter(page, "tab") === "more", page.url());
});

await checks.that("39 several chosen patterns are acted on together, and P pins", async () => {
  await openPatterns("all");
  await lines().nth(0).locator("input").check();
  await lines().nth(1).locator("input").check();
  await page.locator(".pp-meant").getByText("2 patterns chosen").waitFor();
  const href = await page.locator(".pp-meant a").first().getAttribute("href");
  expect(href.startsWith("/i") && decodeURIComponent(href.replaceAll("+", " ")).includes(" OR "), href);
  await page.locator("#pp-list").focus();
  await page.keyboard.press("p");
  await page.locator(".toast, dialog[open]").first().waitFor();
  await page.keyboard.press("Escape");
});

await checks.that("39 a variable shows its most frequent values, and whether all events were read", async () => {
  await openPatterns("all");
  await page.locator(".place").first().click();
  const popover = page.locator(".values");
  await popover.locator("tbody tr, .muted").first().waitFor();
  await until(async () => /exact: all|sampled: /.test(await popover.textContent()), await popover.textContent());
  expect((await popover.locator("tbody tr").count()) > 0, "no values are listed");
  await page.keyboard.press("Escape");
  expect((await popover.count()) === 0, "Escape left the values open");
});
await shot("patterns");
await checks.that("39 the page is accessible", () => accessible(page));

await checks.that("39 few events are said to be too few for patterns", async () => {
  const few = await api(`/api/search?${around}&order=oldest&limit=12`);
  const end = Date.parse(few.events.at(-1).time) + 1;
  const { total } = await api(`/api/patterns?from=${iso(start)}&to=${iso(end)}`);
  expect(total < 20, `${total} events are not few`);
  await page.goto(`${base}/p?v=1&from=${iso(start)}&to=${iso(end)}`);
  await page.getByText(`too few events for patterns (${total})`).waitFor();
});

await checks.that("41 within 5 s the answer names what explains the new errors, on the first screen", async () => {
  const began = Date.now();
  await page.goto(`${base}/c?v=1&${around}`);
  await heading().waitFor({ timeout: 5000 });
  const took = Date.now() - began;
  expect(took <= 5000, `it took ${took} ms`);
  const text = await heading().textContent();
  const { things, share } = compared.explained;
  expect(things.length > 0, "the API names nothing");
  expect(new RegExp(`^Answer: ${things.length} things? explains? \\d+`).test(text), text);
  expect(text.includes(`${Math.round(share * 100)} %`), `${text}, but the share is ${share}`);
  const rows = page.locator(".cp-answer tbody tr");
  for (const [at, thing] of things.entries()) {
    const row = await rows.nth(at).textContent();
    const rate = thing.here / 15;
    expect(row.includes(rate.toFixed(rate >= 10 ? 1 : 2)), `“${row}” lacks the rate of B, ${rate}`);
    expect(row.includes("/min"), row);
  }
  const box = await rows.nth(things.length - 1).boundingBox();
  expect(box.y + box.height <= 900, "the answer is not on the first screen");
});

await checks.that("41 the changes in between are listed on the first screen, with the version", async () => {
  const section = page.locator(".cp-between");
  const told = changes.filter(({ kind }) => kind !== "commit");
  expect(told.length >= 2, `only ${told.length} changes lie in between`);
  await until(async () => (await section.locator("li svg").count()) > 0, "no change is listed");
  const text = await section.textContent();
  for (const change of told.slice(0, 8)) {
    expect(text.includes(change.time.slice(11, 19)), `${change.label} at ${change.time} is missing in “${text}”`);
  }
  const box = await section.boundingBox();
  expect(box.y + box.height <= 900, "the changes are not on the first screen");
});

await checks.that("41 windows are moved by keyboard and by typed times alike, and stay in the address", async () => {
  const handle = page.getByRole("slider", { name: "B problem: end" });
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await until(() => parameter(page, "to") !== iso(start + 900_000), "the arrow moved nothing");
  const moved = parameter(page, "to");
  await page.goto(`${base}/c?v=1&${around}`);
  await heading().waitFor();
  const field = page.getByLabel(/^B, the problem/);
  const clock = (text) => text.slice(0, 19).replace("T", " ");
  await field.fill(`${clock(iso(start))} → ${clock(moved)}`);
  await field.press("Enter");
  await until(
    () => Math.abs(Date.parse(parameter(page, "to")) - Date.parse(moved)) < 1000,
    `typed times gave ${parameter(page, "to")}, the arrow ${moved}`,
  );
  await page.getByRole("button", { name: "same time yesterday" }).click();
  await until(() => parameter(page, "afrom"), "the preset is not in the address");
  const day = Date.parse(parameter(page, "from")) - Date.parse(parameter(page, "afrom"));
  expect(day === 86_400_000, `${day} ms apart`);
});
await page.goto(`${base}/c?v=1&${around}`);
await heading().waitFor();
await shot("compare");
await checks.that("41 the page is accessible", () => accessible(page));

await checks.that("42 fields without a difference and skipped ones are listed with the reason", async () => {
  await page.locator("[data-tab=fields]").click();
  const table = page.locator(".cp-fields");
  await table.waitFor();
  const text = await table.textContent();
  const alike = compared.alike.filter(({ kind }) => kind === "field");
  expect(alike.length + compared.leftOut.length > 0, "all fields differ");
  for (const { name } of alike) expect(text.includes(name), `${name} is missing`);
  for (const { name, reason } of compared.leftOut) {
    expect(text.includes(name) && text.includes(`skipped: ${reason}`), `${name}: ${reason} is missing`);
  }
  expect((text.match(/no difference/g) ?? []).length === alike.length, "not each says that there is no difference");
  await accessible(page);
});
await shot("compare-fields");

await checks.that("42 the other tabs show rates of services, numbers and commits", async () => {
  for (const name of ["numbers", "rates", "commits"]) {
    await page.locator(`[data-tab=${name}]`).click();
    await page.locator("#cp-part .cp-table").waitFor({ timeout: 20_000 });
    await shot(`compare-${name}`);
  }
});

await checks.that("42 How is this computed names the tests and the correction", async () => {
  await page.locator(".cp-how summary").click();
  const text = await page.locator(".cp-how").textContent();
  for (const word of ["binomial", "Mann and Whitney", "Benjamini and Hochberg", "a minute"]) {
    expect(text.includes(word), `${word} is not named`);
  }
});

await checks.that("42 nine events are not enough data", async () => {
  const nine = await api(`/api/search?${around}&order=oldest&limit=9`);
  const end = Date.parse(nine.events.at(-1).time) + 1;
  const { total } = await api(`/api/patterns?from=${iso(start)}&to=${iso(end)}`);
  expect(total < 10, `${total} events are not few`);
  await page.goto(`${base}/c?v=1&from=${iso(start)}&to=${iso(end)}&afrom=${iso(start - 900_000)}&ato=${iso(start)}`);
  await page.getByRole("heading", { name: `not enough data (B has ${total} events)` }).waitFor();
});

await end();
