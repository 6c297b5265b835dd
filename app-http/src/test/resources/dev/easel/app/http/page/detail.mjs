// One entry: read, marked, run again and changed. A star does not read the log anew.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page } = stage;
    await stage.open();
    await stage.number(".card img", 2);
    const before = stage.asked.filter((asked) => asked === "GET /logs").length;
    await stage.reads(".card .prompt", "a heron in the reeds <U+202E>gnp.exe");
    const sides = await page.$$eval(".card .frame", (all) => all.map((one) => [one.offsetWidth, one.offsetHeight]));
    assert.deepEqual(sides[0], sides[1]);
    await stage.press("Star", ".card:first-child");
    await page.waitForSelector('.card:first-child .star[aria-pressed="true"]');
    assert.equal(stage.asked.filter((asked) => asked === "GET /logs").length, before);

    await page.click(".card .frame");
    await stage.reads("#detail-title", "a lighthouse");
    await stage.reads(".comparison", "logged, not used");
    await stage.reads(".comparison", "not as asked");
    await stage.reads(".explanation .lines", "image output tokens");
    await stage.reads(".explanation", "lines add up to $");
    await page.waitForFunction(() => document.querySelector(".stage img").naturalWidth > 0);
    await stage.accessible("an open entry");
    await stage.press("Picture 2", "#detail");
    await page.waitForSelector('#detail [aria-label="Picture 2"][aria-pressed="true"]');

    await page.type("#tag", "night sky");
    await page.keyboard.press("Enter");
    await stage.reads("#detail .tags [role=alert]", "ag");
    assert.equal(await stage.focused(), "tag");
    await stage.accessible("a refused tag");
    await stage.write("#tag", "sea");
    await page.keyboard.press("Enter");
    await stage.reads(".tags li", "sea");
    await stage.press("Remove the tag sea", "#detail");
    await stage.number(".tags li", 0);
    await stage.press("Copy the prompt", "#detail");
    await stage.reads(".message", "The prompt is on the clipboard");
    assert.ok(await page.$("#detail .message"), "the message is under the dialog");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "a lighthouse");
    await stage.press("Older", "#detail");
    await stage.reads("#detail-title", "a heron in the reeds <U+202E>gnp.exe");
    await page.keyboard.press("k");
    await stage.reads("#detail-title", "a lighthouse");

    await stage.press("Run again", "#detail");
    await stage.number(".card img", 3);
    assert.ok(await page.$eval("#detail", (dialog) => !dialog.open));
    await page.click(".card .frame");
    await page.keyboard.press("e");
    await page.waitForFunction(() => !document.querySelector("#detail").firstElementChild);
    assert.equal(await stage.focused(), "prompt");
    assert.ok(await page.$("body > #messages"), "the messages went with the dialog");
    assert.equal(await page.$eval("#prompt", (field) => field.value), "a lighthouse");
    assert.equal(await page.$eval('input[name="size"]:checked', (field) => field.value), "1536x1024");
    assert.equal(await page.$eval('input[name="n"]', (field) => field.value), "2");
    await stage.reads("#extras", 'user "anna"');
  },
  [/status of 400/],
);
