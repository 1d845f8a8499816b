# make site   builds everything and the sample plan's site in Site/public
# make test   builds and runs the tests
# make help   lists the rest

VARIORUM  = .build/release/variorum
PACKAGES  = libcmark-dev libxml2-dev zlib1g-dev libcurl4-openssl-dev perl python3
PROGRAMS  = poppler-utils
READERS   = chromium default-jre-headless fonts-noto-cjk python3-venv $(PROGRAMS)
SOURCES   = Sources Tests Package.swift
LIBRARIES = PlanModel Collation Annotations PluginKit

# A release holds the Swift runtime, if the toolchain has it in that form: it runs where no Swift is
# installed, and builds a site in nine tenths of the time. Foundation's part for networking, which
# comes with it, needs libcurl; linked by lld, since gold warns of what Foundation itself calls.
RUNTIME = $(shell swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1_static/p')
RELEASE = swift build -c release --product variorum $(if $(wildcard $(RUNTIME)/linux/libFoundation.a), \
  --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld)

.PHONY: site test browser bench check format lint docs embedding packages clean help

site: packages ## Build the toolkit and the sample plan's site
	@echo "Building (the first build takes two to four minutes) …"
	@$(RELEASE)
	@$(VARIORUM) check --allow-plugins
	@$(VARIORUM) build --allow-plugins
	@echo "Open Site/public/index.html in a browser."

test: packages ## Build and run the tests
	@$(MAKE) --no-print-directory packages PACKAGES="$(PROGRAMS)"
	swift build --build-tests
	swift test --skip-build --disable-xctest --no-parallel
	@$(MAKE) --no-print-directory browser VARIORUM=.build/debug/variorum

browser: .venv-site ## Read the built sites in a browser: axe, Nu checker, links, keyboard, search, paper
	.venv-site/bin/python Tests/Browser --variorum $(VARIORUM)

# Chromium and Java come from Debian; what drives and checks them from PyPI, at fixed versions.
.venv-site: Tests/Browser/requirements.txt
	@$(MAKE) --no-print-directory packages PACKAGES="$(READERS)"
	@python3 -m venv .venv-site && .venv-site/bin/pip install --quiet --requirement $< && touch $@

bench: packages .venv-bench ## Measure importing, building, comparing, carrying, suggesting and hosting, beside peers
	$(RELEASE)
	.venv-bench/bin/python Tests/Benchmarks/measure.py --variorum $(VARIORUM)

# The peers that come from PyPI, at fixed versions.
.venv-bench: Tests/Benchmarks/requirements.txt
	@$(MAKE) --no-print-directory packages PACKAGES="python3-venv"
	@python3 -m venv .venv-bench && .venv-bench/bin/pip install --quiet --requirement $< && touch $@

check: lint docs embedding test site ## Everything that must hold before a change lands

lint: ## Check the formatting of the sources
	swift format lint --strict --recursive --parallel $(SOURCES)

format: ## Format the sources
	swift format --in-place --recursive --parallel $(SOURCES)

docs: packages ## Build the libraries' documentation in .build/documentation
	@swift build --build-tests
	@swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members \
	  > .build/symbol-graph.log 2>&1 || { cat .build/symbol-graph.log; exit 1; }
	@for library in $(LIBRARIES); do \
	  graphs=.build/documentation/$$library-graphs; rm -rf $$graphs; mkdir -p $$graphs; \
	  cp .build/*/symbolgraph/$$library.symbols.json .build/*/symbolgraph/$$library@*.symbols.json \
	    $$graphs 2>/dev/null; \
	  docc convert --additional-symbol-graph-dir $$graphs --warnings-as-errors \
	    --fallback-display-name $$library --fallback-bundle-identifier variorum.$$library \
	    --output-path .build/documentation/$$library.doccarchive || exit 1; \
	done
	@echo "The documentation of $(LIBRARIES) is in .build/documentation."

embedding: packages ## Build and run another package that uses the libraries
	swift run --package-path Tests/Embedding --scratch-path .build-embedding Embedding

# Installs the Debian packages that are missing, where that is allowed; otherwise says how.
packages:
	@missing=""; \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q "install ok installed" \
	    || missing="$$missing $$package"; \
	done; \
	test -z "$$missing" && exit 0; \
	install="apt-get install --yes --no-install-recommends$$missing"; \
	if test "$$(id -u)" = 0; then sudo=""; \
	elif sudo -n true 2>/dev/null; then sudo="sudo"; \
	else echo "Missing Debian packages. Run: sudo apt-get update && sudo $$install"; exit 1; fi; \
	echo "Installing$$missing …"; \
	$$sudo apt-get update --quiet --quiet && DEBIAN_FRONTEND=noninteractive $$sudo $$install

clean: ## Remove what was built
	rm -rf .build Site/public

help: ## List the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16
