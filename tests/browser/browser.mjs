// SPDX-License-Identifier: EUPL-1.2
// What the browser tests share: a served town, Chromium, and what every page must hold.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const tools = createRequire(new URL("../tools/package.json", import.meta.url));
const { chromium } = tools("playwright-core");
const { HtmlValidate } = tools("html-validate");
const axe = tools.resolve("axe-core/axe.min.js");

const rules = {
  extends: ["html-validate:recommended"],
  rules: {
    // Templates write no optional attribute values and wrap where it reads well.
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "no-inline-style": "error",
    "long-title": "off",
    // Numbers and codes are not all phone numbers; ours are links already.
    "tel-non-breaking": "off",
    // Several boxes of one question share its name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit"] }],
  },
};

// Starts `command`, which prints its address; ends it with `stop`.
export async function serve(command) {
  const child = spawn(command[0], command.slice(1), { stdio: ["pipe", "pipe", "inherit"], cwd: new URL("../..", import.meta.url) });
  const lines = createInterface({ input: child.stdout });
  const address = await new Promise((resolve, reject) => {
    lines.once("line", resolve);
    child.once("exit", (code) => reject(new Error(`server ended with ${code}`)));
  });
  return { address, stop: () => child.stdin.end() };
}

// Runs `work(browser)` in a Chromium of its own.
export async function withChromium(work) {
  const home = mkdtempSync(join(tmpdir(), "entraide-chromium-"));
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    env: { ...process.env, HOME: home },
  });
  try {
    await work(browser);
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

// Keeps a picture of the page when SCREENSHOTS names a folder.
export async function picture(page, name) {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

// What is wrong with a page as it was served.
export async function htmlFaults(html) {
  const report = await new HtmlValidate(rules).validateString(html);
  return report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`));
}

// What axe finds wrong with a page.
export async function accessibilityFaults(page) {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(" ")}`));
  });
}

// Nothing wider than the window, and nothing to press smaller than a finger. Links inside a sentence are exempt.
export async function layoutFaults(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isInText = (element) => element.tagName === "A" && element.parentElement.textContent.trim() !== element.textContent.trim();
    const small = [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
      .filter((element) => element.checkVisibility() && !isInText(element) && !element.closest(".skip"))
      .map((element) => ({ element: element.closest("label.choice") ?? element, text: element.textContent || element.id }))
      .filter(({ element }) => element.getBoundingClientRect().height < 44 && element.getBoundingClientRect().height > 0)
      .map(({ element, text }) => `${element.tagName} ${text.trim().slice(0, 40)} ${element.getBoundingClientRect().height}`);
    const extra = root.scrollWidth - root.clientWidth;
    return extra > 0 ? [`wider than the window by ${extra} px`, ...small] : small;
  });
}
