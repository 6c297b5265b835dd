// The stage on which every scene plays: a tab of its own in the browser, and what must hold in all.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [endpoint, base, ...given] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const patience = 40_000;

/** Runs in the page before its own scripts: counts what is lent and what breaks the policy. */
function watching() {
  window.seen = { violations: [], urls: 0 };
  document.addEventListener("securitypolicyviolation", (event) =>
    window.seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => (window.seen.urls++, createObjectURL.call(URL, blob));
  URL.revokeObjectURL = (url) => (window.seen.urls--, revokeObjectURL.call(URL, url));
}

class Stage {
  complaints = [];
  asked = [];
  given = given;

  constructor(context, page, allowed) {
    Object.assign(this, { context, page, allowed });
    page.setDefaultTimeout(patience);
    page.on(
      "console",
      (message) =>
        message.type() === "error" && this.complaints.push(`${message.text()} ${message.location().url ?? ""}`),
    );
    page.on("pageerror", (failure) => this.complaints.push(failure.stack));
    page.on("request", (request) => this.asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  }

  /** Opens the page and waits until it follows the log. */
  async open(hash = "") {
    await this.page.goto("about:blank");
    await this.page.goto(base + hash);
    await this.live();
  }

  live() {
    return this.reads("#connection", "Live");
  }

  /** Waits until an element, the first of its kind, has these words. */
  async reads(selector, words) {
    const has = (selector, words) =>
      [...document.querySelectorAll(selector)].some(
        (found) => found.checkVisibility() && found.innerText.includes(words),
      );
    await this.page.waitForFunction(has, {}, selector, words).catch(async (failure) => {
      const texts = await this.texts(selector);
      throw new Error(`"${words}" does not appear in ${selector}, but ${JSON.stringify(texts)}`, { cause: failure });
    });
  }

  /** Waits until there are so many of a kind. */
  async number(selector, count) {
    const are = (selector, count) => document.querySelectorAll(selector).length === count;
    await this.page.waitForFunction(are, {}, selector, count).catch(async () => {
      assert.equal((await this.texts(selector)).length, count, selector);
    });
  }

  texts(selector) {
    return this.page.$$eval(selector, (all) => all.map((found) => found.innerText));
  }

  /** Clicks the button or link with these words in a part of the page. */
  async press(words, part = "body") {
    const found = await this.page.waitForFunction(
      (words, part) =>
        [...document.querySelectorAll(`${part} button, ${part} a, ${part} summary`)].find(
          (one) =>
            one.checkVisibility() &&
            (one.innerText.trim().startsWith(words) || one.getAttribute("aria-label") === words),
        ),
      {},
      words,
      part,
    );
    await found.evaluate((one) => (one.focus(), one.click()));
  }

  async write(selector, text) {
    await this.page.$eval(selector, (field) => (field.focus(), field.select()));
    await this.page.keyboard.press("Delete");
    await this.page.type(selector, text);
  }

  async order(prompt) {
    await this.write("#prompt", prompt);
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.up("Control");
  }

  focused() {
    return this.page.evaluate(() => document.activeElement.getAttribute("data-act") ?? document.activeElement.id);
  }

  /** Makes sure that readers of all kinds can use what is to be seen, by all rules or by some. */
  async accessible(what, rules) {
    await this.page.evaluate(axe);
    const options = rules ? { runOnly: rules } : {};
    const found = await this.page.evaluate(
      (options) => axe.run(document, { resultTypes: ["violations"], ...options }),
      options,
    );
    const told = found.violations.map(
      (one) =>
        `${one.id}: ${one.help}\n${one.nodes.map((node) => `${node.html.slice(0, 200)}\n${node.failureSummary}`).join("\n")}`,
    );
    assert.deepEqual(told, [], what);
  }

  async fits(what) {
    const [wide, room] = await this.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= room, `${what} is ${wide} wide, and there is room for ${room}`);
  }

  /** Tells the test where the scene is. */
  say(point) {
    console.log(point);
  }

  /** Tells the test where the scene is, and waits until it may go on. */
  async meet(point) {
    this.say(point);
    for await (const _ of createInterface({ input: process.stdin })) return;
  }

  /** Fails with what is to be seen. */
  async lament(failure) {
    const seen = await this.page.evaluate(
      () =>
        `${location.href} ${document.querySelector("#connection")?.innerText}\n${document.querySelector("#messages")?.innerText}\n${(document.querySelector("dialog[open], main") ?? document.body).innerText}`,
    );
    throw new Error(`${failure.message}\nat ${seen}\n${this.complaints.join("\n")}`, { cause: failure });
  }

  async check() {
    await this.page.waitForFunction(() => window.seen.urls === 0).catch(() => {});
    const seen = await this.page.evaluate(() => window.seen);
    assert.deepEqual(seen, { violations: [], urls: 0 });
    const strange = this.complaints.filter((text) => !this.allowed.some((known) => known.test(text)));
    assert.deepEqual(strange, []);
  }
}

/**
 * Plays a scene.
 * @param {function(Stage): Promise} scene
 * @param {RegExp[]} allowed complaints of the browser that the scene provokes
 */
export async function play(scene, allowed = []) {
  const browser = await puppeteer.connect({
    browserWSEndpoint: endpoint,
    defaultViewport: { width: 1280, height: 900 },
  });
  const context = await browser.createBrowserContext();
  try {
    await context.overridePermissions(new URL(base).origin, [
      "clipboard-read",
      "clipboard-write",
      "clipboard-sanitized-write",
    ]);
    const page = await context.newPage();
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await page.evaluateOnNewDocument(watching);
    const stage = new Stage(context, page, allowed);
    await scene(stage).catch((failure) => stage.lament(failure));
    await stage.check();
  } finally {
    await context.close();
    await browser.disconnect();
  }
}
