# make setup   everything into .venv in this folder, nothing outside it
# make demo    the example archive, from its sources to a published memorial
# make test    lint, types, architecture, tests, documentation
# make lock    the exact versions anew (needs uv in .venv)

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup demo test lock clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Lives needs Python 3.11 or later; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)."; \
	  echo "Name another one: make setup PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { \
	  echo "On Debian and Ubuntu: apt install python3-venv"; rm -rf .venv; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --no-deps --no-build-isolation -e .
	@touch $@
	@echo "Ready: $(BIN)/lives --help"

# The demonstration is made anew each time: an archive in demo/archive and its
# memorial in demo/memorial.
EXAMPLE := examples/left-opposition

demo: setup
	@rm -rf demo
	$(BIN)/lives new demo/archive --title "The Left Opposition: an example"
	$(BIN)/lives --archive demo/archive add $(EXAMPLE)/sources/*
	$(BIN)/lives --archive demo/archive build
	$(BIN)/lives --archive demo/archive people
	$(BIN)/lives --archive demo/archive publish demo/memorial

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade \
	  --extra russian --group dev pyproject.toml -o requirements.lock.new
	@{ echo '# Every library by exact version and hash. Made by `make lock`; installed by `make setup`.'; \
	  cat requirements.lock.new; } > requirements.lock && rm requirements.lock.new

clean:
	rm -rf .venv demo
