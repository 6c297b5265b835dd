// The server goes, the page says so, and goes on by itself when it is back.
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page } = stage;
    await stage.open();
    await page.waitForFunction(() => document.querySelector(".card img")?.naturalWidth > 0);
    stage.say("shown");
    await stage.reads("#connection", "Offline, trying again");
    await stage.number(".card", 1);
    await stage.order("a boat");
    await stage.reads("#make-error", "cannot be reached");

    await page.keyboard.press("Escape");
    await page.keyboard.press("2");
    await stage.reads("#table td.prompt", "a lighthouse");
    await stage.number("#table span.none", 1);
    stage.say("missed");
    await stage.live();
    await stage.reads("#make-error", "The server is back, and the request got no answer");
    await stage.press("Send it again", "#make-error");
    await stage.number("#table td img", 2);
    await stage.number("#table span.none", 0);
    stage.say("back");
    await stage.number("#table td img", 3);
    await stage.reads("#table td.prompt", "a heron");
  },
  [/ERR_/, /status of 503/],
);
