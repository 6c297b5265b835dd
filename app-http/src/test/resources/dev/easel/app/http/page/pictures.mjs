// The page as the README shows it: on a desk in light with one under way, on a phone in the dark.
import { join } from "node:path";
import { play } from "./stage.mjs";

const loaded = () =>
  [...document.querySelectorAll(".card img")]
    .filter((image) => image.getBoundingClientRect().top < innerHeight)
    .every((image) => image.complete && image.naturalWidth > 0);

await play(async (stage) => {
  const { page, given } = stage;
  const [docs, count] = given;
  const look = (room, colours) =>
    page
      .setViewport(room)
      .then(() => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: colours }]))
      .then(() => stage.open());

  await look({ width: 1280, height: 820 }, "light");
  await stage.number(".card img", Number(count));
  await page.waitForFunction(loaded);
  await stage.press("Star", ".card:nth-child(3)");
  await stage.order("a lighthouse at dusk, long exposure, calm sea");
  await stage.reads(".job-time", "2 s of about");
  await page.waitForFunction(loaded);
  await page.evaluate(() => document.activeElement.blur());
  await page.screenshot({ path: join(docs, "page.png") });
  await stage.number(".job", 0);

  await stage.press("Close this message", "#messages");
  await page.keyboard.press("3");
  await page.waitForSelector(".chart svg");
  await page.screenshot({ path: join(docs, "page-spending.png") });

  await look({ width: 390, height: 780, isMobile: true, hasTouch: true }, "dark");
  await page.waitForSelector(".card img");
  await page.waitForFunction(loaded);
  await page.screenshot({ path: join(docs, "page-phone.png") });
});
