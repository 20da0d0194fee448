"use strict";
// The script of the report. Without it the page tells everything; with it the page can be searched and asked.
(() => {
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = JSON.parse(one("#report-data")?.textContent || "{}");
// What shows everything again, of each part of the page that can hide something.
const resets = [];
// What brings an element into the document that is not in it yet, by its address.
const bringers = [];

function make(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function button(text, press) {
  const made = make("button", { type: "button" }, text);
  made.addEventListener("click", press);
  return made;
}

// Neither for the browser nor for the system.
function plain(event) {
  return !(event.ctrlKey || event.altKey || event.metaKey);
}

function select(choices) {
  return make("select", {}, ...choices.map(([value, text]) => make("option", { value }, text)));
}

// For comparing: without case and accents.
function bare(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Whether a bare text has all the words that are searched for.
function matcher(search) {
  const words = bare(search).split(/\s+/);
  return (text) => words.every((word) => text.includes(word));
}

// Addresses: each takes the focus, so that a keyboard and a screen reader go on from there.

function goTo(target) {
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

function visit(address) {
  let id = address.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    return;
  }
  let target = id && document.getElementById(id);
  for (const bring of bringers) target ||= bring(id);
  if (!target) return;
  if (target.closest("[hidden]")) for (const reset of resets) reset();
  for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  goTo(target);
}

// Findings: a bar that filters them.

function filterFindings(bar) {
  const section = bar.closest("section");
  const items = all("[id^='f-']", section);
  const headings = all("h3[id]", section);
  const lists = all("details", section).filter((list) => one("[id^='f-']", list));
  const texts = new Map();
  const search = make("input", { type: "search", id: "search" });
  const chips = headings.map(({ id, firstChild }) => {
    const box = make("input", { type: "checkbox", checked: true, value: id });
    return [box, make("label", { className: "chip" }, box, firstChild.textContent.trim())];
  });
  const having = new Set(items.flatMap((item) => unitsOf(item)));
  const units = Object.entries(data.units ?? {}).filter(([id]) => having.has(id));
  const unit = select([["", "All units"], ...units]);
  const count = make("p", { role: "status" });
  const none = make("p", { className: "none", hidden: true }, "No finding matches. ", button("Show all", () => {
    reset();
    search.focus();
  }));

  function unitsOf(item) {
    return item.dataset.units?.split(" ") ?? [];
  }

  function textOf(item) {
    if (!texts.has(item)) texts.set(item, bare(item.textContent));
    return texts.get(item);
  }

  function apply() {
    const left = new Set(chips.filter(([box]) => !box.checked).map(([box]) => box.value));
    const matches = matcher(search.value);
    const filled = new Set();
    let shown = 0;
    for (const item of items) {
      const fits = !left.has(item.dataset.sort) && (!unit.value || unitsOf(item).includes(unit.value))
        && (!search.value || matches(textOf(item)));
      item.hidden = !fits;
      if (!fits) continue;
      shown += 1;
      filled.add(item.closest("details") ?? item.dataset.sort);
    }
    for (const heading of headings) heading.hidden = !filled.has(heading.id);
    for (const list of lists) {
      list.hidden = !filled.has(list);
      if (search.value) list.open = true;
    }
    none.hidden = shown > 0;
    count.textContent = `${shown} of ${items.length}`;
  }

  function reset() {
    search.value = unit.value = "";
    for (const [box] of chips) box.checked = true;
    apply();
  }

  if (items.length > 1) {
    bar.append(make("label", {}, "Search ", search));
    if (chips.length > 1) bar.append(...chips.map(([, label]) => label));
    if (units.length) bar.append(make("label", {}, "Unit ", unit));
    bar.append(count);
    bar.after(none);
    bar.addEventListener("input", apply);
    resets.push(reset);
    apply();
  }
  bar.append(button("Keyboard", () => help.showModal()));
  bar.hidden = false;
}

// Keyboard: single keys, which can be switched off (WCAG 2.1.4).

const keys = {
  j: ["Next finding", () => step(true)],
  k: ["Previous finding", () => step(false)],
  "/": ["Search the findings", () => one("#search")?.focus()],
  m: ["The map", () => one("#map") && goTo(one("#map"))],
  "?": ["This list", () => help.showModal()],
};
const single = make("input", { type: "checkbox", checked: true });
const help = make("dialog", { ariaLabel: "Keyboard" },
  make("dl", {}, ...Object.entries(keys).flatMap(([key, [does]]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)])),
  make("label", { className: "chip" }, single, "Single-key shortcuts"), button("Close", () => help.close()));

function step(forward) {
  const cards = all(".card:not([hidden])");
  const here = document.activeElement.closest(".card")?.getBoundingClientRect().top ?? 0;
  const beyond = (card) => card.getBoundingClientRect().top - here;
  const next = forward ? cards.find((card) => beyond(card) > 1) : cards.findLast((card) => beyond(card) < -1);
  if (next) goTo(next);
}

function typing({ target }) {
  return target.closest("select, textarea, input:not([type=checkbox], [type=radio])");
}

function press(event) {
  if (!plain(event) || help.open || !single.checked || typing(event) || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key][1]();
}

document.body.append(help);
for (const bar of all(".filters")) filterFindings(bar);
addEventListener("keydown", press);
addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && plain(event) && !event.defaultPrevented) visit(link.getAttribute("href"));
});
addEventListener("hashchange", () => visit(location.hash));
visit(location.hash);
})();
