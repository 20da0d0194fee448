// A peer: the graph as cells of one column, each one plus the cells of the elements that point to it.
// The file has the number of elements in its first line, then an edge a line.
const fs = require("fs");
const { HyperFormula, DetailedCellError } = require("hyperformula");

const lines = fs.readFileSync(process.argv[2], "ascii").split("\n");
const count = Number(lines[0]);
const pointing = Array.from({ length: count }, () => []);
for (const line of lines.slice(1)) {
  if (!line) continue;
  const [source, target] = line.split(" ").map(Number);
  pointing[target].push(`A${source + 1}`);
}
const cells = pointing.map((from) => [from.length ? `=1+${from.join("+")}` : 1]);
const sheet = HyperFormula.buildFromArray(cells, { licenseKey: "gpl-v3", maxRows: count + 1 });
let cycles = 0;
for (let row = 0; row < count; row++) {
  const value = sheet.getCellValue({ sheet: 0, row, col: 0 });
  if (value instanceof DetailedCellError && value.type === "CYCLE") cycles++;
}
console.log(`${cycles} cells with a cycle`);
