# SPDX-License-Identifier: GPL-2.0-or-later
# All commands for the command line. `make` alone lists them.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

python := .venv/bin/python
pytest := .venv/bin/pytest

unit_tests := $(pytest) tests/unit -p no:pytest_qgis -p no:pytest-qt --numprocesses=auto --dist=worksteal
qgis_tests := QT_QPA_PLATFORM=offscreen $(pytest)
# One file from each part of the plugin, each some seconds long; found by name, wherever it lies.
quick_qgis_tests = $(foreach name,public_names lifecycle styles dock tasks,$(shell find tests/qgis -name test_$(name).py))

# Ignore numpy and shapely in the home folder.
export PYTHONNOUSERSITE := 1

# The value of ARGS= reaches the script unchanged, including `$` and quotes.
override ARGS := $(value ARGS)
export ARGS

# Which tests of a level, and options of pytest.
override TESTS := $(value TESTS)
export TESTS

# The user's own files for the demo, also unchanged.
override BEFORE := $(value BEFORE)
override AFTER := $(value AFTER)
override SECTORS := $(value SECTORS)
override THEATRE := $(value THEATRE)
override OUT := $(value OUT)
export BEFORE AFTER SECTORS THEATRE OUT

.PHONY: help demo test test-fast test-wheels test-matrix test-unit test-qgis test-qt6 test-e2e test-fast-unit \
	test-fast-qgis process desktop link unlink package lint check-release bench bench-growth time-dock fuzz screenshot \
	styles layouts models figures help-tables translations docs clean setup setup-test

help: ## List all commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: setup ## Measure the sample data, or BEFORE= AFTER= [SECTORS=] [THEATRE=], and draw the map into demo/ (OUT=)
	@$(python) tools/demo.py

test: setup-test ## Run all four levels of tests: unit and qt6, then qgis and e2e side by side
	@failed=; \
	printf '\n== unit\n'; \
	$(MAKE) test-unit || failed=" unit"; \
	printf '\n== qt6\n'; \
	$(MAKE) test-qt6 || failed="$$failed qt6"; \
	printf '\n== qgis and e2e, each shown when it has ended\n'; \
	$(MAKE) --jobs=2 --keep-going --output-sync=target test-qgis test-e2e || failed="$$failed qgis or e2e"; \
	if [ "$$failed" ]; then printf '\nfailed:%s\n' "$$failed"; exit 1; else printf '\nall levels passed\n'; fi

test-wheels: setup-test ## The unit tests with newer releases of shapely and GEOS from PyPI, as on Windows and macOS
	@tools/test_wheels.sh 2.1.2 2.2.0

test-matrix: ## As root: demo and all tests on five systems made here (SYSTEMS="debian-13 ..." STEPS="unit ...")
	@python3 tools/matrix.py $(SYSTEMS) $(if $(STEPS),--steps $(STEPS))

test-fast: setup-test ## Under a minute: the quick unit tests, public names, styles, each algorithm in a task
	@$(MAKE) --jobs=2 --keep-going --output-sync=target test-fast-unit test-fast-qgis

test-unit: setup-test ## First level: the numbers, in plain Python without QGIS, on all cores
	@$(unit_tests)

test-qgis: setup-test ## Second level: algorithms, styles and dock inside QGIS's libraries (TESTS=tests/qgis/ui)
	@$(qgis_tests) $${TESTS:-tests/qgis}

test-qt6: setup-test ## Third level: widgets on Qt 6, with a stand-in for QGIS
	@tools/test_qt6.sh

test-e2e: setup-test ## Fourth level: the packaged plugin in the real programs
	@$(pytest) tests/e2e -p no:pytest_qgis -p no:pytest-qt

test-fast-unit:
	@$(unit_tests) -m 'not slow' --hypothesis-profile=quick

test-fast-qgis:
	@$(qgis_tests) -m 'not slow' $(quick_qgis_tests)

process: setup ## Run qgis_process with this plugin: ARGS="run frontline:sectorchange -- BEFORE=... AFTER=..."
	@$(python) tools/launch.py process

desktop: setup ## Open QGIS with this plugin in a scratch profile
	@$(python) tools/launch.py desktop

link: ## Link this checkout into your own QGIS profile (PROFILE=default)
	@python3 tools/link.py $(if $(PROFILE),--profile "$(PROFILE)")

unlink: ## Remove that link
	@python3 tools/link.py --remove $(if $(PROFILE),--profile "$(PROFILE)")

package: ## Build the installable zip in build/
	@python3 tools/package.py

lint: setup-test ## Check style, types and the rules of the plugin repository
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@mkdir -p build/plugins && ln -sfn ../.. build/plugins/frontline_change
	@.venv/bin/mypy
	@$(python) tools/check_package.py

check-release: setup-test ## Check the zip as the plugin repository does before an upload (UPLOAD=1: its addresses too)
	@$(python) tools/check_release.py $(if $(UPLOAD),--upload)

bench: setup ## Time the measures against QGIS's own algorithms, into build/bench.json
	@$(python) benchmarks/run.py

time-dock: setup ## Time the dock in QGIS from the click to the picture (DATA=folder of real maps, MODES="month snapshot pair")
	@$(python) tools/time_dock.py "$(DATA)" $(MODES)

bench-growth: setup ## Time how the cost grows with the size of generated inputs, into build/growth.json (ONLY=words)
	@$(python) benchmarks/growth.py $(ONLY)

fuzz: setup-test ## Compare generated cases with plain GEOS (MINUTES=5 SEED= FAMILY= WORKERS=), failing ones into build/fuzz/
	@$(python) tests/fuzz/fuzz.py $(if $(SEED),--seed $(SEED)) $(if $(MINUTES),--minutes $(MINUTES)) \
		$(if $(FAMILY),--family $(FAMILY)) $(if $(WORKERS),--workers $(WORKERS)) $(ARGS)

screenshot: setup-test ## Take screenshots of the plugin in QGIS, into build/screenshots and docs/images/dock.png
	@rm -rf build/screenshots
	@$(python) tools/desktop_tour.py build/screenshots
	@cp build/screenshots/dock_sample_light.png docs/images/dock.png

translations: setup-test ## Update i18n/ from the source: every text into the .ts, the .ts into the .qm
	@$(python) tools/translations.py

styles: setup ## Rewrite styles/*.qml from styles/palette.py
	@$(python) tools/make_styles.py

layouts: setup ## Rewrite layouts/templates from tools/make_layouts.py
	@$(python) tools/make_layouts.py

models: setup ## Rewrite models/*.model3 from the algorithms
	@$(python) tools/make_models.py

help-tables: setup ## Rewrite the tables of fields on the English help pages
	@$(python) tools/help_tables.py

figures: setup ## Redraw the figures of the help pages
	@$(python) tools/help_figures.py

docs: ## Build the documentation site in English and Ukrainian into build/docs/html, without a warning
	@python3 tools/docs_site.py

clean: ## Remove all built files except .venv
	@rm -rf build demo .qgis-settings

setup:
	@tools/setup.sh

setup-test: setup
	@tools/setup.sh test
