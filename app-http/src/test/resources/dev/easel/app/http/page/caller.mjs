// A caller's page: what is the user's alone is not offered.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page, given } = stage;
    await stage.open(`#token=${given[0]}`);
    await stage.reads("#budget", "anna today");
    await stage.number(".card", 2);
    const offered = () =>
      page.$$eval(".star, #tag, .settle, .tags .quiet", (all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(await offered(), 0);
    await page.click(".card.doubtful .frame");
    await stage.reads("#detail .for-caller", "The user of this server can settle it");
    await page.keyboard.press("s");
    assert.equal(await offered(), 0);
    await stage.accessible("a caller's entry");
    await page.keyboard.press("Escape");
    await page.keyboard.press("2");
    await stage.reads("#table td.prompt", "a boat");
    assert.equal(await offered(), 0);
    await page.keyboard.press("1");
    await page.click('input[name="quality"][value="high"]');
    await stage.reads("#estimate", "Over the budget");
    await stage.reads("#estimate", "The user of this server can raise it");
    assert.equal(await page.$("#estimate code"), null);
    assert.ok(!stage.asked.some((asked) => asked.startsWith("PATCH")));

    await page.evaluate(() => sessionStorage.clear());
    await stage.open(`#token=${given[1]}`);
    await stage.number(".card", 2);
    await page.waitForSelector('[data-reader="user"]');
    assert.ok((await offered()) > 0);
  },
  [/status of 401/],
);
