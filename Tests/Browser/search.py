"""Holds the search of a built site to a plain search of its texts, in Debian's Chromium.

    pip install playwright
    python3 Tests/Browser/search.py Site/public [--queries 200]

Strings of one to eight characters are drawn from the paragraphs of every version, and some that stand
nowhere are made up. What the search page shows, opened from the disk, must be the paragraphs that
hold the string, as a plain search finds them in the pages.
"""

import argparse
import random
import shutil
import sys
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright


class Texts(HTMLParser):
    """The texts of the blocks of a reading page, by identifier."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.block, self.inside, self.skipping = {}, None, 0, 0
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        classes = (values.get("class") or "").split()
        if tag == "div" and "passage" in classes:
            self.block = values.get("id")
            self.texts[self.block] = ""
        self.inside += tag in ("p", "h1", "h2", "h3", "h4") and self.block is not None
        self.skipping += tag in ("a", "aside")

    def handle_endtag(self, tag):
        self.inside -= tag in ("p", "h1", "h2", "h3", "h4") and self.block is not None
        self.skipping -= tag in ("a", "aside")
        # The text comes first; notes and tools stand behind it.
        if self.block and self.inside == 0 and self.texts[self.block] and tag != "a":
            self.block = None

    def handle_data(self, data):
        if self.block and self.inside and not self.skipping:
            self.texts[self.block] += data


def folded(text):
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def queries(texts, count, chance):
    values = [text for text in texts.values() if len(text) > 8]
    for _ in range(count):
        text = chance.choice(values)
        length = chance.randint(1, 8)
        start = chance.randrange(len(text) - length)
        found = text[start:start + length]
        if chance.random() < 0.1:
            found = found[::-1] + chance.choice("龘qz9")
        if folded(found) and found == found.strip():
            yield found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    root = arguments.site.resolve()
    wrong = slowest = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.on("pageerror", lambda error: print(error))
        page.on("console", lambda message: print(message.text))
        page.goto((root / "search/index.html").as_uri())
        names = page.eval_on_selector_all("#search-v option", "all => all.map(one => one.value)")
        texts = {
            f"{name}#{block}": text
            for name in names if name
            for block, text in Texts(root / name / "index.html").texts.items()
        }
        chance = random.Random(arguments.seed)
        count = 0
        for query in queries(texts, arguments.queries, chance):
            count += 1
            version = chance.choice([name for name in names if name])
            page.evaluate("document.querySelector('[role=status]').textContent = '…'")
            started = page.evaluate("performance.now()")
            page.evaluate(f"location.hash = '#in=text&v={quote(version)}&q={quote(query)}&n={count}'")
            # Not by a condition for the page: its policy forbids to evaluate one.
            for _ in range(400):
                if page.text_content("[role=status]") != "…":
                    break
                page.wait_for_timeout(5)
            else:
                sys.exit(f"‘{query}’: no answer in two seconds")
            slowest = max(slowest, page.evaluate("performance.now()") - started)
            while page.is_visible(".results + .button"):
                page.click(".results + .button")
            shown = set(page.eval_on_selector_all(
                ".results a", "all => all.map(a => decodeURIComponent(new URL(a.href).hash.slice(1)))"))
            truth = {
                key.split("#")[1] for key, text in texts.items()
                if key.startswith(version + "#") and folded(query) in folded(text)
            }
            if shown != truth:
                wrong += 1
                print(f"‘{query}’ in {version}: missing {truth - shown}, too many {shown - truth}")
        browser.close()
    print(f"{len(texts)} blocks, {count} queries, {wrong} wrong, the slowest took {slowest:.0f} ms")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
