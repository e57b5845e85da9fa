# make chat | ask Q="..." | test | check | bench | eval | eval-full | eval-smoke | eval-check | screenshots
# make crash | fuzz | attack | soak (the full figures of docs/reliability.md) | clean
# Everything is made inside this folder: the environment in .venv, the library in .newscite.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

NEWSCITE_HOME ?= $(CURDIR)/.newscite
export NEWSCITE_HOME

# The question goes to the program through the environment, as typed: neither make nor the shell reads anything in it.
override Q := $(value Q)
export Q

.PHONY: chat ask test check bench eval eval-full eval-smoke eval-check screenshots crash fuzz attack soak clean seeds

chat: seeds
	@$(BIN)/newscite chat

ask: seeds
	@$(BIN)/newscite ask -- "$$Q"

test: $(READY)
	@$(BIN)/python -m pytest

check: $(READY)
	@$(BIN)/ruff check .
	@PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright
	@$(BIN)/lint-imports

bench: $(READY)
	@$(BIN)/python -m benchmarks.run

# The suite measures without Ollama. `eval-full` adds Belebele, where NEWSCITE_BELEBELE says where it is.
eval: $(READY)
	@$(BIN)/newscite eval run --profile quick

eval-full: $(READY)
	@$(BIN)/newscite eval run --profile full

# Half a minute: a sample of the questions, and no figure may be worse than the baseline's interval allows.
eval-smoke: $(READY)
	@$(BIN)/newscite eval run --profile smoke > /dev/null
	@$(BIN)/newscite eval gate --baseline eval/baselines/smoke.json

# Against figures published elsewhere; needs NEWSCITE_BELEBELE, and some ten minutes for its articles' vectors.
eval-check: $(READY)
	@$(BIN)/python -m pytest -m slow tests/test_eval_belebele.py

# The pictures of the page in docs/, taken in Chromium.
screenshots: $(READY)
	@$(BIN)/python -m benchmarks.screenshot

# Minutes to half an hour each; a sample of every one is part of `make test`.
crash: $(READY)
	@$(BIN)/python -m benchmarks.crash

fuzz: $(READY)
	@$(BIN)/python -m benchmarks.fuzz

attack: $(READY)
	@$(BIN)/python -m benchmarks.attack

soak: $(READY)
	@$(BIN)/python -m benchmarks.soak

# The library in .newscite stays: `newscite library delete --all` deletes it.
clean:
	@rm -rf .venv build dist *.egg-info .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

seeds: $(READY)
	@$(BIN)/newscite ingest seeds > /dev/null

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Newscite needs Python 3.11 or newer, and $(PYTHON) is not: name one, as in make PYTHON=python3.11" >&2; \
	  exit 1; }
	@echo "Installing into .venv: some minutes the first time" >&2
	@$(BIN)/python -m pip --version > /dev/null 2>&1 || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
