"""Every type of page, light and dark, wide and narrow: axe, console, requests, overflow."""

import json
from importlib.util import find_spec
from pathlib import Path

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = json.dumps({"runOnly": RULES, "preload": False, "resultTypes": ["violations"]})
SCHEMES = ("light", "dark")
WIDTHS = (1280, 375)


def axe_source():
    return (Path(find_spec("axe_playwright_python").origin).parent / "axe.min.js").read_text("utf-8")


class Watch:
    """Notes whatever a page says in the console, and whom it asks for something."""

    def __init__(self, page, origin):
        self.faults = []
        page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        page.on("request", lambda request: self._asked(request, origin))

    def _asked(self, request, origin):
        if not request.url.startswith((origin, "data:")):
            self.faults.append(f"another host was asked: {request.url}")

    def take(self):
        faults, self.faults = self.faults, []
        return faults


def overflow(page):
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"wider than the screen by {wide} pixels"] if wide > 0 else []


def axe_findings(page):
    result = page.evaluate(f"axe.run(document, {OPTIONS})")
    for finding in result["violations"]:
        places = [" ".join(map(str, node["target"])) for node in finding["nodes"]][:3]
        yield f"{finding['id']} ×{len(finding['nodes'])}: {places}"


def look(browser, site, origin, pages, report, schemes=SCHEMES, widths=WIDTHS, pictures=None):
    axe = axe_source()
    for scheme in schemes:
        for width in widths:
            # axe is put in over the policy; the pages' own policy is watched without it elsewhere.
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
            tab = context.new_page()
            watch = Watch(tab, origin)
            for file in pages:
                path = site.path(file)
                tab.goto(origin + path)
                faults = overflow(tab)
                tab.evaluate(axe)
                faults += axe_findings(tab)
                report.check(f"{site.name}/{path} {scheme} {width}", faults + watch.take())
                if pictures:
                    name = path.replace("/", "_").removesuffix(".html")
                    tab.screenshot(path=pictures / f"{site.name}-{name}-{scheme}-{width}.png")
            context.close()


def look_under_policy(browser, site, origin, pages, report):
    """The same pages under the policy, from a server and from the disk: nothing may complain."""
    for start in (origin, site.root.as_uri() + "/"):
        context = browser.new_context(forced_colors="active", reduced_motion="reduce")
        tab = context.new_page()
        watch = Watch(tab, start)
        for file in pages:
            tab.goto(start + site.path(file))
            tab.wait_for_load_state("networkidle")
            report.check(f"{site.name}/{site.path(file)} from {start[:5]}", watch.take())
        context.close()
