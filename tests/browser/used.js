// Uses everything that can be used, twice, and tells how often.
async () => {
  let used = 0;
  const tell = (each, ...types) => types.forEach((type) => each.dispatchEvent(new Event(type, { bubbles: true })));
  for (let round = 0; round < 2; round += 1) {
    for (const each of document.querySelectorAll("summary, button, input, select, a[href^='#']")) {
      if (!each.isConnected || each.disabled) continue;
      used += 1;
      each.focus();
      if (each.localName === "select") {
        for (const option of each.options) {
          each.value = option.value;
          tell(each, "input", "change");
        }
      } else if (each.type === "search" || each.type === "text") {
        for (const text of ["<img src=x onerror=alert(1)>", "(", "script", ""]) {
          each.value = text;
          tell(each, "input", "change");
        }
      } else {
        each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
    }
    document.querySelectorAll("dialog[open]").forEach((each) => each.close());
  }
  await new Promise(requestAnimationFrame);
  return used;
}
