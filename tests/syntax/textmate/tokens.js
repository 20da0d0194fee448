// Reads maps as a JSON list of texts from standard input and tokenizes them by a grammar, as VS Code does:
//   node tokens.js GRAMMAR NODE_MODULES
// Prints for each the list of its tokens, with what it says and the innermost scopes last; line ends are left out.
"use strict";
const fs = require("fs");
const path = require("path");

const [grammarFile, modules] = process.argv.slice(2);
const textmate = require(path.join(modules, "vscode-textmate"));
const oniguruma = require(path.join(modules, "vscode-oniguruma"));
const wasm = fs.readFileSync(path.join(modules, "vscode-oniguruma", "release", "onig.wasm"));

async function main() {
  await oniguruma.loadWASM(wasm.buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(grammarFile, "utf8"), grammarFile),
  });
  const grammar = await registry.loadGrammar("source.strat");
  const tokenized = (text) => {
    let stack = textmate.INITIAL;
    return text.split("\n").map((line) => {
      const read = grammar.tokenizeLine(line, stack);
      stack = read.ruleStack;
      return read.tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes]);
    });
  };
  console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(tokenized)));
}

main();
