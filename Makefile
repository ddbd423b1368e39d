# Needs python3 (3.11 or newer) and a package index; everything else is made in .venv.

PYTHON ?= python3
TESTS ?=
TIMES ?= 5
ONLY ?=
INCIDENTS ?= 500
SEED ?= 7
FOREIGN := $(wildcard tests/playground/foreign/requirements-foreign.txt)
RUN := .venv/bin/python -m
INSTALL := -m pip --quiet --disable-pip-version-check install

# Who has forbidden Python to keep what it compiles would wait for it in every process anew.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.PHONY: help demo test check lint bench faults format requirements

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/.installed ## run the bot with a Telegram of its own; prints the address of the chat page
	$(RUN) bot demo

test: .venv/.installed $(if $(FOREIGN),.venv-foreign/.installed) ## run all tests, or TESTS="a_file -k word"
	$(RUN) pytest --numprocesses 2 --dist worksteal $(TESTS)

check: lint ## everything that must hold before a commit: format, lints, types, imports, tests
	@$(MAKE) --no-print-directory test

lint: .venv/.installed
	$(RUN) ruff format --check --quiet
	$(RUN) ruff check --quiet
	$(RUN) mypy
	.venv/bin/lint-imports --no-logo

bench: .venv/.installed ## measure speed for half an hour on a quiet machine; TIMES=1 ONLY="idle pages" for less
	$(RUN) tests.bench $(TIMES) $(ONLY)

faults: .venv/.installed ## every kind of trouble over real processes, for some minutes; SEED=7 INCIDENTS=500
	$(RUN) tests.faults $(INCIDENTS) $(SEED)

format: .venv/.installed ## put the code into its one form
	$(RUN) ruff check --quiet --fix --exit-zero
	$(RUN) ruff format

requirements: .venv/.installed ## pin what pyproject.toml asks for; UPGRADE=--upgrade raises every pin
	CUSTOM_COMPILE_COMMAND="make requirements" .venv/bin/pip-compile --quiet $(UPGRADE) \
		--extra postgresql --extra solver --output-file requirements.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND="make requirements" .venv/bin/pip-compile --quiet $(UPGRADE) \
		--extra postgresql --extra solver --extra dev --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml

.venv/.installed: requirements-dev.txt pyproject.toml
	@$(call make_environment,.venv)
	@echo "installing into .venv"
	@.venv/bin/python $(INSTALL) --require-hashes --requirement requirements-dev.txt
	@PYTHONWARNINGS=ignore .venv/bin/python $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv-foreign/.installed: $(FOREIGN)
	@$(call make_environment,.venv-foreign)
	@echo "installing into .venv-foreign"
	@.venv-foreign/bin/python $(INSTALL) --require-hashes --requirement $(FOREIGN)
	@touch $@

define make_environment
command -v $(PYTHON) > /dev/null \
	|| { echo "$(PYTHON) is not installed; Python 3.11 or newer is needed" >&2; exit 1; }; \
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "$$($(PYTHON) --version) is too old; name a newer one: make PYTHON=python3.11" >&2; exit 1; }; \
$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null \
	|| { echo "$(PYTHON) cannot make environments (Debian: apt-get install python3-venv)" >&2; exit 1; }; \
test -x $(1)/bin/pip || $(PYTHON) -m venv $(1)
endef
