// Several at once, one of them asked for by somebody else.
import { play } from "./stage.mjs";

await play(async (stage) => {
  await stage.open();
  await stage.order("a lighthouse");
  await stage.reads(".job-prompt", "a lighthouse");
  await stage.order("a boat");
  await stage.number(".job", 2);
  stage.say("ordered");
  await stage.number(".job", 3);
  await stage.reads(".job-time", " s");
  await stage.accessible("with requests under way");
  stage.say("under way");
  await stage.number(".card img", 3);
  await stage.number(".job", 0);
  await stage.number(".message", 2);
});
