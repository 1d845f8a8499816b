"""Random strings: what the search page shows is what a plain search of the plans finds.

Strings of one to eight characters are drawn from the paragraphs of every version, and some that
stand nowhere are made up. The page is opened from the disk, where it has no server to ask.
"""

import random
import unicodedata
from urllib.parse import quote

MOST_PATIENCE = 2.0


def folded(text):
    return unicodedata.normalize("NFKC", text).lower()


def without_spaces(text):
    return "".join(folded(text).split())


def queries(texts, count, chance):
    values = [text for text in texts if len(text) > 8]
    made = 0
    while made < count:
        text = chance.choice(values)
        length = chance.randint(1, 8)
        start = chance.randrange(len(text) - length)
        found = text[start : start + length]
        if chance.random() < 0.1:
            found = found[::-1] + chance.choice("龘qz9")
        # A space at an end is no part of what a person searches, and quotation marks are folded.
        if without_spaces(found) and found == found.strip() and not set(found) & set("“”‘’\"'—–-|"):
            made += 1
            yield found


def search(browser, site, count, report, seed=1):
    plans = site.plans()
    texts = {name: {b["id"]: (b.get("number") or "") + " " + b["text"] for b in plan["blocks"]} for name, plan in plans.items()}
    tab = browser.new_page()
    tab.goto((site.root / "search/index.html").as_uri())
    chance = random.Random(seed)
    slowest, faults = 0, []
    everything = [text for version in texts.values() for text in version.values()]
    for number, query in enumerate(queries(everything, count, chance)):
        version = chance.choice(sorted(texts))
        shown, took = ask(tab, query, version, number)
        slowest = max(slowest, took)
        needle = without_spaces(query)
        truth = {id for id, text in texts[version].items() if needle in without_spaces(text)}
        if shown != truth and not excused(shown, truth, query, texts[version]):
            faults.append(f"‘{query}’ in {version}: missing {truth - shown}, too many {shown - truth}")
    tab.close()
    report.check(f"{site.name}: {count} searches equal a plain search", faults)
    report.check(
        f"{site.name}: no search takes long",
        [f"one took {slowest:.0f} ms"] if slowest > 1000 * MOST_PATIENCE else [])


def excused(shown, truth, query, texts):
    """Between words in Latin letters a space counts, for the page and not for the plain search."""
    spaced = {id for id, text in texts.items() if " ".join(folded(query).split()) in folded(text)}
    return spaced <= shown <= truth


def ask(tab, query, version, number):
    """The identifiers that the page shows, and the milliseconds that it took."""
    tab.evaluate("document.querySelector('[role=status]').textContent = '…'")
    started = tab.evaluate("performance.now()")
    tab.evaluate(f"location.hash = '#in=text&v={quote(version)}&q={quote(query)}&n={number}'")
    # Not by a condition for the page: its policy forbids to evaluate one.
    while tab.text_content("[role=status]") == "…":
        if tab.evaluate("performance.now()") - started > 1000 * MOST_PATIENCE:
            return set(), 1000 * MOST_PATIENCE + 1
        tab.wait_for_timeout(5)
    took = tab.evaluate("performance.now()") - started
    while tab.is_visible(".results + .button"):
        tab.click(".results + .button")
    hash_of = "all => all.map(a => decodeURIComponent(new URL(a.href).hash.slice(1)))"
    return set(tab.eval_on_selector_all(".results a", hash_of)), took
