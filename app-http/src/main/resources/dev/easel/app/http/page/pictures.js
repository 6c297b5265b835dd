// Pictures of the log. Where the server wants its token, they come by fetch and an object URL, which
// is given back as soon as the browser has the picture.
import { ask } from "./api.js";
import { element } from "./elements.js";
import { token } from "./token.js";

const path = (stored, width) => `/pictures/${stored.sha256}${width && stored.format !== "svg" ? `?w=${width}` : ""}`;

/** The pictures of an entry that are kept here. */
export const kept = (entry) => entry.images.filter((stored) => stored.sha256);

async function borrow(source, use) {
  const url = URL.createObjectURL(await (await ask(source)).blob());
  try {
    return await use(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function decoded(image, url) {
  return new Promise((done, failed) => {
    image.onload = done;
    image.onerror = () => failed(new Error("This picture cannot be shown."));
    image.src = url;
  });
}

/** Shows the bytes of a picture that nobody has stored. */
export async function showBytes(image, base64, type) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  await decoded(image, url).finally(() => URL.revokeObjectURL(url));
}

function gone(image, failure) {
  const words = failure?.status === 410 ? "This picture has been deleted." : "This picture cannot be shown.";
  image.replaceWith(element("span", { class: "none" }, words));
}

const near = new IntersectionObserver(
  (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => fetchInto(one.target)),
  { rootMargin: "300px" },
);

function fetchInto(image) {
  near.unobserve(image);
  borrow(image.dataset.source, (url) => decoded(image, url)).catch((failure) => gone(image, failure));
}

function load(image, source, sharper) {
  if (token()) {
    image.dataset.source = sharper ?? source;
    near.observe(image);
    return;
  }
  image.onerror = () => gone(image);
  if (sharper) image.srcset = `${source}, ${sharper} 2x`;
  image.src = source;
}

/** The small form of a picture, loaded when it comes near the screen. */
export function thumbnail(stored, words, width = 320) {
  const image = element("img", { alt: words, loading: "lazy", decoding: "async" });
  load(image, path(stored, width), width * 2 <= 1024 ? path(stored, width * 2) : null);
  return image;
}

/** The whole picture. */
export function wholePicture(stored, words) {
  const image = element("img", { alt: words, decoding: "async", width: stored.width, height: stored.height });
  load(image, path(stored));
  return image;
}

/** Saves a picture as a file of the reader's. */
export function download(stored, name) {
  return borrow(path(stored), async (url) => {
    element("a", { href: url, download: `${name}.${stored.format ?? "bin"}` }).click();
  });
}
