"""Looks at a built site in Debian's Chromium: pictures, console, overflow, and axe.

    pip install playwright axe-playwright-python
    python3 Tests/Browser/look.py Site/public [--pictures DIR] [PAGE …]

Every page is opened from the disk, light and dark, at 1280 and 375 pixels. Anything in the console,
a page wider than the screen, or a finding of axe (WCAG 2.2 A and AA) is a fault.
"""

import argparse
import json
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_source():
    spec = find_spec("axe_playwright_python")
    return (Path(spec.origin).parent / "axe.min.js").read_text("utf-8") if spec else None


def look(browser, path, root, scheme, width, pictures, axe):
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=axe is not None
    )
    page = context.new_page()
    name = f"{path.relative_to(root)} {scheme} {width}"
    page.on("console", lambda message: print_fault(f"{name}: console: {message.text}"))
    page.on("pageerror", lambda error: print_fault(f"{name}: {error}"))
    page.goto(path.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        print_fault(f"{name}: wider than the screen by {wide} pixels")
    if pictures:
        file = str(path.relative_to(root)).replace("/", "_").removesuffix(".html")
        page.screenshot(path=pictures / f"{file}-{scheme}-{width}.png", full_page=True)
    if axe:
        page.evaluate(axe)
        result = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}, preload: false}})")
        for finding in result["violations"]:
            places = [" ".join(map(str, node["target"])) for node in finding["nodes"]][:3]
            print_fault(f"{name}: {finding['id']} ×{len(finding['nodes'])}: {places}")
    context.close()


FAULTS = []


def print_fault(text):
    FAULTS.append(text)
    print(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--pictures", type=Path)
    arguments = parser.parse_args()
    root = arguments.site.resolve()
    pages = [root / page for page in arguments.pages] or sorted(root.rglob("*.html"))
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    axe = axe_source()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for path in pages:
            for scheme in ("light", "dark"):
                for width in (1280, 375):
                    look(browser, path, root, scheme, width, arguments.pictures, axe)
        browser.close()
    print(f"{len(pages)} pages, {len(FAULTS)} faults" + ("" if axe else "; axe is not installed"))
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
