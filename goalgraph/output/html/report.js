"use strict";
// The script of the report. Without it the page tells everything; with it the page can be searched and asked.

// Every address on the page takes the focus, so that a keyboard and a screen reader go on from there.
function focusAddress() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.focus();
}

addEventListener("hashchange", focusAddress);
focusAddress();
