// SPDX-License-Identifier: EUPL-1.2
// Runs a bundle in headless Chromium on a page of the server's own origin, and prints what its `conformance()` gives.
// Usage: node in_chromium.mjs TOOLS BUNDLE ORIGIN
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [tools, bundle, origin] = process.argv.slice(2);
const { chromium } = createRequire(`${tools}/`)("playwright-core");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"],
});
try {
  const page = await browser.newPage();
  const empty = `${origin}/conformance.html`; // ours: the server has no such page
  await page.route(empty, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>x</title>" }));
  await page.goto(empty);
  await page.addScriptTag({ content: readFileSync(bundle, "utf8") });
  process.stdout.write(JSON.stringify(await page.evaluate(() => globalThis.conformance())));
} finally {
  await browser.close();
}
