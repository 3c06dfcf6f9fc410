"use strict";
/* Outlines the whole passage a link points at, where other passages cross it. */
(function () {
  function aim() {
    const id = decodeURIComponent(location.hash.slice(1));
    for (const mark of document.querySelectorAll("mark.aimed"))
      mark.classList.remove("aimed");
    if (!id) return;
    for (const mark of document.querySelectorAll("mark[data-of]"))
      if (mark.dataset.of.split(" ").includes(id)) mark.classList.add("aimed");
  }
  window.addEventListener("hashchange", aim);
  aim();
})();
