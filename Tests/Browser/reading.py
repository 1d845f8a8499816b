"""Without script every page says what it says with it, and the reading view says the whole plan."""

# What the page says: its text without the controls that the script adds, and without white space.
SAID = """
() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const added of main.querySelectorAll("button, form, [role=status], [data-by-script]")) added.remove();
  return main.textContent.replace(/\\s+/gu, "");
}
"""

# Text that no reader can get at: hidden, and in no box that opens. The way back from a filter is there
# once there is a filter.
HIDDEN = """
() => {
  const hidden = [];
  for (const element of document.querySelectorAll("main *")) {
    if (element.closest("details:not([open])") || element.closest("svg, .unfilter")) continue;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (own && !element.checkVisibility({ visibilityProperty: true })) hidden.push(element.textContent.slice(0, 40));
  }
  return hidden;
}
"""

BLOCKS = """
() => Object.fromEntries([...document.querySelectorAll(".passage, .text tr[id]")].map((block) => {
  const copy = block.cloneNode(true);
  for (const tool of copy.querySelectorAll(".apparatus, .notes, .callout")) tool.remove();
  return [block.id, copy.textContent.replace(/[\\s|\\u2060]+/gu, "")];
}))
"""


def read(browser, site, origin, pages, report):
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    lively = browser.new_context(viewport={"width": 1280, "height": 900})
    without, with_script = plain.new_page(), lively.new_page()
    for file in pages:
        path = site.path(file)
        without.goto(origin + path)
        with_script.goto(origin + path)
        faults = [f"hidden without script: {text}" for text in without.evaluate(HIDDEN)]
        if without.evaluate(SAID) != with_script.evaluate(SAID):
            faults.append("says something else without script")
        if without.locator("main button, main form").count():
            faults.append("has a dead control without script")
        report.check(f"{site.name}/{path} without script", faults)
    for version, plan in site.plans().items():
        shown = {}
        for file, (language, kind) in site.kinds.items():
            if kind == "reading" and site.path(file).split("/")[0] == version:
                without.goto(origin + site.path(file))
                shown |= without.evaluate(BLOCKS)
        report.check(f"{site.name}/{version} says the whole plan", missing(plan, shown))
    plain.close()
    lively.close()


def missing(plan, shown):
    for block in plan["blocks"]:
        words = "".join(((block.get("number") or "") + block["text"]).replace("|", "").split())
        if shown.get(block["id"]) != words:
            yield f"{block['id']} reads ‘{shown.get(block['id'])}’, and should ‘{words}’"
