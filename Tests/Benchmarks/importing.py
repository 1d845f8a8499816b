"""Converting sources of 10 MB beside pandoc and cmark: time and memory.

Every program reads the same file in the same run; the words are the sample plan's. Pandoc and cmark
give their own documents (JSON and CommonMark), without identifiers and places. Standard library
only; programs that are not here are left out.
"""
import html
import os
import pathlib
import shutil
import tempfile

import building
import comparing

MEGABYTE = 1_000_000


def sources(size):
    """The text of each file, by its name."""
    chapters = building.chapters(size // 6_700)
    text = "\n\n".join(f"{title}\n\n{body.replace('## ', '')}" for title, body in chapters)
    markdown = "\n\n".join(f"# {title}\n\n{body}" for title, body in chapters)
    blocks = [html.escape(block) for block in markdown.split("\n\n")]
    tagged = (
        f"<h2>{block[3:]}</h2>" if block.startswith("## ")
        else f"<h1>{block[2:]}</h1>" if block.startswith("# ") else f"<p>{block}</p>"
        for block in blocks)
    return {
        "paragraphs.txt": text,
        "columns.txt": "\n".join(columns(text)),
        "line.txt": text.replace("\n", ""),
        "page.html": "<!DOCTYPE html><meta charset=utf-8><body>" + "\n".join(tagged),
        "plan.md": markdown,
    }


def columns(text, width=22):
    """Lines of a newspaper: paragraphs broken at a width, with lost indents and blank lines."""
    for block in text.split("\n\n"):
        yield block[: width - 2]
        yield from (block[at : at + width] for at in range(width - 2, len(block), width))
        yield ""


def peers(path):
    form = {".html": "html", ".md": "commonmark"}.get(path.suffix)
    if form and shutil.which("pandoc"):
        yield "pandoc --sandbox", ["pandoc", "--sandbox", "-f", form, "-t", "json", str(path)]
    if path.suffix == ".md" and shutil.which("cmark"):
        yield "cmark", ["cmark", "-t", "commonmark", str(path)]


def measure(variorum, size=10 * MEGABYTE):
    print(f"\nImporting {size / MEGABYTE:.0f} MB: best of three; load {os.getloadavg()[0]:.1f}")
    print(f"  {'file':<16}{'program':<20}{'seconds':>9}{'MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, text in sources(size).items():
            path = pathlib.Path(folder) / name
            path.write_text(text, encoding="utf-8")
            for program, command in [
                ("variorum convert", [variorum, "convert", str(path)]), *peers(path)
            ]:
                found = comparing.best(command)
                cells = f"{found[0]:>9.2f}{found[1]:>8.0f}" if found else f"{'> 60':>9}"
                print(f"  {name:<16}{program:<20}{cells}")
