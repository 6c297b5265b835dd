// Every view on desk and phone, in light and dark: fit for all readers, and nothing beyond the edge.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844, isMobile: true, hasTouch: true };
const views = [
  ["1", "pictures", ".card img"],
  ["3", "spending", ".chart svg"],
  ["2", "table", "#table tbody tr"],
];

await play(async (stage) => {
  const { page } = stage;
  const look = async (room, colours, rules) => {
    const looked = async (what) => {
      await stage.fits(`${what} in ${colours} at ${room.width}`);
      await stage.accessible(`${what} in ${colours} at ${room.width}`, rules);
    };
    await page.setViewport(room);
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: colours },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await stage.open();
    await page.waitForSelector("#budget meter");
    for (const [key, view, sign] of views) {
      await page.keyboard.press(key);
      await page.waitForSelector(sign);
      await looked(view);
    }
    await page.evaluate(() => document.querySelector("#table tr:last-child a").click());
    await page.waitForSelector(".explanation p");
    await looked("an entry");
  };
  await look(desk, "light");
  await look(desk, "dark", ["color-contrast"]);
  await look(phone, "light", ["color-contrast", "scrollable-region-focusable", "target-size"]);

  await stage.open();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.click("#theme");
  await page.click("#theme");
  assert.notEqual(await ground(), light);
  await page.reload();
  assert.notEqual(await ground(), light);
});
