# make            installs what is missing, builds the program and the shipped site, says where to look
# make test       installs the test tools and runs all tests
# make browser    the shipped site in Chromium alone
# make bench      compares with Hugo on the same pages
# make soak       the long sweeps: every fault point, every vector in every field, every mutation, 300 random projects, many
#                 repeats, big corpora
SHELL := /bin/bash
.DEFAULT_GOAL := all
.PHONY: all program site test unit acceptance browser lint bench soak build-packages test-packages browser-packages

export SWIFT_BACKTRACE = enable=no
PROGRAM := .build/release/staffetta
VENV := .build-tests/venv
PYTEST := $(VENV)/bin/python -m pytest -q -p no:cacheprovider
BROWSER_VENV := .build-tests/browser
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

BUILD_PACKAGES := libcmark-dev libyaml-dev zlib1g-dev libxlsxwriter-dev pkg-config
TEST_PACKAGES := xlsx2csv strace python3-venv gcc libc6-dev disorderfs faketime poppler-utils fonts-dejavu-core
BROWSER_PACKAGES := chromium default-jre-headless fonts-dejavu-core fonts-liberation poppler-utils python3-venv

# Installs the Debian packages that are missing among $(1), with the options $(2).
define install
@missing=$$(for name in $(1); do dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || echo $$name; done); \
if [ -n "$$missing" ]; then echo "installing:" $$missing; \
  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(2) $$missing >/dev/null; fi
endef

all: program site

build-packages:
	$(call install,$(BUILD_PACKAGES))

program: build-packages
	swift build -c release --product staffetta

site:
	$(PROGRAM) build --site .
	@echo
	@echo "The site for the team, in the browser: file://$(CURDIR)/public/team/index.html"
	@echo "What customers see:                    file://$(CURDIR)/public/customers/index.html"
	@echo "The program: $(PROGRAM) --help"

test-packages: build-packages
	$(call install,$(TEST_PACKAGES))
	$(call install,libreoffice-calc-nogui,--no-install-recommends)

$(VENV)/ready: Tests/Acceptance/requirements.txt | test-packages
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install -q --disable-pip-version-check -r Tests/Acceptance/requirements.txt
	@touch $@

lint:
	swift format lint --strict --recursive --configuration .swift-format Sources Tests Package.swift

unit: test-packages
	@mkdir -p .build-tests
	set -o pipefail; swift test 2>&1 | tee .build-tests/unit.log

acceptance: program $(VENV)/ready
	@mkdir -p .build-tests
	set -o pipefail; $(PYTEST) Tests/Acceptance 2>&1 | tee .build-tests/acceptance.log

browser-packages:
	$(call install,$(BROWSER_PACKAGES))

$(BROWSER_VENV)/ready: Tests/Browser/requirements.txt | browser-packages
	python3 -m venv $(BROWSER_VENV)
	$(BROWSER_VENV)/bin/pip install -q --disable-pip-version-check -r Tests/Browser/requirements.txt
	@touch $@

# Two at a time: each has a Chromium of its own, which keeps about a core busy.
browser: program $(BROWSER_VENV)/ready
	@mkdir -p .build-tests
	set -o pipefail; $(BROWSER_VENV)/bin/python -m pytest -q -p no:cacheprovider -n 2 --dist worksteal Tests/Browser 2>&1 | tee .build-tests/browser.log

# The runners' own last lines once more, together, at the end.
test: program lint unit acceptance browser
	$(PROGRAM) check --site . --strict
	@echo; grep -aE 'Test run with [0-9]+ tests' .build-tests/unit.log | tail -n 1; tail -qn 1 .build-tests/acceptance.log .build-tests/browser.log

.build-tests/bench/ready: Tests/Bench/requirements.txt | test-packages
	python3 -m venv .build-tests/bench
	.build-tests/bench/bin/pip install -q --disable-pip-version-check -r Tests/Bench/requirements.txt
	@touch $@

bench: program .build-tests/bench/ready
	.build-tests/bench/bin/python Tests/Bench/bench.py --min-speedup 4 --max-memory-share 0.1667 $(BENCH)
	.build-tests/bench/bin/python Tests/Bench/data.py
	.build-tests/bench/bin/python Tests/Bench/wall.py

soak: program $(VENV)/ready $(BROWSER_VENV)/ready
	$(VENV)/bin/python Tests/Acceptance/faults.py --all
	STAFFETTA_FULL=1 $(BROWSER_VENV)/bin/python -m pytest -q -p no:cacheprovider Tests/Browser/test_injection.py
	STAFFETTA_FULL=1 $(PYTEST) Tests/Acceptance/test_mutations.py Tests/Acceptance/test_non_interference.py \
	  Tests/Acceptance/test_component_properties.py
	STAFFETTA_REPEATS=200 $(PYTEST) Tests/Acceptance/test_determinism.py
