// The query language, its errors at their word, paging, and the address that holds it all.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page } = stage;
    await stage.open("#view=table");
    await stage.number("#table tbody tr", 48);
    await stage.press("Show older ones");
    await stage.number("#table tbody tr", 52);
    await stage.reads("#paging", "52 requests shown, all there are");

    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    assert.equal(await stage.focused(), "query");
    await page.keyboard.type("lighthouse");
    await stage.number("#table tbody tr", 2);
    await page.keyboard.type(" 🎨 cost>dear");
    await stage.reads("#query-error mark", "dear");
    await stage.reads("#query-error", "no amount of dollars");
    assert.equal(await page.$eval("#query", (field) => field.getAttribute("aria-invalid")), "true");
    await stage.accessible("with an error of the query");
    await stage.write("#query", "lighthouse 40");
    await stage.number("#table tbody tr", 1);
    assert.match(page.url(), /q=lighthouse\+40/);
    assert.ok(await page.$eval("#query-error", (place) => place.hidden));

    await stage.write("#query", "nowhere");
    await stage.reads(".empty", "Nothing matches");
    await stage.press("Show everything");
    await stage.number("#table tbody tr", 48);
    await stage.press("Starred", "#filters");
    await stage.reads(".empty", "Nothing matches");
    await page.goBack();
    await stage.number("#table tbody tr", 48);
    await stage.open("#q=lighthouse&view=spending");
    await stage.reads(".tiles", "2 requests with pictures");
    await stage.reads("figure", "Spent a day");
  },
  [/status of 400/],
);
