"use strict";
// The script of the report. Without it the page tells everything; with it the page can be searched and asked.
(() => {
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = JSON.parse(one("#report-data").textContent);
// What shows everything again, of each part of the page that can hide something.
const resets = [];
// What brings an element into the document that is not in it yet, by its address.
const bringers = [];

function make(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const button = (text, press) => make("button", { type: "button", onclick: press }, text);

// Neither for the browser nor for the system.
const plain = (event) => !(event.ctrlKey || event.altKey || event.metaKey);

const select = (...choices) => make("select", {}, ...choices.map(([text, value]) => new Option(text, value)));

// For comparing: without case and accents.
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Whether a bare text has all the words that are searched for.
function matcher(search) {
  const words = bare(search).split(/\s+/);
  return (text) => words.every((word) => text.includes(word));
}

// The bare text of things, each read once and only when it is asked for.
function texts(read) {
  const kept = new Map();
  return (item) => kept.get(item) ?? kept.set(item, bare(read(item))).get(item);
}

// Addresses: each takes the focus, so that a keyboard and a screen reader go on from there.

function goTo(target) {
  // What takes no focus by itself takes it from here on.
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

function visit(address) {
  let id;
  try {
    id = decodeURIComponent(address.slice(1));
  } catch {
    return;
  }
  let target = document.getElementById(id);
  for (const bring of bringers) target ||= bring(id);
  if (!target) return;
  if (target.closest("[hidden], .off")) for (const reset of resets) reset();
  for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  goTo(target);
}

// Searching: a bar shows those of many things that fit, and of their boxes those that still hold one.

function sift(bar, items, read, boxOf, controls = [], fits = () => true) {
  const text = texts(read);
  const search = make("input", { type: "search" });
  const count = make("p", { role: "status" });
  const none = make("p", { className: "none" }, "Nothing matches. ", button("Show all", () => {
    reset();
    search.focus();
  }));
  const boxes = new Set(items.map(boxOf));

  function apply() {
    const matches = matcher(search.value);
    const filled = new Set();
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item) || (search.value && !matches(text(item)));
      if (item.hidden) continue;
      shown += 1;
      filled.add(boxOf(item));
    }
    for (const box of boxes) {
      box.hidden = !filled.has(box);
      box.open ||= !!search.value;
    }
    none.hidden = shown > 0;
    count.textContent = `${shown} of ${items.length}`;
  }

  function reset() {
    for (const box of all("[type=checkbox]", bar)) box.checked = true;
    for (const choice of all("[type=search], select", bar)) choice.value = "";
    apply();
  }

  bar.append(make("label", {}, "Search ", search), ...controls, count);
  bar.after(none);
  bar.oninput = apply;
  resets.push(reset);
  apply();
}

function filterFindings(bar) {
  const section = bar.closest("section");
  const items = all("[id^='f-']", section);
  const chips = all("h3[id]", section).map(({ id, firstChild }) => {
    const box = make("input", { type: "checkbox", checked: true, value: id });
    return make("label", { className: "chip" }, box, firstChild.textContent.trim());
  });
  const unitsOf = (item) => item.dataset.units?.split(" ") ?? [];
  const having = new Set(items.flatMap(unitsOf));
  const units = Object.entries(data.units).flatMap(([id, title]) => having.has(id) ? [[title, id]] : []);
  const unit = select(["All units", ""], ...units);
  const controls = [...(chips.length > 1 ? chips : []), ...(units.length ? [make("label", {}, "Unit ", unit)] : [])];
  const boxOf = (item) => item.closest("details") ?? document.getElementById(item.dataset.sort);
  const fits = (item) => !chips.some(({ control }) => !control.checked && control.value === item.dataset.sort)
    && (!unit.value || unitsOf(item).includes(unit.value));
  if (items.length > 1) sift(bar, items, (item) => item.textContent, boxOf, controls, fits);
  bar.append(button("Keyboard", () => help.showModal()));
  bar.hidden = false;
}

function searchRows(section) {
  const rows = all("tr[id]", section);
  if (rows.length <= 15) return;
  const bar = make("div", { className: "filters" });
  one("h2", section).after(bar);
  sift(bar, rows, ({ cells }) => `${cells[0].textContent} ${cells[4].textContent}`, (row) => row.parentElement);
}

// The map: a box that is clicked lights up what it is for and what it rests on.

function askMap(svg, bar, views) {
  const panel = make("div", { className: "panel", hidden: true, role: "region", ariaLabel: "Chosen box" });
  const boxes = new Map(all(".box[data-key]", svg).map((box) => [box.dataset.key, box]));
  const links = all(".links path", svg);
  let chosen;

  function title(key) {
    const box = boxes.get(key);
    const row = document.getElementById(box.getAttribute("href").slice(1));
    return make("bdi", {}, row?.cells?.[0].firstChild.textContent
      ?? all("text:not(.note)", box).map((line) => line.textContent).join(" "));
  }

  // Lights up what is reached from a box, link by link, and says it in words.
  function follow(word, key, start, end) {
    const ways = new Map();
    for (const link of links) {
      const from = link.dataset[start];
      if (!link.matches(".off")) ways.set(from, [...(ways.get(from) ?? []), link]);
    }
    const keys = new Set([key]);
    let round = false;
    // A set gives also what is added to it meanwhile.
    for (const at of keys) {
      boxes.get(at).classList.add("lit");
      for (const link of ways.get(at) ?? []) {
        link.classList.add("lit");
        keys.add(link.dataset[end]);
        round ||= link.dataset[end] === key;
      }
    }
    const direct = new Set((ways.get(key) ?? []).map((link) => link.dataset[end]));
    direct.delete(key);
    const items = [...direct].slice(0, 12).map(title);
    const more = keys.size - 1 - items.length;
    if (more) items.push(`and ${more} more`);
    if (round) items.push("↻ and so round to itself");
    if (!items.length) items.push("nothing in this picture");
    return [make("dt", {}, word), ...items.map((item) => make("dd", {}, item))];
  }

  function choose(box) {
    leave();
    const { key } = box.dataset;
    const name = make("p", { tabIndex: -1 }, title(key), " ", one(".note", box)?.textContent ?? "");
    panel.replaceChildren(name,
      make("dl", {}, ...follow("Why", key, "from", "to"), ...follow("How", key, "to", "from")),
      make("a", { href: box.getAttribute("href") }, "In the table"), " ", button("Close", close));
    svg.classList.add("dim");
    panel.hidden = false;
    chosen = box;
    name.focus({ preventScroll: true });
  }

  function leave() {
    for (const lit of all(".lit", svg)) lit.classList.remove("lit");
    svg.classList.remove("dim");
    panel.hidden = true;
  }

  function close() {
    leave();
    chosen.focus({ preventScroll: true });
  }

  function show(keys) {
    leave();
    for (const part of all(".box, .links path, .marks text", svg)) {
      const { key, from = key, to = key } = part.dataset;
      part.classList.toggle("off", keys && !(keys.has(from) && keys.has(to)));
    }
  }

  if (views.length) {
    const view = select(["All", ""], ...views.map(([label], at) => [label, at]));
    view.oninput = () => show(view.value && new Set(views[view.value][1].map(String)));
    bar.append(make("label", {}, "Show ", view));
    bar.hidden = false;
    resets.push(() => show(view.value = ""));
  }
  svg.onclick = (event) => {
    const box = event.target.closest(".box[data-key]");
    if (!plain(event) || event.shiftKey) return;
    if (!box) return leave();
    event.preventDefault();
    choose(box);
  };
  svg.parentElement.after(panel);
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !panel.hidden && !help.open) close();
  });
}

// Keyboard: single keys, which can be switched off (WCAG 2.1.4).

const keys = {
  j: ["Next finding", () => step(true)],
  k: ["Previous finding", () => step(false)],
  "/": ["Search", () => one(".filters [type=search]")?.focus()],
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

function press(event) {
  const typing = event.target.closest("select, input:not([type=checkbox])");
  if (typing || !plain(event) || help.open || !single.checked || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key][1]();
}

document.body.append(help);
filterFindings(one(".filters"));
all(".drawn").forEach((drawn) => {
  const bar = one(".views", drawn);
  const views = bar ? data.views.shift() : [];
  all("svg.map", drawn).forEach((svg, at) => askMap(svg, bar, at ? [] : views));
});
const far = one("#elements-data");
if (far) pageRows(JSON.parse(far.textContent), { all, make, button, texts, matcher, bringers });
else searchRows(one("#elements-section"));
addEventListener("keydown", press);
addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && plain(event) && !event.defaultPrevented) visit(link.getAttribute("href"));
});
addEventListener("hashchange", () => visit(location.hash));
visit(location.hash);
})();
