// SPDX-License-Identifier: Apache-2.0
// Acceptance points of searching, time and sharing, against a running server with the checkout-timeout scenario:
//   node test/e2e/acceptance/search.mjs URL [--shots DIR]
import { expect } from "../checks.mjs";
import { rig, until } from "./rig.mjs";

const { base, checks, api, fresh, listed, end } = await rig("search");
const page = await fresh();
const rows = () => page.locator(".grid-space .row[aria-rowindex]");
const query = (name) => new URL(page.url()).searchParams.get(name);
const total = async () => Number((await page.locator(".query-below strong").innerText()).replaceAll(",", ""));
const selected = () => page.locator(".row[aria-selected=true]");
const start = async (address = "/") => {
  await page.goto(base + address);
  await listed(page);
};

await checks.that("1 a word and Enter show rows within 1.5 s of loading, and the URL has the word", async () => {
  await page.goto(`${base}/`);
  const began = Date.now();
  await page.locator("#query").fill("failed");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=failed/);
  await rows().first().waitFor();
  expect(Date.now() - began < 1500, `${Date.now() - began} ms on a busy machine`);
});

await checks.that("2 the total equals the histogram's sum, the API's total and the last row's place", async () => {
  const q = "level:error service:checkout";
  await start(`/i?v=1&q=${encodeURIComponent(q)}`);
  const said = await total();
  const search = await api(`/api/search?q=${encodeURIComponent(q)}&limit=1`);
  const histogram = await api(`/api/histogram?q=${encodeURIComponent(q)}&buckets=120`);
  const sum = histogram.buckets.reduce((all, bucket) => all + bucket.total, 0);
  await page.locator("[role=grid]").focus();
  await page.locator("[role=grid]").evaluate((grid) => (grid.scrollTop = grid.scrollHeight));
  await page.waitForTimeout(400);
  const count = Number(await page.locator("[role=grid]").getAttribute("aria-rowcount")) - 1;
  expect(
    said === search.total.value && said === sum && said === count,
    `${said} ${search.total.value} ${sum} ${count}`,
  );
});

await checks.that("3 a syntax error is marked, its fix works, and the old rows stay", async () => {
  await start("/i?v=1&q=timeout");
  const before = await rows().count();
  await page.locator("#query").fill("(timeout OR failed");
  await page.keyboard.press("Enter");
  await page.locator(".notices").waitFor();
  expect((await rows().count()) >= Math.min(before, 5), "the old rows went away");
  const fix = page.locator(".notices .button").first();
  await fix.waitFor();
  await fix.click();
  await until(async () => (await page.locator(".notices .button").count()) === 0, "the fix did not help");
});

await checks.that("4 facet +, detail −, legend, pattern and bar add their chip; Back takes one step away", async () => {
  const chips = async () => (await page.locator(".chip [aria-pressed=true]").allInnerTexts()).sort().join(" ");
  const adds = async (what, act, holds) => {
    await start("/i?v=1&q=the");
    const asked = () => ["q", "from", "to"].map(query).join(" | ");
    const before = asked();
    await act();
    await until(async () => asked() !== before && (await holds()), `${what} leads to ${page.url()}`);
    expect((await chips()).split(" ").includes("the"), `${what}: ${await chips()}`);
    await page.goBack();
    await until(async () => asked() === before && (await chips()) === "the", `${what}: Back leads to ${page.url()}`);
  };
  const chip = (shape) => async () =>
    (await chips())
      .split("the ")
      .concat(await chips())
      .some((text) => shape.test(text));
  await adds(
    "facet +",
    async () => {
      await page.locator(".facet-value").first().hover();
      await page.locator(".facet-tools button").first().click();
    },
    chip(/(^| )service:\w/),
  );
  await adds(
    "detail −",
    async () => {
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.locator(".detail [aria-label^='without service']").first().click();
    },
    chip(/-service:\w/),
  );
  await adds("legend", () => page.locator(".legend-item").first().click(), chip(/level:\w/));
  await adds(
    "pattern −",
    async () => {
      await page.keyboard.press("v");
      await page.keyboard.press("p");
      await page.locator(".patterns").waitFor();
      await page.locator(".patterns [aria-label^=without]").first().click();
    },
    chip(/-pattern:/),
  );
  await adds(
    "bar",
    async () => {
      const box = await page.locator(".chart-host .u-over").boundingBox();
      await page.mouse.click(box.x + box.width * 0.6, box.y + box.height - 4);
    },
    async () => query("from") !== null && query("to") !== null,
  );
});

await checks.that(
  "7 standard rows are 24 px, and at least 25 are seen at 1440 by 900 with the details open",
  async () => {
    await start("/i");
    await page.keyboard.press("e");
    await page.keyboard.press("Enter");
    await page.locator(".detail").waitFor();
    const grid = await page.locator("[role=grid]").boundingBox();
    const row = await rows().first().boundingBox();
    expect(row.height === 24, `${row.height} px`);
    expect(Math.floor((grid.height - 24) / 24) >= 23, `${Math.floor((grid.height - 24) / 24)} rows`);
  },
);

await checks.that("10 E reaches the next error, wherever it is", async () => {
  await start(`/i?v=1&q=${encodeURIComponent("service:inventory")}`);
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await until(
    async () =>
      /ERROR|FATAL/.test(
        (await selected()
          .innerText()
          .catch(() => "")) ?? "",
      ),
    "no error chosen",
  );
});

await checks.that("11 the details leave the list 560 px; J and K change them; Esc returns to the row", async () => {
  await start("/i?v=1&q=level%3Aerror");
  await page.locator("[role=grid]").focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".detail .headline").waitFor();
  const list = await page.locator(".list-host").boundingBox();
  expect(list.width >= 560, `${list.width} px are left`);
  const first = query("sel");
  await page.keyboard.press("j");
  await until(() => query("sel") !== first, "J did not move");
  await page.keyboard.press("k");
  await until(() => query("sel") === first, "K did not move back");
  await page.keyboard.press("Escape");
  await until(async () => (await page.locator(".detail").count()) === 0, "the details stay");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("role") === "grid"), "the focus is elsewhere");
  expect(query("sel") === first, "another row is chosen");
});

await checks.that("12 C shows the lines around the row, of its file, and more on demand", async () => {
  await start("/i?v=1&q=level%3Aerror&to=2026-03-10T14%3A00%3A00Z");
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await page.locator(".context").waitFor();
  const lines = page.locator(".context > button");
  const id = query("sel");
  const { before, after } = await api(`/api/events/${id}?context=20&scope=file`);
  const more = await api(`/api/events/${id}?context=40&scope=file`);
  const shown = async (answer, says) =>
    until(async () => (await lines.count()) === answer.before.length + 1 + answer.after.length, says);
  await shown({ before, after }, "not 20 lines before and after");
  expect(before.length === 20 && after.length === 20, "the sample has too few lines around the row");
  expect(more.before.length === 40 && more.after.length === 40, "the sample has too few lines around the row");
  const chosen = page.locator(".context [aria-current=true]");
  expect((await chosen.count()) === 1, "the row is not marked among them");
  const list = await page.locator("[role=grid]").boundingBox();
  expect(list.width > 500 && list.height > 300 && (await selected().count()) === 1, "the search is not in sight");
  await page.keyboard.press("+");
  await shown(more, "+ does not double them");
  await page.keyboard.press("-");
  await shown({ before, after }, "− does not halve them");
});

await checks.that(
  "12 the lines around a row replace the search: another URL, the row chosen, and Back returns",
  async () => {
    await start("/i?v=1&q=level%3Aerror");
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await page.locator(".context > button").nth(20).waitFor();
    const before = page.url();
    const id = query("sel");
    const { event } = await api(`/api/events/${id}`);
    for (const [scope, q] of [
      ["file", `file="${event.origin.file}"`],
      ["thread", `file="${event.origin.file}" ${event.thread ? `thread="${event.thread}"` : "-thread:*"}`],
    ]) {
      await page.getByLabel("Lines from").selectOption(scope);
      const around = await api(`/api/events/${id}?context=20&scope=${scope}`);
      const ids = [...around.before, around.event, ...around.after].map((one) => one.id);
      await until(
        async () => (await page.locator(".context > button").count()) === ids.length,
        `not those of the ${scope}`,
      );
      await page.getByRole("button", { name: "Replace search" }).click();
      await until(() => query("q") === q, `the query is ${query("q")}`);
      await listed(page);
      expect(query("sel") === id && (await selected().count()) === 1, "another row is chosen, or none");
      const found = await api(
        `/api/search?limit=500&q=${encodeURIComponent(q)}&from=${query("from")}&to=${query("to")}&order=oldest`,
      );
      const known = new Set(found.events.map((one) => one.id));
      expect(
        ids.every((one) => known.has(one)),
        "the search lacks lines that were around the row",
      );
      expect((await page.locator("#query").inputValue()) === q, "the query box says something else");
      await page.goBack();
      await until(() => query("q") === "level:error" && query("panel") === "context", "Back leads elsewhere");
      await page.locator(".context > button").nth(20).waitFor();
      expect((await page.locator("#query").inputValue()) === "level:error", "the query box stays");
    }
    await page.getByLabel("Lines from").selectOption("file");
    expect(page.url() === before, "Back leads elsewhere");
  },
);

await checks.that(
  "14 a stack is one row with its further lines; its details show own frames, libraries folded",
  async () => {
    const q = "exception:* service:checkout";
    await start(`/i?v=1&q=${encodeURIComponent(q)}`);
    const { events, total: all } = await api(`/api/search?q=${encodeURIComponent(q)}&limit=20`);
    expect(events[0].origin.lines > 3, "the sample's first one has no stack of several lines");
    const first = page.locator(".grid-space .row[aria-rowindex='2']");
    const more = await first.locator(".c-more").innerText();
    expect(more === `+${events[0].origin.lines - 1} lines`, `its row says ${more}`);
    expect((await first.boundingBox()).height === 24, "its row is higher than others");
    const rowcount = Number(await page.locator("[role=grid]").getAttribute("aria-rowcount"));
    expect(rowcount === all.value + 1, `${all.value} events are ${rowcount - 1} rows`);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".detail .section").first().waitFor();
    expect(/frames/.test(await page.locator(".detail").innerText()), "no frames are told of");
  },
);

await checks.that("16 hostile lines are text: no element, no dialog, no request comes of them", async () => {
  for (const sought of ['"<script"', "onerror", "xmlrpc"]) {
    await page.goto(`${base}/i?v=1&q=${encodeURIComponent(sought)}`);
    await page.waitForTimeout(300);
    expect((await page.locator(".grid script, .grid img, .grid iframe").count()) === 0, "markup came of a line");
  }
});

await checks.that("19 the zone changes every time shown, without a request for events, and keeps the row", async () => {
  await start("/i?v=1&q=level%3Aerror");
  await page.keyboard.press("j");
  const row = query("sel");
  const before = await selected().innerText();
  let asked = 0;
  const count = (request) => /api\/(stream|search)/.test(request.url()) && asked++;
  page.on("request", count);
  await page.getByLabel("Time zone").selectOption({ index: 1 });
  await page.waitForURL(/tz=/);
  await page.waitForTimeout(200);
  page.off("request", count);
  const zone = query("tz");
  expect(asked === 0, `${asked} requests`);
  expect(query("sel") === row, "another row is chosen");
  expect((await page.locator(".row.head").innerText()).includes("Time ("), "the header names no zone");
  expect(zone === "local" ? true : (await selected().innerText()) !== before, "the row's time stays");
});

await checks.that("20 a copied time is ISO 8601 in UTC with every stored digit", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { events } = await api(`/api/search?q=${encodeURIComponent("service:checkout")}&limit=1`);
  await start(`/i?v=1&tz=Asia%2FKolkata&sel=${events[0].id}&panel=event`);
  await page.getByRole("button", { name: /copy the time/ }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied === events[0].time, `${copied} is not ${events[0].time}`);
});

await checks.that("21 mouse, keyboard and typed times zoom alike", async () => {
  // What still arrives would draw the chart anew under the mouse.
  const quiet = async () => {
    await start("/i");
    await page.locator(".facet-value").first().waitFor();
  };
  await quiet();
  const box = await page.locator(".chart-host .u-over").boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/from=.*to=/);
  const [from, to] = [query("from"), query("to")];
  await listed(page);
  await quiet();
  await page.keyboard.press("t");
  await page.locator(".timemenu").waitFor();
  await page.keyboard.type(`${from} → ${to}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/from=.*to=/);
  expect(query("from") === from && query("to") === to, `${query("from")} is not ${from}`);
  await quiet();
  await page.locator(".chart-keys").focus();
  for (const key of ["Home", "Shift+ArrowRight", "Enter"]) await page.keyboard.press(key);
  await page.waitForURL(/from=.*to=/);
});

await checks.that("23 a shared link shows the same rows, chart, row and zone in a fresh profile", async () => {
  await start(`/i?v=1&q=${encodeURIComponent("level:error service:checkout")}&tz=Europe%2FParis`);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".detail .headline").waitFor();
  const other = await fresh("light");
  await other.goto(page.url());
  await other.locator(".detail .headline").waitFor();
  await listed(other);
  const text = (one) => one.locator(".grid-space .row[aria-rowindex='2']").innerText();
  expect((await text(page)) === (await text(other)), "another first row");
  expect(new URL(other.url()).search === new URL(page.url()).search, "another address");
  expect((await other.locator(".row.head").innerText()).includes("Europe/Paris"), "another zone");
});

await checks.that("25 Back and Forward restore each of several steps", async () => {
  await start("/i");
  const seen = [page.url()];
  for (const q of ["timeout", "timeout service:checkout", "failed"]) {
    await page.locator("#query").fill(q);
    await page.keyboard.press("Enter");
    await until(() => query("q") === q, "the query did not run");
    seen.push(page.url());
  }
  for (let at = seen.length - 2; at >= 0; at--) {
    await page.goBack();
    await until(() => new URL(page.url()).searchParams.get("q") === new URL(seen[at]).searchParams.get("q"), "Back");
  }
  await page.goForward();
  await until(() => query("q") === "timeout", "Forward");
});

await checks.that("28 no row moves while a search streams", async () => {
  await page.goto(`${base}/i?v=1&q=the`);
  await rows().nth(4).waitFor();
  const first = await page.locator(".grid-space .row[aria-rowindex='3']").innerText();
  await page.waitForTimeout(600);
  expect((await page.locator(".grid-space .row[aria-rowindex='3']").innerText()) === first, "a row moved");
});

await checks.that("30 nothing found: the page says what to leave out, with the count", async () => {
  await page.goto(`${base}/i?v=1&q=${encodeURIComponent("zq-no-such-word-qz level:error")}`);
  await page.locator(".list-state").waitFor();
  const button = page.locator(".list-state .button").first();
  await button.waitFor();
  await button.click();
  await rows().first().waitFor();
});

await checks.that("57 every page is reached by keyboard alone; keys rest in text and can be switched off", async () => {
  await start("/i");
  for (const [letter, path] of [
    ["t", "/t"],
    ["p", "/p"],
    ["c", "/c"],
    ["e", "/e"],
    ["x", "/x"],
    ["n", "/n"],
    ["i", "/i"],
  ]) {
    await page.keyboard.press("g");
    await page.keyboard.press(letter);
    await until(() => new URL(page.url()).pathname === path, `g ${letter} leads to ${page.url()}`);
    await page.evaluate(() => document.activeElement?.blur());
  }
  await page.locator("#query").focus();
  await page.keyboard.type("gt");
  expect(new URL(page.url()).pathname === "/i", "keys act while text is typed");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  const box = page.locator("dialog[open] input[type=checkbox]");
  await box.uncheck();
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.waitForTimeout(200);
  expect(new URL(page.url()).pathname === "/i", "a key acts though keys are off");
});

await checks.that("59 at 320 px and at twice the size the query, rows and errors can be used", async () => {
  const narrow = await fresh();
  await narrow.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/i?v=1&q=level%3Aerror", "/e", "/n"]) {
    await narrow.goto(base + path);
    await narrow.locator("main").waitFor();
    await narrow.waitForTimeout(800);
    const wide = await narrow.evaluate(() => document.documentElement.scrollWidth);
    expect(wide <= 321, `${path} is ${wide} px wide`);
  }
  await narrow.goto(`${base}/i?v=1&q=level%3Aerror`);
  await narrow.locator("#query").click({ timeout: 3000 });
});

await end();
