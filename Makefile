# Everything needed is installed into .venv by the targets themselves.
# On a bare Debian machine only python3, make and git have to be there.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MAP := examples/portal
REPORT := strategy-report.html
FUZZ_SECONDS := 3600
TOOLS := tests/tools

.PHONY: demo test check scripts bench bench-million fuzz pictures matrix clean help browser editors

help: ## Show the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: $(VENV)/.installed ## Lint an example and render its report
	@echo; echo '$$ goalgraph lint $(MAP)'
	@$(BIN)/goalgraph lint $(MAP); test $$? -le 1
	@echo; echo '$$ goalgraph render $(MAP) -o $(REPORT)'
	@$(BIN)/goalgraph render $(MAP) -o $(REPORT)
	@echo; echo 'Open $(REPORT) in a browser. The findings above are what the example is there to show.'
	@echo 'The command is $(BIN)/goalgraph; begin a map of your own by: $(BIN)/goalgraph init my-plan'

test: check $(TOOLS)/node_modules/.installed browser editors ## Run style, types, import contracts and all tests
	$(BIN)/pytest -n 2 --cov=goalgraph --cov-report=term

check: $(VENV)/.developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

scripts: $(TOOLS)/node_modules/.installed ## Make the scripts of the report short, as the page carries them
	@for name in report paging; do \
	  $(TOOLS)/node_modules/.bin/terser goalgraph/output/html/$$name.js --compress --mangle --ecma 2022 \
	    --output goalgraph/output/html/short/$$name.js || exit; \
	done

bench: $(VENV)/.developing ## Measure everything beside its peers, and write docs/performance.md
	$(BIN)/python -m bench

bench-million: $(VENV)/.developing ## Measure a map of a million elements
	$(BIN)/python -m bench --million

fuzz: $(VENV)/.fuzzing ## Feed odd input to everything that reads, for FUZZ_SECONDS in all (Linux)
	$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS)

pictures: $(VENV)/.developing browser ## Take the pictures of the report that README and docs/ show
	$(BIN)/python -m tests.browser.pictures

matrix: $(VENV)/.developing ## Write into docs/editors.md what the language server can do
	$(BIN)/python -m tests.lsp.server.matrix

clean: ## Remove the environment and what was made
	rm -rf $(VENV) $(REPORT) $(TOOLS)/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage* .fuzz

# Debian keeps `venv` in a package of its own, so it is fetched where it is missing.
$(BIN)/python:
	@$(PYTHON) -m venv $(VENV) || { \
	  rm -rf $(VENV); \
	  echo 'python3 has no venv here: installing the package python3-venv'; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -q && $$sudo apt-get install -y -q python3-venv && $(PYTHON) -m venv $(VENV); }

# Graphviz lays out the map, where there is a wheel of it.
$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[report]' \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developing: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.fuzzing: $(VENV)/.developing
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@touch $@

# Validators from npm. Without them tests are skipped, and say so; no scripts of packages are run.
$(TOOLS)/node_modules/.installed: $(TOOLS)/package.json
	@command -v npm >/dev/null || { \
	  echo 'npm is not here: installing the package npm'; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -q && $$sudo apt-get install -y -q npm; } || true
	@cd $(TOOLS) && npm install --ignore-scripts --no-package-lock --no-audit --no-fund --loglevel=error \
	  && { chmod -f +x node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool || true; } && touch node_modules/.installed \
	  || echo '!!! the validators from npm can not be had here: tests that need them are skipped !!!'

# The browser in which the report is tested, and what looks into what it prints; packages of the system, so `clean` lets
# them be. Without them tests are skipped, and say so.
browser:
	@$(call fetched,chromium,chromium chromium-browser google-chrome)
	@$(call fetched,poppler-utils,pdftotext)

editors: ## Install the editors in which the language server is tested
	@$(call fetched,neovim,nvim)

# A package, and the commands any of which will do.
fetched = for command in $(2); do command -v $$command >/dev/null && exit; done; \
  echo '$(firstword $(2)) is not here: installing the package $(1)'; \
  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
  { $$sudo apt-get update -q && $$sudo apt-get install -y -q $(1); } \
  || echo '!!! $(1) can not be had here: tests that need it are skipped !!!'
