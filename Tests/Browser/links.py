"""Follows every link and fragment of a built site."""

from html.parser import HTMLParser
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
                self.links.append((tag, value))


def check(site, report):
    pages = {file.resolve(): Page(file.read_text("utf-8")) for file in site.pages}
    report.check(f"{site.name}: every link and fragment leads somewhere", faults(pages, site))
    reached = reachable(pages, site.root / "index.html")
    lost = [site.path(file) for file in pages if file not in reached]
    report.check(f"{site.name}: every page can be reached from the first", lost)


def resolved(path, link):
    target, _, fragment = link.partition("#")
    return (path.parent / unquote(target)).resolve() if target else path, unquote(fragment)


def is_outside(link):
    return link.startswith(("http://", "https://", "data:"))


def faults(pages, site):
    for path, page in pages.items():
        ids = set(page.ids)
        if len(ids) < len(page.ids):
            yield f"{site.path(path)}: an id stands more than once"
        for tag, link in page.links:
            if is_outside(link):
                # A link may lead out of the site; nothing that a page loads may.
                if tag not in ("a", "link") and not link.startswith("data:"):
                    yield f"{site.path(path)}: loads ‘{link}’"
                continue
            file, fragment = resolved(path, link)
            if not file.is_file():
                yield f"{site.path(path)}: nothing at ‘{link}’"
            elif fragment and file in pages and fragment not in pages[file].ids:
                yield f"{site.path(path)}: no place ‘{link}’"


def reachable(pages, start):
    reached, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        for tag, link in pages[path].links:
            if tag == "a" and not is_outside(link):
                file, _ = resolved(path, link)
                if file in pages and file not in reached:
                    reached.add(file)
                    waiting.append(file)
    return reached
