// Server-sent events, read by fetch, since the browser's EventSource cannot send the token.

function field(line, event) {
  const colon = line.indexOf(":");
  if (colon === 0) return;
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  if (name === "data") event.data.push(value);
  if (name === "event") event.kind = value;
  if (name === "id") event.id = value;
}

/** The event of a block of lines, null where it has no data and no name, such as a comment. */
function parsed(block) {
  const event = { kind: "message", id: null, data: [] };
  block.split("\n").forEach((line) => field(line, event));
  if (!event.data.length && event.kind === "message") return null;
  return { kind: event.kind, id: event.id, data: event.data.join("\n") };
}

/**
 * The events of a body as they arrive; null for what only keeps the line open.
 * @param {ReadableStream} body
 */
export async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text = (text + part.value).replaceAll("\r\n", "\n");
    const blocks = text.split("\n\n");
    text = blocks.pop();
    yield* blocks.length ? blocks.map(parsed) : [null];
  }
}
