"""Looks at built sites in Debian's Chromium as their readers do, and says what is wrong.

    make browser
    .venv-site/bin/python Tests/Browser --variorum .build/debug/variorum [--pictures DIR] [--only PART …]

The repository's own site with what its plugins add, that of a small project with everything that is hard
on a page, and that of a plan too long for one page are built and read. The last line is `N passed, N failed`; the status is 1 if a check failed.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

import budgets
import comforts
import hard_project
import keyboard
import links
import long_project
import looking
import markup
import printing
import reading
import reproducing
import searching
from report import Report
from serving import served
from site_pages import Site

PARTS = (
    "links", "markup", "budgets", "bytes", "looks", "policy", "reading", "printing", "keyboard", "comforts", "search")
# A long plan's pages differ from those of a short one in these types; and what neither its length nor its
# chapters touch is looked at in the other sites.
LONG_TYPES = ("reading", "chapters", "source", "comparison", "side-by-side", "notes", "search")
LONG_PARTS = ("links", "budgets", "looks", "policy", "reading", "printing", "search")
REPOSITORY = Path(__file__).resolve().parents[2]


def build(variorum, project, output, types=None):
    run = subprocess.run(
        [variorum, "build", "--allow-plugins", "--project", str(project), "--output", str(output)],
        capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"the site of {project} cannot be built:\n{run.stderr}")
    return Site(project.name, output, types)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--variorum", type=Path, required=True, help="the built command")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of the pages")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="the parts to check")
    parser.add_argument("--queries", type=int, default=200, help="how many strings to search for")
    return parser.parse_args()


def check_files(site, report, only):
    if "links" in only:
        links.check(site, report)
    if "budgets" in only:
        budgets.check(site, report)
    if "markup" in only:
        report.section(f"the Nu checker on {site.name}")
        markup.check(site, report)


def check_in_browser(browser, site, report, only, options):
    pages = site.samples()
    with served(site.root) as origin:
        if "looks" in only:
            report.section("axe, console, requests, overflow")
            looking.look(browser, site, origin, pages, report, pictures=options.pictures)
            looking.look(
                browser, site, origin, site.translated_samples(), report, schemes=("light",), widths=(375,))
        if "policy" in only:
            report.section("under the strict policy, and from the disk")
            looking.look_under_policy(browser, site, origin, pages, report)
        if "reading" in only:
            report.section("without script")
            reading.read(browser, site, origin, pages, report)
        if "printing" in only:
            report.section("on paper")
            printing.check(browser, site, origin, pages, report)
        if "keyboard" in only:
            report.section("by keyboard")
            keyboard.skip(browser, site, origin, report)
            keyboard.walk(browser, site, origin, pages, report)
        if "comforts" in only:
            report.section("filters, keys, copying")
            comforts.check(browser, site, origin, report)
    if "search" in only:
        report.section("search")
        searching.search(browser, site, options.queries, report)


def examine(site, only, options):
    """Looks at one site in a browser of its own; the sites are looked at beside one another."""
    report = Report(site.name)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        check_in_browser(browser, site, report, only, options)
        browser.close()
    return report


def main():
    options = arguments()
    variorum = options.variorum.resolve()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    report = Report()
    with tempfile.TemporaryDirectory() as temporary, ProcessPoolExecutor(2) as pool:
        place = Path(temporary)
        hard = hard_project.make(variorum, place / "hard")
        own = copy_of_repository(place / "sample")
        long = long_project.make(variorum, place / "long")
        parts = {
            build(variorum, own, place / "sample-site"): options.only,
            build(variorum, hard, place / "hard-site"): options.only,
            build(variorum, long, place / "long-site", LONG_TYPES): [part for part in options.only if part in LONG_PARTS],
        }
        looks = [pool.submit(examine, site, only, options) for site, only in parts.items()]
        for site, only in parts.items():
            check_files(site, report, only)
        if "bytes" in options.only:
            report.section("two builds give the same bytes")
            for project in (own, hard):
                reproducing.check(variorum, project, place / ("bytes-" + project.name), report)
        for look in looks:
            report.add(look.result())
    sys.exit(report.end())


def copy_of_repository(place):
    for folder in ("Site", "Annotations"):
        shutil.copytree(REPOSITORY / folder, place / folder, ignore=shutil.ignore_patterns("public"))
    return place


if __name__ == "__main__":
    main()
