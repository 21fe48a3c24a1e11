// SPDX-License-Identifier: Apache-2.0
// Pictures of every page, in both themes and two sizes, of a running server with the checkout-timeout scenario:
//   node test/e2e/screens.mjs URL FOLDER
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, openPage } from "./browser.mjs";

const [base, folder] = process.argv.slice(2);
if (!base || !folder) {
  console.error("usage: node test/e2e/screens.mjs URL FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const api = async (path) => (await fetch(base + path)).json();
const event = (
  await api(`/api/search?q=${encodeURIComponent("exception:* service:checkout")}&to=2026-03-10T14:40:00Z&limit=1`)
).events[0];
const incident = (await api("/api/incidents")).incidents[0];
const around = "from=2026-03-10T14%3A00%3A00Z&to=2026-03-10T14%3A40%3A00Z";
const PAGES = {
  investigate: "/i",
  "investigate-event": `/i?v=1&q=level%3Aerror&${around}&sel=${event.id}&panel=event`,
  timeline: `/t?v=1&${around}`,
  patterns: `/p?v=1&${around}`,
  compare: `/c?v=1&${around}`,
  errors: "/e",
  suspects: `/e/event?v=1&sel=${event.id}`,
  trace: `/x/${encodeURIComponent("order=83857")}`,
  incidents: "/n",
  sources: "/s",
  ...(incident && {
    "incident-overview": `/n/${incident.id}`,
    "incident-timeline": `/n/${incident.id}?v=1&tab=timeline`,
    "incident-document": `/n/${incident.id}?v=1&tab=document`,
    "incident-evidence": `/n/${incident.id}?v=1&tab=evidence&sel=E3`,
  }),
};

const browser = await launch();
for (const theme of ["dark", "light"]) {
  const { page, context } = await openPage(browser, base, theme);
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
  ]) {
    await page.setViewportSize({ width, height });
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(base + path);
      await page.locator("main").first().waitFor();
      await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      await page.waitForTimeout(name === "suspects" ? 4000 : 1200);
      await page.screenshot({
        path: join(folder, `${name}-${theme}-${width}.jpg`),
        type: "jpeg",
        quality: 60,
      });
    }
  }
  await context.close();
}
await browser.close();
