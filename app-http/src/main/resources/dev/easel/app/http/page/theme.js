"use strict";
// Not a module: it runs before the first paint, so that the page never shows in the other colours.
(() => {
  const key = "easel-theme";
  const themes = ["auto", "light", "dark"];
  const names = { auto: "as the system", light: "light", dark: "dark" };
  const signs = { auto: "◐", light: "☀", dark: "☾" };
  const root = document.documentElement;

  function kept() {
    const theme = localStorage.getItem(key);
    return themes.includes(theme) ? theme : "auto";
  }

  function apply(theme) {
    root.dataset.theme = theme;
    const button = document.getElementById("theme");
    if (!button) return;
    button.textContent = signs[theme];
    button.setAttribute("aria-label", `Colours: ${names[theme]}`);
    button.title = `Colours: ${names[theme]}`;
  }

  function turn() {
    const next = themes[(themes.indexOf(kept()) + 1) % themes.length];
    localStorage.setItem(key, next);
    apply(next);
  }

  apply(kept());
  document.addEventListener("DOMContentLoaded", () => {
    apply(kept());
    document.getElementById("theme").addEventListener("click", turn);
  });
})();
