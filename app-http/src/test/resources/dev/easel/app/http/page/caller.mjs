// A caller's page: what is the user's alone is not offered.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page, given } = stage;
    let tell;
    const told = new Promise((resolve) => (tell = resolve));
    await page.setRequestInterception(true);
    page.on("request", async (request) => {
      if (new URL(request.url()).pathname === "/budget") await told;
      await request.continue().catch(() => {}); // it may have been given up
    });
    await stage.open(`#token=${given[0]}`);
    await stage.number(".card", 3);
    await stage.reads("#estimate", "Over the budget");
    tell();
    await stage.reads("#budget", "anna today");
    await stage.reads(".card", "the user of this server can raise it");
    await stage.reads("#estimate", "The user of this server can raise it");
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
    assert.deepEqual(await page.$$eval("#estimate code", (all) => all.filter((one) => one.checkVisibility())), []);
    assert.ok(!stage.asked.some((asked) => asked.startsWith("PATCH")));

    await page.evaluate(() => sessionStorage.clear());
    await stage.open(`#token=${given[1]}`);
    await stage.number(".card", 3);
    await stage.reads(".card", "easel budget raise 1 --caller anna raises it");
    await page.waitForSelector('[data-reader="user"]');
    assert.ok((await offered()) > 0);
  },
  [/status of 401/],
);
