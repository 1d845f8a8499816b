"""A walk through each page by the tabulator: what has the focus is seen, and the skip link is first."""

MOST_STEPS = 70

FOCUS = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const middle = document.elementFromPoint(
    Math.min(Math.max(box.x + Math.min(box.width, 40) / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.y + Math.min(box.height, 24) / 2, 0), innerHeight - 1));
  return {
    name: (element.getAttribute("aria-label") || element.textContent || element.tagName).trim().slice(0, 40),
    key: [...document.querySelectorAll("*")].indexOf(element),
    skip: element.classList.contains("skip"),
    outlined: style.outlineStyle !== "none" || element.classList.contains("skip"),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    uncovered: element.getClientRects().length > 1 || element.contains(middle) || middle?.contains(element),
  };
}
"""


def walk(browser, site, origin, pages, report):
    for width in (1280, 375):
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        tab = context.new_page()
        for file in pages:
            tab.goto(origin + site.path(file))
            report.check(f"{site.name}/{site.path(file)} by keyboard at {width}", steps(tab))
        context.close()


def steps(tab):
    # The search page puts the reader into its field; the walk begins before everything.
    tab.evaluate("document.activeElement?.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
    seen = set()
    for step in range(MOST_STEPS):
        tab.keyboard.press("Tab")
        focus = tab.evaluate(FOCUS)
        if focus is None or focus["key"] in seen:
            return
        seen.add(focus["key"])
        if step == 0 and not focus["skip"]:
            yield f"the first stop is ‘{focus['name']}’ and not the skip link"
        for quality in ("outlined", "inside", "uncovered"):
            if not focus[quality]:
                yield f"the focus on ‘{focus['name']}’ is not {quality}"


def skip(browser, site, origin, report):
    """The skip link leads into the text."""
    tab = browser.new_page()
    tab.goto(origin)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    inside = tab.evaluate("document.querySelector('main').contains(document.activeElement)")
    report.check(f"{site.name}: the skip link leads into the text", [] if inside else ["it does not"])
    tab.close()
