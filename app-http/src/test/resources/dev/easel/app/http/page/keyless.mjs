// No key is configured.
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    await stage.open();
    await stage.reads("#make-trouble", "No key is configured for the provider openai");
    await stage.accessible("without a key");
    await stage.order("a lighthouse");
    await stage.reads("#make-error", "OPENAI_API_KEY");
  },
  [/status of 400/],
);
