// SPDX-License-Identifier: Apache-2.0
// Acceptance points 24, 31 and 50 to 52 of incidents, against a running server that keeps them:
//   node test/e2e/acceptance/incident.mjs URL [--shots DIR]
import { accessible, expect } from "../checks.mjs";
import { rig, until } from "./rig.mjs";

// One conflict, one server that is away and one event that is gone are asked for: a browser's console tells of them.
const { base, checks, api, fresh, shot, end } = await rig("incident", { asksForConflicts: true, asksForNothing: true });
const around = "from=2026-03-10T14%3A00%3A00Z&to=2026-03-10T14%3A40%3A00Z";
const event = (await api(`/api/search?q=${encodeURIComponent("exception:* service:checkout")}&limit=1`)).events[0];
const page = await fresh();
const current = async () => (await api("/api/incidents")).incidents[0];
const whole = async () => api(`/api/incidents/${(await current()).id}`);

/** Presses P, gives a name and a title where they are asked for, and waits for what is kept. */
async function pins(kind) {
  const before = (await current()) ? (await whole()).evidence.length : 0;
  await page.keyboard.press("p");
  const title = page.getByLabel("Title of the new incident");
  const name = page.getByLabel(/Your name/);
  await Promise.race([page.locator("dialog[open]").waitFor(), page.locator(".toast").waitFor()]);
  if (await title.isVisible()) await title.fill("Orders fail after the release");
  if (await name.isVisible()) {
    await name.fill("Ana Berg");
    await page.locator("dialog[open]").getByRole("button", { name: "Pin" }).click();
  }
  await until(
    async () => (await current()) && (await whole()).evidence.length > before,
    `${kind} was not pinned`,
    15_000,
  );
  expect((await whole()).evidence.at(-1).kind === kind, `kept as ${(await whole()).evidence.at(-1).kind}`);
}

await checks.that("50 P on a row asks for an incident once, and keeps a copy of the row", async () => {
  await page.goto(`${base}/i?v=1&q=level%3Aerror&sel=${event.id}&panel=event`);
  await page.locator(".detail .headline").waitFor();
  await pins("row");
});

for (const [kind, path, ready] of [
  ["rows", `/i?v=1&q=level%3Aerror&${around}`, ".grid-space .row"],
  ["timeline", `/t?v=1&${around}`, ".tl-canvas"],
  ["patterns", `/p?v=1&${around}`, "main"],
  ["comparison", `/c?v=1&${around}`, ".cp-answer"],
  ["trace", `/x/${encodeURIComponent("order=83857")}`, "canvas"],
  ["suspect", `/e/event?v=1&sel=${event.id}`, "[data-suspect]"],
]) {
  await checks.that(`50 P keeps a copy: ${kind}`, async () => {
    await page.goto(base + path);
    await page.locator(ready).first().waitFor();
    await page.waitForTimeout(800);
    await pins(kind);
  });
}

await checks.that("48 a suspect that is confirmed is told of on the timeline and in the incident", async () => {
  const { id, evidence } = await whole();
  const { group, suspects } = await api(`/api/suspects?event=${event.id}`);
  const chosen = evidence.find(({ kind }) => kind === "suspect").chosen ?? suspects[0];
  const { title } = suspects.find((one) => one.id === chosen.id);
  const verdict = { group, kind: chosen.kind, id: chosen.id, title, by: "Ana Berg", reason: "it was halved" };
  const tell = (ruling) =>
    fetch(`${base}/api/verdicts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...verdict, verdict: ruling }),
    });
  expect((await tell("confirmed")).status === 200, "the verdict is not kept");
  await page.goto(`${base}/n/${id}?v=1`);
  const section = page.locator("section", { hasText: "Root cause, as confirmed" });
  await section.waitFor();
  const said = await section.innerText();
  expect(said.includes("Ana Berg") && said.includes(title.slice(0, 20)) && said.includes("it was halved"), said);
  await page.goto(`${base}/t?v=1`);
  await page
    .getByText(/root cause, confirmed by Ana Berg at 20\d\d-/)
    .first()
    .waitFor();
  expect((await tell("withdrawn")).status === 200, "the verdict is not taken back");
  await page.reload();
  await page.locator(".tl-canvas").first().waitFor();
  await page.waitForTimeout(500);
  expect((await page.getByText(/root cause, confirmed/).count()) === 0, "it is still told of");
});

await checks.that("50 the stored copies are shown, and are the same when they are asked for again", async () => {
  const { id, evidence } = await whole();
  await page.goto(`${base}/n/${id}?v=1&tab=evidence&sel=${evidence[0].id}`);
  await page.locator(".piece pre, .piece table").first().waitFor();
  await page.getByRole("button", { name: "Ask all again" }).click();
  await until(
    async () => (await whole()).evidence.every((one) => one.check.state === "same"),
    "not all the same",
    20_000,
  );
  for (const one of evidence) {
    await page.locator(".piece-card", { hasText: one.id }).first().click();
    await page.locator(".piece h3", { hasText: one.id }).waitFor();
    await page.locator(".piece :is(pre, table, svg, p)").first().waitFor();
  }
  await accessible(page);
  await shot(page, "incident-evidence");
});

await checks.that(
  "24 a link to an event that the store holds no longer says so, and shows the pinned copy",
  async () => {
    const later = await fresh();
    // The answer that a store gives after retention; the rest is the server's own.
    await later.route("**/api/events/**", (route) =>
      route.fulfill({
        status: 404,
        contentType: "application/problem+json",
        body: JSON.stringify({ title: "No such event", status: 404 }),
      }),
    );
    await later.goto(`${base}/i?v=1&q=nothing-has-this-word&sel=${event.id}&panel=event`);
    await later.getByText("no longer in the store").waitFor();
    const raw = await later.locator(".pinned-raw").innerText();
    expect(raw.includes(event.message.split("\n")[0].slice(0, 40)), `the copy says ${raw.slice(0, 200)}`);
    await later.getByRole("link", { name: /E\d+$/ }).click();
    await later.locator(".piece").waitFor();
  },
);

await checks.that("51 an item without a source is flagged, and one put between two stays there", async () => {
  const { id } = await whole();
  await page.goto(`${base}/n/${id}?v=1&tab=timeline`);
  await page.getByRole("button", { name: "to the timeline" }).first().click();
  await page.locator(".moment").first().waitFor();
  const add = async (time, text) => {
    await page.getByRole("button", { name: "Add an item" }).click();
    await page.getByRole("textbox", { name: /^Time/ }).fill(time);
    await page.getByLabel("Happened").fill(text);
    await page.locator(".moment-form").getByRole("button", { name: "Keep" }).click();
    await page.locator(".moment", { hasText: text }).waitFor();
  };
  await add("2026-03-10 14:20:00", "first told");
  await add("2026-03-10 14:20:00", "second told");
  await page.locator(".moment", { hasText: "first told" }).getByRole("button", { name: "Add after" }).click();
  await page.getByLabel("Happened").fill("told between");
  await page.locator(".moment-form").getByRole("button", { name: "Keep" }).click();
  await page.locator(".moment", { hasText: "told between" }).waitFor();
  const texts = (await whole()).items.filter(({ text }) => / ?told/.test(text)).map(({ text }) => text);
  expect(texts.join() === "first told,told between,second told", texts.join());
  expect((await page.getByRole("button", { name: "no source: add" }).count()) === 3, "not all are flagged");
});

await checks.that("51 Markdown and HTML hold all evidence, UTC and the business zone", async () => {
  const { id, evidence, revision } = await whole();
  await fetch(`${base}/api/incidents/${id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ revision, zone: "Europe/Paris", by: "Ana Berg" }),
  });
  for (const format of ["markdown", "html", "confluence"]) {
    const text = await (await fetch(`${base}/api/incidents/${id}/export?format=${format}`)).text();
    for (const one of evidence) expect(text.includes(one.sha256), `${format} lacks ${one.id}`);
    expect(text.includes("14:20:00Z (15:20:00 +01:00)"), `${format} lacks a zone`);
    expect(text.includes("no source"), `${format} flags nothing`);
  }
});

await checks.that("51 a bundle comes back with equal digests", async () => {
  const { id, evidence } = await whole();
  const bundle = await (await fetch(`${base}/api/incidents/${id}/export?format=bundle`)).arrayBuffer();
  const brought = await (
    await fetch(`${base}/api/incidents/import?by=Zed`, {
      method: "POST",
      headers: { "content-type": "application/zip" },
      body: bundle,
    })
  ).json();
  expect(
    brought.evidence.map((one) => one.sha256).join() === evidence.map((one) => one.sha256).join(),
    "other digests",
  );
});

await checks.that("52 two writers of one part: neither text is lost", async () => {
  const { id } = (await api("/api/incidents")).incidents.find(({ title }) => title.startsWith("Orders fail after"));
  const other = await fresh("light");
  for (const one of [page, other]) {
    await one.goto(`${base}/n/${id}?v=1&tab=document`);
    await one.locator("#own-name").fill(one === page ? "Ana Berg" : "Ben Osei");
    await one.getByLabel("Impact", { exact: true }).waitFor();
  }
  const field = (one) => one.getByLabel("Impact", { exact: true });
  await field(other).fill("Ben wrote this.");
  await other
    .locator(".doc-block", { has: field(other) })
    .getByText(/^saved /)
    .waitFor();
  await field(page).fill("Ana wrote that.");
  await page.locator(".doc-conflict").waitFor();
  const told = await page.locator(".doc-conflict").innerText();
  expect(told.includes("Ben wrote this.") && told.includes("Ana wrote that."), "a text is not shown");
  await accessible(page);
  await page.getByRole("button", { name: "Keep both" }).click();
  await until(async () => {
    const { blocks } = await api(`/api/incidents/${id}`);
    const text = blocks.find(({ section }) => section === "impact").text;
    return text.includes("Ben wrote this.") && text.includes("Ana wrote that.");
  }, "a text was lost");
});

await checks.that("31 what is typed while the server is away survives, also a reload, and is saved then", async () => {
  const { id } = (await api("/api/incidents")).incidents.find(({ title }) => title.startsWith("Orders fail after"));
  await page.goto(`${base}/n/${id}?v=1&tab=document`);
  const field = page.getByLabel("Contributing", { exact: true });
  await field.waitFor();
  await page.context().setOffline(true);
  await field.fill("Typed while nobody listened.");
  await page
    .getByText(/not saved yet/)
    .first()
    .waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await until(async () => {
    const { blocks } = await api(`/api/incidents/${id}`);
    return blocks.find(({ section }) => section === "contributing").text === "Typed while nobody listened.";
  }, "the text is lost");
});

await end();
