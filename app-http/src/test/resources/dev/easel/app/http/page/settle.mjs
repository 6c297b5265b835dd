// What may have been charged: shown so, and settled both ways.
import { play } from "./stage.mjs";

await play(async (stage) => {
  const { page } = stage;
  await stage.open();
  await stage.number(".card", 3);
  await stage.number(".bare .card.doubtful", 2);
  await stage.reads(".card.doubtful .cost", "at risk");
  await stage.press("May have been charged", "#filters");
  await stage.number(".card", 2);

  await page.click(".card:nth-child(2) .frame");
  await stage.reads("#detail-title", "a boat");
  await stage.reads(".settle", "is at risk");
  await stage.accessible("an entry to settle");
  await stage.write("#settle-usd", "0.02");
  await stage.press("It was charged", ".settle");
  await stage.reads(".message", "Settled: $0.02 was charged");
  await stage.number(".settle", 0);
  await stage.reads("#detail .facts", "$0.02");
  await stage.reads("#detail .note:not(.alarm)", "Known before it was settled");
  await stage.press("Close", "#detail");
  await stage.number(".card", 1);

  await page.click(".card .frame");
  await stage.press("It was not charged", ".settle");
  await stage.reads("#detail .state", "not charged");
  await stage.number("#detail .prompt-block .alarm", 0);
  await stage.press("Close", "#detail");
  await stage.reads(".empty", "Nothing matches");
});
