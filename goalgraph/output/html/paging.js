"use strict";
// Only where the document does not hold all rows: the others come from the data beside the tables, a page at a time.
function pageRows(data, tools) {
  tools.all(".tools").forEach((bar, at) => pageTable(bar, data.tables[at], data, tools));
}

function pageTable(tools, { files, groups, rows }, { marks, values }, { all, make, button, texts, matcher, bringers }) {
  const table = tools.nextElementSibling.querySelector("table");
  const kinds = groups.flatMap(([kind, count]) => Array(count).fill(kind));
  const counts = new Map(groups);
  const id = (at) => rows[at][2] || `e-${rows[at][0]}`;
  const title = (at) => rows[at][1] || rows[at][0];
  const owners = (at) => rows[at][9].map(title).join(", ");
  const text = texts((at) => `${rows[at][0]} ${title(at)} ${owners(at)}`);
  const search = make("input", { type: "search" });
  const count = make("p", { role: "status" });
  const every = rows.map((_, at) => at);
  let found = every;
  const before = button("Previous", () => draw(found, first - 100));
  const after = button("Next", () => draw(found, first + 100));
  let first;

  function drawn(at) {
    const [name, , , mark, facts, urls, purposes, helped, value, , file, line] = rows[at];
    const head = make("th", { scope: "row" }, make("bdi", {}, title(at)), " ",
      files[file] ? make("a", { href: `#${files[file]}+${line}` }, name) : make("code", {}, name));
    if (mark || facts) head.append(" ", make("small", {}, ...(mark ? [make("b", {}, marks[mark])] : []), mark && facts ? " · " : "", facts));
    for (const href of urls) head.append(" ", make("a", { href, rel: "noopener noreferrer" }, href.slice(0, 60)));
    return make("tr", { id: id(at) }, head,
      make("td", {}, ...purposes.map((part) => rows[part] ? make("a", { href: `#${id(part)}` }, make("bdi", {}, title(part))) : part)),
      make("td", {}, helped ? `${helped} help${helped === 1 ? "s" : ""} it` : ""),
      make("td", { className: value === 2 ? "not" : "" }, values[value]),
      make("td", {}, ...(owners(at) ? [make("b", {}, "owner "), make("bdi", {}, owners(at))] : [])));
  }

  function draw(those, from) {
    const bodies = new Map();
    [found, first] = [those, from];
    for (const at of found.slice(first, first + 100)) {
      const kind = kinds[at];
      if (!bodies.has(kind)) {
        bodies.set(kind, make("tbody", {}, make("tr", { className: "group" }, make("th", { scope: "rowgroup", colSpan: 5 },
          `${kind} `, make("span", { className: "count" }, counts.get(kind))))));
      }
      bodies.get(kind).append(drawn(at));
    }
    for (const body of all("tbody", table)) body.remove();
    table.append(...bodies.values());
    const last = Math.min(first + 100, found.length);
    count.textContent = last ? `${first + 1}–${last} of ${found.length}`.replace(/\d+(?=\d{3})/g, "$&,") : "No element matches";
    before.disabled = !first;
    after.disabled = last === found.length;
  }

  search.addEventListener("input", () => {
    const matches = matcher(search.value);
    draw(search.value ? every.filter((at) => matches(text(at))) : every, 0);
  });
  bringers.push((wanted) => {
    const at = every.find((each) => id(each) === wanted);
    if (at === undefined) return null;
    search.value = "";
    draw(every, at - at % 100);
    return document.getElementById(wanted);
  });
  tools.className = "filters";
  tools.append(make("label", {}, "Search ", search), before, after, count);
  tools.hidden = false;
  tools.previousElementSibling.hidden = true;
  draw(every, 0);
}
