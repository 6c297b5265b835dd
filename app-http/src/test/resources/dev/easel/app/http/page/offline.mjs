// The server goes, the page says so, and goes on by itself when it is back.
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    await stage.open();
    await stage.number(".card", 1);
    stage.say("shown");
    await stage.reads("#connection", "Offline, trying again");
    await stage.number(".card", 1);
    await stage.order("a boat");
    await stage.reads("#make-error", "cannot be reached");
    stage.say("missed");
    await stage.live();
    await stage.press("Send it again", "#make-error");
    await stage.number(".card img", 2);
    stage.say("back");
    await stage.number(".card img", 3);
    await stage.reads(".card .prompt", "a heron");
  },
  [/ERR_/, /status of 503/],
);
