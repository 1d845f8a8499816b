"""What script adds: filters in the address, keys from change to change, copying; and the same filters
without it."""

SHOWN = "all => all.filter((one) => one.checkVisibility()).length"


def check(browser, site, origin, report):
    script_filters(browser, site, origin, report)
    plain_filters(browser, site, origin, report)
    keys(browser, site, origin, report)
    copying(browser, site, origin, report)


def first(site, kind):
    return next(page for page in site.samples() if site.kinds[page][1] == kind)


def script_filters(browser, site, origin, report):
    """Each filter shows as many entries as it says, by itself and when the address is opened anew."""
    tab = browser.new_page()
    for kind, entries in (("notes", ".register > li"), ("comparison", ".change")):
        address = origin + site.path(first(site, kind))
        tab.goto(address)
        everything = tab.eval_on_selector_all(entries, SHOWN)
        faults = []
        for link in tab.query_selector_all(".facets [data-facet]"):
            name, count = link.get_attribute("data-facet"), int(link.query_selector(".count").text_content())
            link.click()
            if tab.eval_on_selector_all(entries, SHOWN) != count:
                faults.append(f"{name} says {count} and shows {tab.eval_on_selector_all(entries, SHOWN)}")
            if str(count) not in tab.text_content("[role=status]"):
                faults.append(f"{name}: the number is not told")
            again = browser.new_page()
            again.goto(tab.url)
            if again.eval_on_selector_all(entries, SHOWN) != count:
                faults.append(f"{tab.url.split('#')[1]} opened anew shows something else")
            again.close()
            tab.click(".clear")
        if tab.eval_on_selector_all(entries, SHOWN) != everything:
            faults.append("after all, not everything is shown again")
        report.check(f"{site.name}/{kind}: filters in the address", faults)
    tab.close()


def plain_filters(browser, site, origin, report):
    """Without script a filter of changes is a place, and one of notes a page."""
    context = browser.new_context(java_script_enabled=False)
    tab, other = context.new_page(), context.new_page()
    for kind, entries in (("notes", ".register > li"), ("comparison", ".change")):
        tab.goto(origin + site.path(first(site, kind)))
        faults = []
        for link in tab.query_selector_all(".facets [data-facet]"):
            name, count = link.get_attribute("data-facet"), int(link.query_selector(".count").text_content())
            # An agency's page lists a note once for each of its parts.
            if name.startswith("agency="):
                continue
            other.goto(tab.evaluate("link => link.href", link))
            if other.eval_on_selector_all(entries, SHOWN) != count:
                faults.append(f"{name} says {count} and shows {other.eval_on_selector_all(entries, SHOWN)}")
        report.check(f"{site.name}/{kind}: filters without script", faults)
    context.close()


def keys(browser, site, origin, report):
    """`n` and `p` lead from change to change where the reader stands in one, and nowhere else."""
    tab = browser.new_page()
    tab.goto(origin + site.path(first(site, "comparison")))
    names = tab.eval_on_selector_all(".change", "all => all.map((one) => one.id)")
    focused = "document.activeElement.id"
    faults = []
    tab.keyboard.press("n")
    if tab.evaluate(focused) in names:
        faults.append("the key works though the reader stands in no change")
    tab.focus(".change")
    for key, expected in (("n", names[1]), ("n", names[2]), ("p", names[1]), ("p", names[0]), ("p", names[0])):
        tab.keyboard.press(key)
        if tab.evaluate(focused) != expected:
            faults.append(f"{key} leads to {tab.evaluate(focused)} and should to {expected}")
    report.check(f"{site.name}: keys from change to change", faults)
    tab.close()


def copying(browser, site, origin, report):
    """The buttons of a paragraph copy its address and its citation."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(origin + site.path(first(site, "reading")))
    block = tab.eval_on_selector(".passage[id]:not(.heading)", "one => one.id")
    faults = []
    for place, holds in enumerate(([f"#{block}"], [f"#{block}", "¶"])):
        control = tab.query_selector_all(f"#{block} .copy")[place]
        control.click(force=True)
        tab.wait_for_timeout(50)
        copied = tab.evaluate("navigator.clipboard.readText()")
        faults += [f"‘{copied}’ lacks {part}" for part in holds if part not in copied]
    report.check(f"{site.name}: the buttons copy address and citation", faults)
    context.close()
