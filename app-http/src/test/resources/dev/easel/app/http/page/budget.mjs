// What is left of the budget, and what goes beyond it.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page } = stage;
    await stage.open();
    await stage.reads("#budget", "$0.00 of $0.06");
    await stage.reads("#estimate", "$0.06 left today");
    await stage.reads("#estimate", "without a prompt");
    await stage.write("#prompt", "a lighthouse");
    await stage.reads("#estimate", "exact");
    await page.evaluate(() => {
      document.querySelector('input[name="quality"][value="high"]').click();
      document.querySelector("#send").click();
    });
    await stage.reads("#make-error", "Nothing was sent");
    await stage.reads("#estimate", "Over the budget");
    await stage.reads("#estimate", "easel budget raise");
    await stage.accessible("over the budget");
    await stage.reads("#send-why", "beyond a budget");
    await page.waitForSelector('#send[aria-disabled="true"][aria-describedby="send-why"]');
    await stage.press("See the entry", "#make-error");
    await stage.reads("#detail .state", "not charged");
    await stage.press("Close", "#detail");
    const sent = () => stage.asked.filter((asked) => asked === "POST /generate").length;
    assert.equal(sent(), 1);
    await stage.order("a heron");
    await page.waitForSelector("#make-error[hidden]");
    assert.equal(sent(), 1);
    await page.$eval('input[name="quality"][value="low"]', (choice) => choice.click());
    await page.waitForSelector('#send[aria-disabled="false"]');
  },
  [/status of 402/],
);
