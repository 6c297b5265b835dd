// Plays one scene with OpenAI's client as it is published, at its own settings, and prints what it
// got as one line of JSON.
import { File } from 'node:buffer';

globalThis.File ??= File;
const { default: OpenAI, toFile } = await import('openai');

const [scene, baseURL, apiKey, picture] = process.argv.slice(2);
const words = { model: 'gpt-image-2', prompt: 'a lighthouse', size: '1024x1024', quality: 'low' };
const client = new OpenAI({ baseURL, apiKey });

function file(name) {
  return toFile(Buffer.from(picture, 'base64'), name, { type: 'image/png' });
}

async function events(stream) {
  const types = [];
  let last;
  for await (const event of stream) {
    types.push(event.type);
    last = event;
  }
  return { types, last };
}

const scenes = {
  async generate() {
    const { data, response, request_id } = await client.images.generate(words).withResponse();
    return { data, request_id, entry: response.headers.get('x-easel-entry') };
  },
  async edit() {
    const image = [await file('a.png'), await file('b.png')];
    return { data: await client.images.edit({ ...words, image, mask: await file('m.png') }) };
  },
  async stream() {
    return events(await client.images.generate({ ...words, stream: true, partial_images: 2 }));
  },
  async keyed() {
    return client.images.generate(words, { headers: { 'Idempotency-Key': 'k1' } });
  },
  async impatient() {
    return new OpenAI({ baseURL, apiKey, timeout: 1500 }).images.generate(words);
  },
  async models() {
    const ids = [];
    for await (const model of client.models.list()) ids.push(model.id);
    return { ids, one: await client.models.retrieve(ids[0]) };
  },
};

try {
  console.log(JSON.stringify({ result: await scenes[scene]() }));
} catch (error) {
  const { status, code, param, type, message, requestID } = error;
  const name = error.constructor.name;
  console.log(JSON.stringify({ error: { name, status, code, param, type, message, requestID } }));
}
