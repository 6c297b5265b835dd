// Everything without a mouse, and the focus always to be seen.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

/** Whether the focused element, or the label that stands for it, is outlined. */
function outlined() {
  const shown = (found) => found && getComputedStyle(found).outlineStyle !== "none";
  const focused = document.activeElement;
  return focused === document.body || shown(focused) || shown(focused.closest("label"));
}

await play(async (stage) => {
  const { page } = stage;
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await stage.open();
  await stage.number(".card img", 2);

  await press("n");
  assert.equal(await stage.focused(), "prompt");
  await page.keyboard.type("a boat");
  await page.keyboard.down("Control");
  await press("Enter");
  await page.keyboard.up("Control");
  await stage.number(".card img", 3);
  await press("Escape", "j", "j");
  assert.equal(await stage.focused(), "open");
  await press("Enter");
  await stage.reads("#detail-title", "a heron");
  await press("s");
  await page.waitForSelector('#detail .star[aria-pressed="true"]');
  await press("r");
  assert.equal(await stage.focused(), "again");
  await press("Escape");
  await page.waitForFunction(() => document.activeElement.closest(".card")?.innerText.includes("a heron"));

  await press("?");
  await stage.reads("#help", "Keys");
  await stage.accessible("the help");
  await press("Escape");
  await press("3");
  await stage.reads(".tiles", "Settled");
  await press("2");
  await stage.reads("#table", "a heron");
  await press("/");
  assert.equal(await stage.focused(), "query");

  await page.evaluate(() => (document.activeElement.blur(), scrollTo(0, 0)));
  const reached = new Set();
  for (let step = 0; step < 60; step++) {
    await press("Tab");
    assert.ok(
      await page.evaluate(outlined),
      `no outline at ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200))}`,
    );
    reached.add(
      await page.evaluate(
        () =>
          document.activeElement.name ||
          document.activeElement.id ||
          document.activeElement.dataset.view ||
          document.activeElement.dataset.act ||
          document.activeElement.dataset.term,
      ),
    );
  }
  for (const name of [
    "theme",
    "help-open",
    "prompt",
    "model",
    "size",
    "quality",
    "n",
    "send",
    "query",
    "pictures",
    "spending",
    "star:yes",
    "open",
    "star",
  ]) {
    assert.ok(reached.has(name), `${name} is not reached: ${[...reached].join(", ")}`);
  }
});
