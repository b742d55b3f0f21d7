# SPDX-License-Identifier: GPL-2.0-or-later
# Everything a developer does from the command line. `make` alone lists it.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
python := .venv/bin/python

# What the user types after ARGS= reaches the script as it is, `$` and quotes included.
override ARGS := $(value ARGS)
export ARGS

.PHONY: process

process: ## Run qgis_process with this checkout's plugin: make process ARGS="list"
	@$(python) tools/launch.py process
