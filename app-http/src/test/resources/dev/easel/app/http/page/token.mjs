// A server that wants its token: asked for, kept for this tab, and sent with pictures and events, too.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page, given } = stage;
    await page.goto(new URL("/", process.argv[3]).href);
    await stage.reads("#token-dialog", "This server wants its token");
    await stage.accessible("asking for the token");
    await stage.write("#token", "wrong");
    await page.keyboard.press("Enter");
    await stage.reads("#token-error", "does not know this token");
    await stage.write("#token", given[0]);
    await page.keyboard.press("Enter");
    await stage.live();
    await page.waitForFunction(() => document.querySelector(".card img")?.naturalWidth > 0);
    await stage.order("a heron");
    await stage.number(".card img", 2);
    await page.click(".card .frame");
    await page.waitForFunction(() => document.querySelector(".stage img")?.naturalWidth > 0);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => localStorage.getItem("easel-token")), null);
    assert.equal(await page.evaluate(() => sessionStorage.getItem("easel-token")), given[0]);

    await page.evaluate(() => sessionStorage.clear());
    await stage.open(`#token=${given[0]}`);
    await stage.number(".card img", 2);
    assert.doesNotMatch(page.url(), /token/);
  },
  [/status of 401/],
);
