"""Follows every link and fragment of a built site. Standard library only.

    python3 Tests/Browser/links.py Site/public
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote


class Page(HTMLParser):
    """The ids and the links of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name in ("href", "src"):
                self.links.append(value)


def faults(root):
    pages = {p.resolve(): Page(p.read_text("utf-8")) for p in sorted(root.rglob("*.html"))}
    for path, page in pages.items():
        for name in sorted({i for i in page.ids if page.ids.count(i) > 1}):
            yield f"{path}: id '{name}' stands more than once"
        for link in page.links:
            if link.startswith(("http://", "https://", "data:")):
                continue
            target, _, fragment = link.partition("#")
            file = (path.parent / unquote(target)).resolve() if target else path
            if not file.is_file():
                yield f"{path}: nothing at '{link}'"
            elif fragment and file in pages and unquote(fragment) not in pages[file].ids:
                yield f"{path}: no place '{link}'"
    print(f"{len(pages)} pages, {sum(len(p.links) for p in pages.values())} links")


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1]).resolve()))
    print("\n".join(found))
    sys.exit(1 if found else 0)
