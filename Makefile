# The only door: make demo, make test, make check, make bench, make load, make docs,
# make manual, make messages, make faults.
# A bare machine with Python 3.11 and pip is enough; uv comes from PyPI into the project's own environment.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FRONT := build/front/.ready
UV_VERSION := 0.13.9
LOOKS := $(addprefix tests/web/,pages/test_in_browser.py browser/test_every_page.py browser/test_deeds.py)

.PHONY: demo test check bench load docs manual messages faults lock front clean
.DEFAULT_GOAL := demo

demo: $(READY) $(FRONT)
	$(BIN)/samsyn demo

# Everything on SQLite, then the web application once more on a PostgreSQL that the tests start themselves. How a page
# looks does not depend on the database: of the browser's tests only the stories are walked again.
test: $(READY) $(FRONT)
	@sh scripts/find-chromium > /dev/null
	@sh scripts/find-java > /dev/null
	$(BIN)/python -m pytest -n 2 --dist loadfile
	SAMSYN_TEST_DATABASE=postgresql $(BIN)/python -m pytest -n 2 --dist loadfile tests/web $(LOOKS:%=--ignore=%)

check: $(READY)
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.spec.handbook --check
	$(BIN)/python -m tests.docs.cli_reference --check
	$(BIN)/python -m tests.docs.reasons_reference --check
	$(BIN)/python -m tests.docs.choices_reference --check
	$(BIN)/python -m tests.docs.settings_reference --check
	$(BIN)/python -m tests.docs.states_reference --check
	$(BIN)/python -m tests.docs.example_draft --check
	$(BIN)/python scripts/messages.py --check

# Plants faults in a copy of the program and records which test notices each: some minutes.
faults: $(READY)
	$(BIN)/python -m tests.mutation

bench: $(READY)
	$(BIN)/python -m bench

docs: $(READY)
	$(BIN)/python -m tests.spec.handbook
	$(BIN)/python -m tests.docs.cli_reference
	$(BIN)/python -m tests.docs.reasons_reference
	$(BIN)/python -m tests.docs.settings_reference
	$(BIN)/python -m tests.docs.choices_reference
	$(BIN)/python -m tests.docs.example_draft
	$(BIN)/python -m tests.docs.states_reference
	$(BIN)/python -m tests.docs.pictures

# How long each list of a large region takes, on both databases; then two hundred people work at once, on PostgreSQL,
# for ten minutes.
load: $(READY) $(FRONT)
	$(BIN)/python -m bench.load.lists
	$(BIN)/python -m bench.load

# The manual's pictures, taken by the tests that walk through what it tells.
manual: $(READY) $(FRONT)
	SAMSYN_PICTURES=docs/manual/images $(BIN)/python -m pytest tests/web/browser/test_story*.py tests/web/browser/test_deeds.py

# After a change of what people read: collects the texts to be given in English, and compiles them.
messages: $(READY)
	$(BIN)/python scripts/messages.py

# The environment: everything by version and hash, then the project itself without asking anyone for more.
$(READY): requirements.lock pyproject.toml
	@sh scripts/find-python "$(PYTHON)" > /dev/null
	test -x $(BIN)/python || "$$(sh scripts/find-python "$(PYTHON)")" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps -e .
	@touch $(READY)

# The user interface kit and our theme, laid out for the browser; quick when nothing has changed.
$(FRONT): package-lock.json designsystemet.config.json scripts/front.py | $(READY)
	$(BIN)/python scripts/front.py

front: $(FRONT)

# After a change of dependencies in pyproject.toml.
lock: $(READY)
	$(BIN)/uv pip compile --quiet pyproject.toml --extra web --extra spark --group dev --generate-hashes --no-emit-index-url --no-header \
		--universal --python-version 3.11 -o requirements.lock

clean:
	rm -rf $(VENV) demo-region .mypy_cache .ruff_cache .hypothesis
