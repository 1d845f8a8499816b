"""A built site as the checks see it: its pages by type, and what each version says."""

import json
import re
from pathlib import Path

CLASS = re.compile(r'<html lang="([^"]+)" class="page-([a-z-]+)')


class Site:
    """A folder that `variorum build` wrote."""

    def __init__(self, name, root, types=None):
        """`types` names the types of pages that are looked at; all if it is `None`."""
        self.name, self.root, self.types = name, Path(root).resolve(), types
        self.pages = sorted(self.root.rglob("*.html"))
        self.kinds = {page: CLASS.search(page.read_text("utf-8")).groups() for page in self.pages}

    def path(self, page):
        """A page's path in the site, with `/` between folders."""
        return page.relative_to(self.root).as_posix()

    def samples(self):
        """Of each type of page the one that holds most, in the site's first language."""
        first = self.kinds[self.root / "index.html"][0]
        return self._largest(lambda language: language == first)

    def translated_samples(self):
        """Of each type of page the one that holds most, in the other languages."""
        first = self.kinds[self.root / "index.html"][0]
        return self._largest(lambda language: language != first)

    def _largest(self, is_wanted):
        largest = {}
        for page, (language, kind) in self.kinds.items():
            if is_wanted(language) and (self.types is None or kind in self.types):
                rank = (page.stat().st_size, self.path(page))
                largest[kind] = max(largest.get(kind, (rank, page)), (rank, page))
        return [page for _, (_, page) in sorted(largest.items())]

    def plans(self):
        """The versions' texts by the versions' names."""
        return {
            file.parent.name: json.loads(file.read_text("utf-8"))["plan"]
            for file in sorted(self.root.glob("*/plan.json"))
        }
