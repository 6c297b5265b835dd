// From an empty log to a picture, with what is told on the way.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

/** Notes in the page whatever comes into the place of what is under way. */
function noting() {
  window.shown = { images: 0, words: "" };
  new MutationObserver(() => {
    window.shown.images += document.querySelectorAll("#running img").length;
    window.shown.words += document.querySelector("#running").innerText;
  }).observe(document.querySelector("#running"), { childList: true, subtree: true, characterData: true });
}

await play(
  async (stage) => {
    const { page } = stage;
    await stage.open();
    await stage.reads(".empty", "No pictures yet");
    await stage.reads("#estimate", "$0.05268");
    await stage.accessible("an empty log");
    await page.evaluate(noting);
    await page.click('input[name="quality"][value="low"]');
    await stage.press("More", "#options");
    await page.click('input[name="partial_images"][value="2"]');
    await stage.reads("#estimate", "$0.01");
    await stage.order("a lighthouse\nat dusk");
    await stage.reads(".card .prompt", "a lighthouse");
    await stage.reads(".card .cost", "$0.01");
    await stage.reads(".message", "Ready: a lighthouse");
    await page.waitForFunction(() => document.querySelector(".card img").naturalWidth > 0);
    const shown = await page.evaluate(() => window.shown);
    assert.ok(shown.images > 0, "no partial picture was shown");
    assert.match(shown.words, /\d s/);
    await stage.number(".job", 0);
    await stage.reads("#budget", "$0.01");

    await stage.open();
    await stage.reads("#options-summary", "low");
    assert.equal(await page.$eval("#prompt", (field) => field.value), "a lighthouse\nat dusk");
    assert.ok(await page.$eval('input[name="partial_images"][value="2"]', (field) => field.checked));
    await page.$eval("#prompt", (field) => {
      field.value = "x".repeat(32_001);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await stage.reads("#prompt-length.alarm", "32,001 / 32,000");
    await stage.reads("#send-why", "1 character longer than");
    await page.waitForSelector('#send[aria-disabled="true"]');
    await stage.write("#prompt", "a lighthouse");
    await page.waitForSelector('#send[aria-disabled="false"]');
    await page.select("#model", "gpt-image-1.5");
    assert.equal(await page.$('input[name="size"][value="2048x2048"]'), null);
    assert.equal(await page.$('input[name="size"][value="custom"]'), null);
    await stage.reads("#model-note", "Will be shut down on");
    await page.select("#model", "gpt-image-2");
    await page.click('input[name="size"][value="custom"]');
    await page.type('input[name="custom_size"]', "1000x1000");
    await stage.reads("#estimate .alarm", "1000x1000");
    await page.click('input[name="size"][value="auto"]');
    await stage.reads("#estimate", "The model chooses");
  },
  [/status of 400/],
);
