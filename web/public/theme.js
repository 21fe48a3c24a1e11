// SPDX-License-Identifier: Apache-2.0
// Runs before the first paint, so that a remembered theme never flashes the other one.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("clew.theme");
  } catch {
    // storage may be refused; the system's preference then decides
  }
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
})();
