// What is left of the budget, and what goes beyond it.
import { play } from "./stage.mjs";

await play(
  async (stage) => {
    const { page } = stage;
    await stage.open();
    await stage.reads("#budget", "$0.00 of $0.06");
    await stage.reads("#estimate", "$0.06 left today");
    await page.click('input[name="quality"][value="high"]');
    await stage.reads("#estimate", "Over the budget");
    await stage.reads("#estimate", "easel budget raise");
    await stage.accessible("over the budget");
    await stage.order("a lighthouse");
    await stage.reads("#make-error", "budget");
    await stage.reads("#make-error", "Nothing was sent");
    await stage.press("See the entry", "#make-error");
    await stage.reads("#detail .state", "not charged");
  },
  [/status of 402/],
);
