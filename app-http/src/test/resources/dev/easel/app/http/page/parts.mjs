// A search that takes long: the server answers it in parts, and the page goes on until it has all.
import assert from "node:assert/strict";
import { play } from "./stage.mjs";

const highest = "ffffffff-ffff-7fff-bfff-ffffffffffff";

await play(async (stage) => {
  const { page } = stage;
  await stage.open("#view=table");
  await stage.number("#table tbody tr", 4);

  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.setRequestInterception(true);
  page.on("request", async (request) => {
    const url = new URL(request.url());
    if (url.pathname !== "/logs" || !url.searchParams.has("q")) return request.continue();
    if (!url.searchParams.has("cursor")) {
      const body = JSON.stringify({ logs: [], count: 0, next_cursor: highest });
      return request.respond({ status: 200, contentType: "application/json", body });
    }
    await released;
    url.searchParams.set("limit", "1");
    return request.continue({ url: url.href }).catch(() => {}); // it may have been given up
  });
  await stage.write("#query", "lighthouse");
  await stage.reads("#paging", "Looking further back…");
  assert.equal((await stage.texts(".empty")).length, 0);
  release();
  await stage.number("#table tbody tr", 3);
  await stage.reads("#paging", "3 requests shown, all there are");
  assert.ok(!(await stage.texts("#paging")).join().includes("Looking"));

  await stage.write("#query", "nowhere");
  await stage.reads(".empty", "Nothing matches");
});
