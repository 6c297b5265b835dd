// Pictures of the log. Where the server wants its token, they come by fetch and an object URL, which
// is given back as soon as the browser has the picture.
import { ask } from "./api.js";
import { element } from "./elements.js";
import { live } from "./live.js";
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

/** Says that a picture does not come, and tries again when the server is back. */
function gone(image, failure) {
  const words = failure?.status === 410 ? "This picture has been deleted." : "This picture cannot be shown.";
  const place = element("span", { class: "none" }, words);
  const again = () => {
    if (!place.isConnected) return;
    place.replaceWith(image);
    load(image);
  };
  image.replaceWith(place);
  live.addEventListener("open", again, { once: true });
}

const near = new IntersectionObserver(
  (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => fetchInto(one.target)),
  { rootMargin: "300px" },
);

function fetchInto(image) {
  near.unobserve(image);
  const { source, sharper } = image.dataset;
  borrow(sharper ?? source, (url) => decoded(image, url)).catch((failure) => gone(image, failure));
}

function load(image) {
  const { source, sharper } = image.dataset;
  if (token()) {
    near.observe(image);
    return;
  }
  image.onerror = () => gone(image);
  if (sharper) image.srcset = `${source}, ${sharper} 2x`;
  image.src = source;
}

function picture(attributes) {
  const image = element("img", { decoding: "async", ...attributes });
  load(image);
  return image;
}

/** The small form of a picture, loaded when it comes near the screen. */
export function thumbnail(stored, words, width = 320) {
  const sharper = width * 2 <= 1024 ? path(stored, width * 2) : null;
  return picture({ alt: words, loading: "lazy", "data-source": path(stored, width), "data-sharper": sharper });
}

/** The whole picture. */
export function wholePicture(stored, words) {
  return picture({ alt: words, width: stored.width, height: stored.height, "data-source": path(stored) });
}

/** Saves a picture as a file of the reader's. */
export function download(stored, name) {
  return borrow(path(stored), async (url) => {
    element("a", { href: url, download: `${name}.${stored.format ?? "bin"}` }).click();
  });
}
