"""Prints pages on A4 as a browser does, and reads the paper: the whole text in its order, the notes with
their paragraphs, no controls, nothing over the edge.
"""

import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

# A4 less the margins of the style sheet, in points. A sign of punctuation may hang a little outside, and
# the box of a word is higher than what is seen of it.
LEFT, RIGHT, TOP, BOTTOM = 56.7 - 9, 538.6 + 9, 56.7 - 15, 779.5 + 15

# What each block has to say on paper, from top to bottom; U+E000 stands around a note's number in the text.
# A note's parts are taken as they are in the page, whether the style sheet shows them or not.
BLOCKS = """
() => {
  const text = (element) => element.textContent;
  const words = (block) => {
    const copy = block.cloneNode(true);
    for (const tool of copy.querySelectorAll(".apparatus, .tools, .notes")) tool.remove();
    for (const number of copy.querySelectorAll(".callout")) number.textContent = "\\ue000" + text(number) + "\\ue000";
    return text(copy);
  };
  const notes = (block) => [...block.querySelectorAll(".notes .note")].map((note) =>
    [".mark", ".kind", ".body dt, .body dd, .says, .progress"].flatMap((part) => [...note.querySelectorAll(part)].map(text)));
  const blocks = [];
  for (const block of document.querySelectorAll(".text > .passage")) {
    const rows = [...block.querySelectorAll("tr[id]")];
    for (const one of rows.length ? rows : [block]) blocks.push({ id: one.id, words: words(one), notes: [] });
    blocks.at(-1).notes = notes(block);
  }
  return blocks;
}
"""

# What is shown though it does nothing on paper.
CONTROLS = """
() => [...document.querySelectorAll("nav:not(.chapters), button, form, .skip, .contents, .apparatus .past")]
  .filter((one) => one.checkVisibility()).map((one) => `${one.tagName} ${one.className} is printed`)
"""

# Boxes that hide what is wider than they are.
CUT = """
() => [...document.querySelectorAll("main *")]
  .filter((one) => getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1 && !one.closest(".unseen"))
  .map((one) => `${one.tagName} ${one.className} cuts ${one.scrollWidth - one.clientWidth} pixels off`)
"""

WORD = r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>'

PALE = """
() => {
  document.documentElement.dataset.theme = "dark";
  const ink = getComputedStyle(document.body).color.match(/[\\d.]+/g).map(Number);
  return Math.max(...ink.slice(0, 3)) > 100 ? [`the ink is pale: ${ink}`] : [];
}
"""


def check(browser, site, origin, pages, report, versions=None):
    """Reads all of the text, of some versions or of all, and looks at the given pages."""
    tab = browser.new_page(viewport={"width": 642, "height": 900}, color_scheme="dark")
    tab.emulate_media(media="print")
    plans = site.plans()
    for version in versions or plans:
        order = [block["id"] for block in plans[version]["blocks"]]
        chapters = []
        for file, (_, kind) in site.kinds.items():
            if kind == "reading" and site.path(file).split("/")[0] == version:
                tab.goto(origin + site.path(file))
                blocks = tab.evaluate(BLOCKS)
                # The list of chapters has no text.
                if blocks:
                    chapters.append(blocks)
                    report.check(f"{site.name}/{site.path(file)} on paper", unread(blocks, printed_text(pdf(tab))))
        chapters.sort(key=lambda blocks: order.index(blocks[0]["id"]))
        report.check(
            f"{site.name}/{version} is printed as a whole",
            changed(plans[version], [block for blocks in chapters for block in blocks]))
    for file in pages:
        tab.goto(origin + site.path(file))
        faults = [fault for look in (CONTROLS, CUT, PALE) for fault in tab.evaluate(look)]
        report.check(f"{site.name}/{site.path(file)} printed", faults + list(outside(pdf(tab))))
    tab.close()


def pdf(tab):
    return tab.pdf(prefer_css_page_size=True)


def pdftotext(option, pdf):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return subprocess.run(
            ["pdftotext", option, file.name, "-"], capture_output=True, text=True, check=True).stdout


def printed_text(pdf):
    return "".join(map(without_margin, pdftotext("-raw", pdf).split("\f")))


def without_margin(sheet):
    """A sheet's text without its number and without the numbers of the paragraphs beside it."""
    lines = sheet.strip().split("\n")
    return "\n".join(line for line in lines[lines[0].isdigit():] if not re.fullmatch(r"¶ ?\d+", line)) + "\n"


def folded(text):
    """Letters and signs alone: a line's end may add a hyphen, and fonts have signs of their own."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\-‐\u00ad\u200b\u2060\ue000|•]+", "", text)


def unread(blocks, text):
    """What stands not on the paper, or not where it belongs."""
    text = folded(text)
    place = 0

    def seek(words, what):
        nonlocal place
        found = text.find(folded(words), place)
        if found >= 0:
            place = found + len(folded(words))
        # Where lines run both ways, a reader of the file finds the words but not their order.
        elif not is_mixed(words) or any(word not in text for word in re.findall(r"\w+", words)):
            yield f"{what} is not there, or not in its order: ‘{folded(words)[:60]}’"

    for block in blocks:
        yield from seek(block["words"], block["id"])
        for note in block["notes"]:
            for part in note:
                yield from seek(part, f"a note on {block['id']}")


def is_mixed(words):
    """Whether some of it runs from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words)


def changed(plan, blocks):
    """Where the blocks on the pages are not those of the plan in their order."""
    shown = [(block["id"], folded(re.sub("\ue000.*?\ue000", "", block["words"]))) for block in blocks]
    due = [(block["id"], folded((block.get("number") or "") + block["text"])) for block in plan["blocks"]]
    if len(shown) != len(due):
        yield f"{len(shown)} blocks are printed of {len(due)}"
    for one, other in zip(shown, due):
        if one != other:
            yield f"{other[0]} should read ‘{other[1][:60]}’, and {one[0]} reads ‘{one[1][:60]}’"


def outside(pdf):
    for *box, word in re.findall(WORD, pdftotext("-bbox", pdf)):
        left, top, right, bottom = map(float, box)
        if left < LEFT or right > RIGHT or top < TOP or bottom > BOTTOM and not word.isdigit():
            yield f"‘{word}’ at {left:.0f}–{right:.0f}, {top:.0f}–{bottom:.0f} lies outside the page's margins"
