// SPDX-License-Identifier: EUPL-1.2
// Every page in Chromium, without script, at 320, 360 and 1280 px: valid, accessible, fitting; then what scripts add.
// Usage: pages_test.mjs PREVIEW
import assert from "node:assert/strict";
import { accessibilityFaults, htmlFaults, layoutFaults, picture, serve, withChromium } from "./browser.mjs";

const widths = [320, 360, 1280];

const faults = [];
const note = (where, found) => faults.push(...found.map((fault) => `${where}: ${fault}`));
let served = "";

// Keeps the text of the page last gone to, as it came.
function listen(page) {
  page.on("response", async (response) => {
    if (response.request().isNavigationRequest() && response.status() !== 303) served = response.text();
  });
}

async function check(page, name) {
  note(name, await htmlFaults(await served));
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
    note(`${name} at ${width} px`, await layoutFaults(page));
    if (width !== 320) await picture(page, `${name}-${width}`);
  }
}

const submit = (page, action) => page.locator(`form[action="${action}"] button[type=submit]`).first().click();

// The story of a repair, from the asking to the code, and its page afterwards.
async function askForARepair(page, address) {
  await page.goto(`${address}/`);
  await check(page, "home");
  await page.goto(`${address}/demande`);
  await check(page, "ask-kind");
  await page.locator("button[value=repair]").click();
  await check(page, "ask-commune");
  await page.fill("#commune", "62270");
  await submit(page, "/demande");
  await check(page, "ask-commune-ambiguous");
  await page.locator('input[value="62361"]').check();
  await submit(page, "/demande");
  await check(page, "ask-details");
  await submit(page, "/demande");
  await check(page, "ask-details-errors");
  await page.getByLabel("Voiture").check();
  await page.fill("#symptoms", "Elle ne démarre plus le matin");
  await submit(page, "/demande");
  await check(page, "ask-answer");
  await page.getByRole("button", { name: "Continuer avec cette demande" }).click();
  await check(page, "ask-contact");
  await page.getByLabel("Pour moi").check();
  await page.fill("#display_name", "Jeanne Exemple");
  await page.fill("#phone", "03 21 00 00 00");
  await page.locator("#consent").check();
  await submit(page, "/demande");
  assert.equal(new URL(page.url()).pathname, "/demande/envoyee");
  await check(page, "ask-sent");
  await page.goto(`${address}/suivre`);
  await check(page, "follow");
  await page.goto(`${address}/suivre/annuler`);
  await check(page, "follow-cancel");
}

async function askForARide(page, address) {
  await page.goto(`${address}/demande?besoin=volunteer-ride`);
  await page.fill("#commune", "Frévent");
  await submit(page, "/demande");
  await check(page, "ask-ride");
}

async function readTheDirectory(page, address) {
  for (const [path, name] of [["annuaire", "directory"], ["annuaire/garage", "organization"], ["partenaires", "partners"],
    ["nulle-part", "not-found"]]) {
    await page.goto(`${address}/${path}`);
    await check(page, name);
  }
}

async function workInTheInbox(page, address) {
  await page.goto(`${address}/connexion`);
  await check(page, "sign-in");
  await page.fill("#email", "garage@exemple.invalid");
  await submit(page, "/connexion");
  await check(page, "sign-in-code");
  await page.fill("#sign_in_code", "GOOD-CODE");
  await submit(page, "/connexion/code");
  await check(page, "inbox");
  await page.getByRole("button", { name: "Accepter cette demande" }).first().click();
  await check(page, "inbox-held");
  await page.getByText("Voir les coordonnées").click();
  await page.locator('form[action="/association/contact"] input[name=reason]').fill("convenir du rendez-vous");
  await submit(page, "/association/contact");
  await check(page, "inbox-contact");
  await page.goto(`${address}/territoire`);
  await check(page, "territory");
  await page.goto(`${address}/territoire?besoin=repair`);
  await check(page, "territory-repair");
}

// With scripts: communes are proposed, a mailed code is filled in, and axe finds nothing.
async function enjoyScripts(page, address) {
  await page.route("**/entraide.directory.v1.DirectoryService/SearchCommunes", (route) =>
    route.fulfill({ json: { communes: [{ displayName: "Frévent", postcodes: ["62270"] }] } }));
  await page.goto(`${address}/demande?besoin=repair`);
  await page.locator("#commune").pressSequentially("frev");
  await page.locator("#commune-communes option").waitFor({ state: "attached" });
  assert.equal(await page.locator("#commune-communes option").getAttribute("value"), "Frévent (62270)");
  await page.goto(`${address}/connexion/code#code=ABCD-EFGH-1234`);
  assert.equal(await page.inputValue("#sign_in_code"), "ABCD-EFGH-1234");
  assert.equal(new URL(page.url()).hash, "");
  for (const path of ["", "demande", "demande?besoin=volunteer-ride", "suivre", "connexion", "annuaire", "annuaire/garage", "partenaires"]) {
    await page.goto(`${address}/${path}`);
    note(`/${path}`, await accessibilityFaults(page));
  }
}

// By keyboard alone: the first stop leads to the content, then each control is reached and seen.
async function walkByKeyboard(page, address) {
  await page.goto(`${address}/demande?besoin=repair`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.id === "commune")) break;
  }
  await page.keyboard.type("Frévent");
  await page.keyboard.press("Enter");
  await page.getByText("Que se passe-t-il").waitFor();
}

const server = await serve([process.argv[2]]);
try {
  await withChromium(async (browser) => {
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
    const page = await plain.newPage();
    listen(page);
    for (const story of [askForARepair, askForARide, readTheDirectory, workInTheInbox]) await story(page, server.address);
    const scripted = await (await browser.newContext({ locale: "fr-FR", bypassCSP: true })).newPage();
    for (const story of [enjoyScripts, walkByKeyboard]) await story(scripted, server.address);
  });
} finally {
  server.stop();
}
assert.equal(faults.join("\n"), "");
console.log("pages_test: every page is valid, fits and works without script");
