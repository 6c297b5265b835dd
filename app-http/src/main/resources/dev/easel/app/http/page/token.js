// The server's token, in sessionStorage: other tabs and later visits do not have it.
import { byId, tell } from "./elements.js";

const key = "easel-token";
let asking = null;

/** The token, null where none is known. */
export const token = () => sessionStorage.getItem(key);

/** Takes the token out of the address that the server printed, so that it stands there no longer. */
export function takeToken() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (!parts.has("token")) return;
  sessionStorage.setItem(key, parts.get("token"));
  parts.delete("token");
  history.replaceState(null, "", parts.size ? `#${parts}` : location.pathname);
}

function entered(resolve) {
  byId("token-form").onsubmit = () => {
    sessionStorage.setItem(key, byId("token").value.trim());
    byId("token").value = "";
    asking = null;
    resolve();
  };
}

function open(refused) {
  tell(byId("token-error"), refused ? "The server does not know this token." : "");
  byId("token-dialog").oncancel = (event) => event.preventDefault();
  byId("token-dialog").showModal();
  byId("token").focus();
}

/**
 * Waits until the user gave a token; several who wait share one question.
 * @param {?string} refused the token that did not do
 */
export function tokenNeeded(refused) {
  if (refused !== token()) return Promise.resolve();
  asking ??= new Promise((resolve) => {
    entered(resolve);
    open(refused);
  });
  return asking;
}
