// SPDX-License-Identifier: Apache-2.0
// The promises 33 to 38 of the timeline, in a real browser, against a running server:
//   node test/e2e/acceptance/timeline.mjs URL [--shots DIR]
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, openPage } from "../browser.mjs";
import { accessible, Checks, expect } from "../checks.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: "string" } } });
const base = positionals[0]?.replace(/\/$/, "");
if (!base) {
  console.error("usage: node test/e2e/acceptance/timeline.mjs URL [--shots DIR]");
  process.exit(2);
}
if (values.shots) mkdirSync(values.shots, { recursive: true });

const checks = new Checks();
const browser = await launch();
const api = async (path) => (await fetch(base + path)).json();
const millis = (iso) => Date.parse(iso);
const parameter = (page, name) => new URL(page.url()).searchParams.get(name);

/** Until the address, or what it is made of, says so. */
async function until(read, says) {
  for (let tries = 0; tries < 80; tries++) {
    if (await read()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(says);
}

async function settled(page) {
  await page.locator(".tl-canvas, .tl-tables").first().waitFor();
  await page.waitForFunction(() => document.querySelector("main")?.getAttribute("aria-busy") !== "true");
  await page.waitForTimeout(350);
}

async function open(page, address) {
  await page.goto(base + address);
  await settled(page);
}

// The strongest rise of errors of the whole store, and a window around it and the changes before it.
const whole = await api("/api/timeline?limit=200&buckets=240");
const bursts = whole.lanes.flatMap((lane) =>
  lane.bursts.filter(({ of }) => of === "errors").map((burst) => ({ ...burst, lane: lane.name })),
);
const strongest = bursts.sort((one, other) => other.events * (other.times || 99) - one.events * (one.times || 99))[0];
if (!strongest) throw new Error("the data holds no burst of errors");
const iso = (ms) => new Date(ms).toISOString();
const from = iso(millis(strongest.from) - 20 * 60_000);
const to = iso(millis(strongest.to) + 10 * 60_000);
const around = `from=${from}&to=${to}`;
const shown = await api(`/api/timeline?${around}&limit=200&buckets=240`);

let { page, context, troubles } = await openPage(browser, base, "dark");
async function shot(name) {
  if (values.shots) await page.screenshot({ path: join(values.shots, `timeline-${name}.png`) });
}

await checks.that("33 shows each change with its sign at its second, and the first errors of each lane", async () => {
  await open(page, `/t?v=1&${around}`);
  const stage = await page.locator(".tl-stage").boundingBox();
  const alone = page.locator(".tl-fold[data-count='1']");
  const wanted = shown.changes.filter(({ kind }) => kind === "deploy" || kind === "config");
  expect(wanted.length >= 2, `only ${wanted.length} deploys and config changes in the time of the burst`);
  let found = 0;
  for (const fold of await alone.all()) {
    const name = await fold.locator(".tl-mark").getAttribute("aria-label");
    const change = shown.changes.find(
      ({ time, kind }) => name.startsWith(time.slice(0, 19).replace("T", " ")) && name.includes(kind),
    );
    expect(change, `no change is “${name}”`);
    const sign = await fold.locator(".tl-sign").boundingBox();
    const at = ((millis(change.time) - millis(from)) / (millis(to) - millis(from))) * stage.width + stage.x;
    expect(Math.abs(sign.x + sign.width / 2 - at) <= 2, `${name} stands at ${sign.x + sign.width / 2}, not at ${at}`);
    expect(await fold.locator(`.tl-sign.of-${change.kind}`).count(), `${name} has another sign`);
    found++;
  }
  expect(found > 0, "no change stands alone");
  const before = shown.changes.filter(({ time }) => millis(time) < millis(strongest.to)).map(({ kind }) => kind);
  expect(before.includes("deploy"), "no deploy before the burst ends");
  const heads = await page.locator(".tl-head").allTextContents();
  for (const lane of shown.lanes.filter(({ firstError }) => firstError)) {
    const head = heads.find((text) => text.startsWith(lane.name));
    expect(head?.includes(`first ${lane.firstError.slice(11, 19)}`), `the head of ${lane.name} says “${head}”`);
  }
  expect(heads[0].startsWith(shown.lanes[0].name), "the lane with the first error is not on top");
  const said = await page.locator(".tl-host").getAttribute("aria-label");
  expect(said.includes(shown.lanes[0].firstError.slice(11, 19)), `the picture says “${said}”`);
  await shot("33");
});

await checks.that("34 zooms, pans and walks the marks by keys", async () => {
  await open(page, `/t?v=1&${around}`);
  const length = () => millis(parameter(page, "to")) - millis(parameter(page, "from"));
  const first = length();
  await page.keyboard.press("w");
  await until(() => length() < first, "W did not zoom in");
  await page.keyboard.press("s");
  await until(() => Math.abs(length() - first) < 10, "S did not zoom out");
  const start = parameter(page, "from");
  await page.keyboard.press("d");
  await until(() => parameter(page, "from") > start, "D did not pan");
  await page.keyboard.press("ArrowLeft");
  await until(() => Math.abs(millis(parameter(page, "from")) - millis(start)) < 10, "the arrow did not pan back");
  await page.goto(`${base}/t?v=1&${around}`);
  await settled(page);
  const moments = [
    ...shown.changes.map(({ time }) => time),
    ...shown.lanes.flatMap(({ firstError }) => firstError ?? []),
  ]
    .map(millis)
    .sort((one, other) => one - other);
  for (const moment of [...new Set(moments)].slice(0, 3)) {
    await page.keyboard.press(".");
    await until(() => millis(parameter(page, "at") ?? "") === moment, `. went to ${parameter(page, "at")}`);
  }
  await page.keyboard.press(",");
  await until(() => millis(parameter(page, "at")) === [...new Set(moments)][1], ", did not go back");
});

await checks.that("34 selects a range of two lanes, opens its logs and pins it by keys", async () => {
  await open(page, `/t?v=1&${around}&at=${strongest.from}`);
  await page.keyboard.press("m");
  await page.locator(".tl-cursor").focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("m");
  await until(() => parameter(page, "sel")?.startsWith(iso(millis(strongest.from))), "M and M selected nothing");
  await page.locator("#tl-lane-0").focus();
  await page.keyboard.press("Space");
  await page.locator("#tl-lane-1").focus();
  await page.keyboard.press("Space");
  await until(() => new URL(page.url()).searchParams.getAll("lane").length === 2, "the lanes are not checked");
  const lanes = new URL(page.url()).searchParams.getAll("lane");
  await page.locator(".tl-cursor").focus();
  await page.keyboard.press("Enter");
  await page.locator("#tl-inside .row:not(.head)").first().waitFor();
  const [start, end] = parameter(page, "sel").split("/");
  const q = encodeURIComponent(`(${lanes.map((name) => `service:"${name}"`).join(" OR ")})`);
  const { total } = await api(`/api/search?limit=1&q=${q}&from=${start}&to=${end}`);
  const told = await page.locator("#tl-inside-logs .n").textContent();
  expect(Number(told.replace(/\D/g, "")) === total.value, `${told} rows, the API has ${total.value}`);
  await until(
    () => page.evaluate(() => document.activeElement?.getAttribute("role") === "grid"),
    "the focus did not go to the rows",
  );
  await page.keyboard.press("p");
  await page.locator("dialog[open], .toast").first().waitFor();
  await page.keyboard.press("Escape");
  await shot("34");
});

await checks.that("34 notes at the cursor where incidents are kept, and says so where not", async () => {
  await open(page, `/t?v=1&${around}&at=${strongest.from}`);
  const kept = await fetch(`${base}/api/incidents`).then((answer) => (answer.ok ? answer.json() : { keeps: false }));
  const button = page.getByRole("button", { name: "Add note" });
  if (!kept.keeps) {
    expect((await button.count()) === 0, "notes are offered and cannot be kept");
    await page.keyboard.press("n");
    await page.locator(".toast").waitFor();
    return;
  }
  await page.keyboard.press("n");
  const dialog = page.locator("dialog[open]");
  await dialog.locator("textarea").fill("paged the team of payments");
  if (await dialog.getByLabel("Title of the new incident").count()) {
    await dialog.getByLabel("Title of the new incident").fill("Noted from the timeline");
  }
  await dialog.getByLabel("Your name").fill("kim");
  await dialog.getByRole("button", { name: "Keep the note" }).click();
  await page.locator(".tl-item", { hasText: "paged the team of payments" }).waitFor();
});

await checks.that("35 tells not collected, zero and still arriving apart, for the eye and in words", async () => {
  const three = [
    { name: "lane of zero", state: "zero", first: from, last: to, gaps: [] },
    {
      name: "lane not collected",
      state: "not_collected",
      first: from,
      last: from,
      gaps: [{ from, to, kind: "not_collected" }],
    },
    { name: "lane arriving", state: "arriving", first: from, last: from, gaps: [{ from, to, kind: "arriving" }] },
  ];
  await page.route("**/api/timeline?*", async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, lanes: answer.lanes.slice(0, 1), without: three } });
  });
  await open(page, `/t?v=1&${around}`);
  const heads = page.locator(".tl-head");
  expect((await heads.count()) === 4, `${await heads.count()} lanes`);
  const looks = new Set();
  const stage = await page.locator(".tl-stage").boundingBox();
  for (let row = 1; row < 4; row++) {
    const head = await heads.nth(row).boundingBox();
    // beside the words, so that it is the ground that differs
    const clip = { x: stage.x + stage.width - 220, y: head.y + 1, width: 200, height: head.height - 2 };
    looks.add((await page.screenshot({ clip })).toString("base64"));
  }
  expect(looks.size === 3, `only ${looks.size} looks`);
  await shot("35");
  await page.getByRole("button", { name: "Table" }).click();
  const words = await page
    .locator("#tl-lane-table tbody tr:not([data-state=events]) td:nth-of-type(2)")
    .allTextContents();
  expect(new Set(words).size === 3, `the table says ${words.join(" / ")}`);
  expect(words[0].startsWith("0 events") && words[1].startsWith("not collected"), words.join(" / "));
  expect(words[2].startsWith("still arriving"), words[2]);
  await page.unroute("**/api/timeline?*");
});

await checks.that("36 folds marks closer than 24 px, and loses none", async () => {
  // So long a time that its changes stand close together.
  const times = whole.changes.map(({ time }) => millis(time));
  const days = 5 * 86_400_000;
  const wide = `from=${iso(Math.min(...times) - days)}&to=${iso(Math.max(...times) + days)}`;
  // What an incident says of times would be marks as well.
  await open(page, `/t?v=1&${wide}&hide=notes&hide=incident&hide=pins`);
  const all = await api(`/api/timeline?limit=200&buckets=240&${wide}`);
  const counts = await page.locator(".tl-fold").evaluateAll((folds) => folds.map((fold) => Number(fold.dataset.count)));
  const sum = counts.reduce((one, other) => one + other, 0);
  expect(sum === all.changes.length, `${sum} marks, the API has ${all.changes.length} changes`);
  const lefts = await page.locator(".tl-fold").evaluateAll((folds) => folds.map((fold) => fold.offsetLeft));
  lefts.forEach((left, index) => {
    expect(index === 0 || left - lefts[index - 1] >= 23, `two signs are ${left - lefts[index - 1]} px apart`);
  });
  const folded = page.locator(".tl-fold:not([data-count='1'])").first();
  if ((await folded.count()) === 0) throw new Error("no marks are close enough to fold in this data");
  await folded.locator(".tl-mark").click();
  const entries = await folded.locator(".tl-entry").count();
  expect(entries === Number(await folded.getAttribute("data-count")), `the card lists ${entries}`);
  await shot("36");
  await page.keyboard.press("Escape");
  expect((await page.locator(".tl-card").count()) === 0, "Esc does not close the card");
});

await checks.that("37 the rows and the cursor follow each other", async () => {
  await open(page, `/t?v=1&${around}&tab=logs&sel=${iso(millis(strongest.from))}/${iso(millis(strongest.to))}`);
  const rows = page.locator("#tl-inside .grid-space .row[data-kind=event]:not([hidden])");
  await rows.first().waitFor();
  await rows.nth(4).click();
  await until(() => parameter(page, "at"), "a click on a row moves no cursor");
  const time = await rows.nth(4).locator(".c-time").textContent();
  expect(new Date(parameter(page, "at")).toISOString().slice(11, 23) === time, `${time}, not ${parameter(page, "at")}`);
  const now = Number(await page.locator(".tl-cursor").getAttribute("aria-valuenow"));
  expect(now === millis(parameter(page, "at")), "the cursor stands elsewhere");
  await page.locator("#tl-inside [role=grid]").focus();
  await page.keyboard.press("j");
  await until(() => page.locator("#tl-inside .row[aria-selected=true]").count(), "no row is chosen");
  // And back: a click into the picture chooses the row of that time, however far down it is.
  const stage = await page.locator(".tl-stage").boundingBox();
  const late = millis(strongest.from) + 0.6 * (millis(strongest.to) - millis(strongest.from));
  const x = ((late - millis(from)) / (millis(to) - millis(from))) * stage.width;
  const old = parameter(page, "at");
  await page.mouse.click(stage.x + x, stage.y + 130);
  await until(
    () => Math.abs(millis(parameter(page, "at")) - late) < (millis(to) - millis(from)) / 300,
    `a click leaves the cursor at ${old}`,
  );
  const { events } = await api(`/api/search?limit=1&order=oldest&from=${parameter(page, "at")}`);
  await until(async () => {
    const chosen = page.locator("#tl-inside .row[aria-selected=true] .c-time");
    return (await chosen.count()) === 1 && (await chosen.textContent()) === iso(millis(events[0].time)).slice(11, 23);
  }, `the row of ${events[0].time} is not chosen`);
  await shot("37");
});

await checks.that("38 draws 200 lanes of 240 cells in 8 ms (median)", async () => {
  const lane = (index) => ({
    ...shown.lanes[0],
    name: `service-${String(index).padStart(3, "0")}`,
    levels: Object.fromEntries(
      ["error", "warn", "info"].map((level, depth) => [
        level,
        Array.from({ length: shown.cells }, (_, cell) => (depth * 7 + cell * 13 + index * 5) % 40),
      ]),
    ),
  });
  await page.route("**/api/timeline?*", async (route) => {
    const answer = await (await route.fetch()).json();
    const lanes = Array.from({ length: 200 }, (_, index) => lane(index));
    await route.fulfill({ json: { ...shown, range: answer.range, lanes, moreLanes: 140, without: [] } });
  });
  await open(page, `/t?v=1&${around}`);
  expect((await page.locator(".tl-head").count()) === 200, "not 200 lanes");
  expect((await page.locator(".tl-notices").textContent()).includes("200 noisiest of 340"), "the limit is not stated");
  await page.evaluate(() => performance.clearMeasures("timeline-draw"));
  for (const key of "wsadwsadwsadwsad") {
    await page.keyboard.press(key);
    await page.waitForTimeout(30);
  }
  const times = await page.evaluate(() =>
    performance.getEntriesByName("timeline-draw", "measure").map(({ duration }) => duration),
  );
  times.sort((one, other) => one - other);
  const median = times[times.length >> 1];
  console.log(`      ${times.length} redraws, median ${median?.toFixed(2)} ms, slowest ${times.at(-1)?.toFixed(2)} ms`);
  expect(times.length >= 10 && median <= 8, `median ${median} ms of ${times.length}`);
  await shot("38");
  await page.unroute("**/api/timeline?*");
});

await checks.that("the mouse selects, zooms, pans, and drags the overview", async () => {
  await open(page, `/t?v=1&${around}`);
  const stage = await page.locator(".tl-stage").boundingBox();
  const at = (share) => stage.x + share * stage.width;
  const range = () => [parameter(page, "from"), parameter(page, "to")].map(millis);
  await page.mouse.move(at(0.3), stage.y + 120);
  await page.mouse.down();
  await page.mouse.move(at(0.4), stage.y + 124, { steps: 4 });
  await page.mouse.move(at(0.5), stage.y + 124, { steps: 4 });
  await page.mouse.up();
  await until(() => parameter(page, "sel"), "a drag selects nothing");
  const [start, end] = parameter(page, "sel").split("/").map(millis);
  const length = millis(to) - millis(from);
  expect(Math.abs(start - (millis(from) + 0.3 * length)) < length / 300, "the selection begins elsewhere");
  expect(Math.abs(end - (millis(from) + 0.5 * length)) < length / 300, "the selection ends elsewhere");
  await page.goBack();
  await until(() => parameter(page, "sel") === null, "Back keeps the selection");
  await settled(page);
  await page.mouse.move(at(0.5), stage.y + 160);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await until(() => range()[1] - range()[0] < 0.9 * length, "Ctrl and the wheel do not zoom");
  await settled(page);
  const [left] = range();
  await page.keyboard.down("Shift");
  await page.mouse.wheel(0, 200);
  await page.keyboard.up("Shift");
  await until(() => range()[0] > left, "Shift and the wheel do not pan");
  await settled(page);
  const store = [millis(whole.range.from), millis(whole.range.to)];
  const middle = ((range()[0] + range()[1]) / 2 - store[0]) / (store[1] - store[0]);
  const before = range()[0];
  await page.mouse.move(at(middle), stage.y + 20);
  await page.mouse.down();
  await page.mouse.move(at(middle) - 60, stage.y + 20, { steps: 5 });
  await page.mouse.up();
  await until(() => range()[0] < before, "the overview cannot be dragged");
});

await checks.that("G T comes from Investigate with the query and the range", async () => {
  await page.goto(`${base}/i?v=1&q=level%3Aerror&${around}`);
  await page.locator("[role=grid]").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await settled(page);
  expect(new URL(page.url()).pathname === "/t", page.url());
  expect(parameter(page, "q") === "level:error" && parameter(page, "from") === from, page.url());
});

await checks.that("the lanes are ordered by hand, and the address keeps it", async () => {
  await open(page, `/t?v=1&${around}`);
  const names = () => page.locator(".tl-name > span").allTextContents();
  const before = await names();
  await page.locator("#tl-lane-0").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await until(async () => (await names())[1] === before[0], "Alt and the arrow moved no lane");
  expect(parameter(page, "sort") === "hand", page.url());
  await page.reload();
  await settled(page);
  expect((await names())[1] === before[0], "the order is lost on reload");
  await page.getByLabel("Order").selectOption("name");
  await until(async () => {
    const now = await names();
    return now.slice(0, shown.lanes.length).join() === [...now.slice(0, shown.lanes.length)].sort().join();
  }, "not ordered by name");
});

await checks.that("exports CSV, Markdown, SVG and PNG", async () => {
  await open(page, `/t?v=1&${around}`);
  for (const [name, begins] of [
    ["CSV", "what,lane,from,to"],
    ["Markdown", "## Timeline"],
    ["SVG", "<svg "],
    ["PNG", "\x89PNG"],
  ]) {
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`[data-export="${name}"]`).click(),
    ]);
    const text = readFileSync(await download.path(), "latin1");
    expect(text.startsWith(begins), `${name} begins with ${text.slice(0, 40)}`);
  }
});

for (const theme of ["dark", "light"]) {
  await checks.that(`56 has no violation of accessibility rules, ${theme}`, async () => {
    await context.close();
    ({ page, context, troubles } = await openPage(browser, base, theme));
    await open(page, `/t?v=1&${around}`);
    await accessible(page);
    await shot(`start-${theme}`);
    for (const tab of ["logs", "patterns", "compare"]) {
      await open(page, `/t?v=1&${around}&tab=${tab}&sel=${iso(millis(strongest.from))}/${iso(millis(strongest.to))}`);
      await page.waitForTimeout(600);
      await accessible(page);
    }
    await page.locator(".tl-mark").first().click();
    await accessible(page);
    await open(page, `/t?v=1&${around}&hide=chart`);
    await accessible(page);
    await open(page, "/t?v=1&q=nothing-of-this-kind-is-anywhere");
    await accessible(page);
  });
}

await checks.that("60 caused no error, no policy violation and no foreign request", async () => {
  const violations = await page.evaluate(() => globalThis.violations);
  // A server that keeps no incidents answers 404 to the question for them.
  const real = troubles.filter((trouble) => !trouble.includes("404"));
  expect(real.length === 0 && violations.length === 0, [...real, ...violations].join("\n"));
});

await browser.close();
checks.finish();
