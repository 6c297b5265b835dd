// Foreign text is text in every view.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

await play(async (stage) => {
  const { page, given } = stage;
  const { prompts } = JSON.parse(given[0]);
  const unharmed = async (title) => {
    assert.equal(await page.title(), title);
    assert.equal(
      await page.$('img[src="x"], main script, main svg[onload], a[href^="javascript:"], body meta, body style'),
      null,
    );
  };

  await stage.open();
  for (const prompt of prompts) await stage.reads(".card .prompt", prompt);
  await unharmed("Easel");
  await page.keyboard.press("2");
  for (const prompt of prompts) await stage.reads("#table .prompt a", prompt);
  await stage.reads("#table .error", "<img src=x");
  await stage.reads("#table .model", "<img src=x");
  await unharmed("Requests · Easel");
  await page.keyboard.press("3");
  await stage.reads(".tiles", "Not charged");
  await unharmed("Spending · Easel");
  await page.keyboard.press("2");
  await page.evaluate(() => document.querySelector("#table a").click());
  await stage.reads("#detail .note", "<img src=x");
  await stage.reads("#detail .explanation", "othing was charged: Easel sent nothing");
  await unharmed("Requests · Easel");
  await stage.press("Change it first", "#detail");
  await stage.reads("#options-summary", "<img src=x");
  await unharmed("Requests · Easel");
});
