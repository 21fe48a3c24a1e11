// SPDX-License-Identifier: Apache-2.0
// Point 56: no violation of the accessibility rules on any page, in both themes and in the states that can be reached:
//   node test/e2e/acceptance/access.mjs URL [--shots DIR]
import { accessible } from "../checks.mjs";
import { rig } from "./rig.mjs";

const { base, checks, api, fresh, shot, end } = await rig("access", { asksForNothing: true });
const event = (await api(`/api/search?q=${encodeURIComponent("exception:* service:checkout")}&limit=1`)).events[0];
const around = "from=2026-03-10T14%3A00%3A00Z&to=2026-03-10T14%3A40%3A00Z";

async function incident() {
  const post = async (path, body) => {
    const headers = { "content-type": "application/json" };
    return (await fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) })).json();
  };
  const { id } = await post("/api/incidents", { title: "Orders fail", severity: "sev2", by: "Ana" });
  const pin = (kind, path, parameters) =>
    post(`/api/incidents/${id}/evidence`, { kind, title: kind, ask: { path, parameters }, view: "/i", by: "Ana" });
  const range = { from: "2026-03-10T14:00:00Z", to: "2026-03-10T14:40:00Z" };
  await pin("row", `/api/events/${event.id}`, { context: "3" });
  await pin("chart", "/api/histogram", { ...range, buckets: "40" });
  await post(`/api/incidents/${id}/marks`, { kind: "started", time: "2026-03-10T14:11:58.120Z", by: "Ana" });
  await post(`/api/incidents/${id}/items`, { time: null, kind: "event", text: "first", evidence: "E1", by: "Ana" });
  return id;
}

const id = await incident();
const STATES = [
  ["investigate, full", "/i"],
  ["investigate, details", `/i?v=1&q=level%3Aerror&sel=${event.id}&panel=event`],
  ["investigate, context", `/i?v=1&q=level%3Aerror&sel=${event.id}&panel=context`],
  ["investigate, empty", "/i?v=1&q=zq-no-such-word-qz"],
  ["investigate, wrong query", `/i?v=1&q=${encodeURIComponent('"half')}`],
  ["timeline, full", `/t?v=1&${around}`],
  ["timeline, empty", "/t?v=1&q=zq-no-such-word-qz"],
  ["patterns, full", `/p?v=1&${around}`],
  ["patterns, empty", "/p?v=1&q=zq-no-such-word-qz"],
  ["compare, full", `/c?v=1&${around}`],
  ["compare, empty", `/c?v=1&q=zq-no-such-word-qz&${around}`],
  ["errors, full", "/e"],
  ["errors, empty", "/e?v=1&q=zq-no-such-word-qz"],
  ["error, full", `/e/event?v=1&sel=${event.id}`],
  ["error, unknown", "/e/event?v=1&sel=nothing"],
  ["traces, full", "/x"],
  ["trace, full", `/x/${encodeURIComponent("order=83857")}`],
  ["trace, empty", "/x/nothing-of-that-name"],
  ["incidents, full", "/n"],
  ["incident, overview", `/n/${id}`],
  ["incident, timeline", `/n/${id}?v=1&tab=timeline`],
  ["incident, document", `/n/${id}?v=1&tab=document`],
  ["incident, evidence", `/n/${id}?v=1&tab=evidence&sel=E2`],
  ["incident, unknown", "/n/INC-99999"],
  ["sources, full", "/s"],
];

/** Each theme has a page of its own; both are walked through at once. */
async function walk(theme) {
  const page = await fresh(theme);
  for (const [name, path] of STATES) {
    await checks.that(`56 ${theme}: ${name}`, async () => {
      await page.goto(base + path);
      await page.locator("main").first().waitFor();
      await page.waitForFunction(() => !document.querySelector("main[aria-busy=true]"));
      await page.waitForTimeout(700);
      await accessible(page);
      await shot(page, `${theme}-${name.replace(/[^a-z]+/g, "-")}`);
    });
  }
  await checks.that(`56 ${theme}: investigate, rows that would go`, async () => {
    await page.goto(`${base}/i?v=1&q=service%3Acheckout`);
    await page.locator(".facet-value .facet-name", { hasText: "info" }).first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.locator(".row[data-leaving]").first().waitFor();
    await page.locator(".leaving-note", { hasText: "would hide" }).waitFor();
    await accessible(page);
  });
  await checks.that(`56 ${theme}: help and the palette`, async () => {
    await page.goto(`${base}/i`);
    await page.locator("[role=grid]").waitFor();
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
    await accessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.locator("dialog[open] [role=option]").first().waitFor();
    await accessible(page);
  });
}

await Promise.all(["dark", "light"].map(walk));
await end();
