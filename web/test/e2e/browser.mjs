// SPDX-License-Identifier: Apache-2.0
// A real browser for the stories: the machine's Chromium, driven without a browser download.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function executable() {
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "chromium"));
  const found = [process.env.CHROMIUM, "/usr/bin/chromium", ...onPath].find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium found: set CHROMIUM to its path, or put chromium on the PATH");
  return found;
}

export function launch() {
  return chromium.launch({ executablePath: executable(), args: FLAGS });
}

/** A page that remembers everything a reader should never cause: errors, policy violations, foreign requests. */
export async function openPage(browser, url, colorScheme) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => {
    // The story takes the network away once, on purpose.
    if (message.type() === "error" && !message.text().includes("ERR_INTERNET_DISCONNECTED"))
      troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`page error: ${error.message}`));
  page.on("dialog", (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith("data:")) {
      troubles.push(`foreign request: ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, context, troubles };
}
