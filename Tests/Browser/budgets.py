"""What a page weighs on its way to a reader, compressed."""

import gzip

STYLE = 15_000
SCRIPT = 20_000
# Twenty paragraphs; a longer page may weigh as much for every twenty.
CHAPTER = 40_000


def weight(file):
    return len(gzip.compress(file.read_bytes(), 6))


def check(site, report):
    theme = site.root / "theme"
    styles = sum(weight(file) for file in theme.glob("*.css"))
    scripts = sum(weight(file) for file in theme.glob("*.js"))
    report.check(f"{site.name}: the style sheet weighs {styles}", over(styles, STYLE))
    report.check(f"{site.name}: the scripts weigh {scripts}", over(scripts, SCRIPT))
    for file, (_, kind) in site.kinds.items():
        if kind == "reading":
            paragraphs = file.read_text("utf-8").count('class="passage')
            budget = CHAPTER * max(1, paragraphs / 20)
            report.check(f"{site.name}/{site.path(file)} weighs {weight(file)}", over(weight(file), budget))


def over(size, budget):
    return [f"the budget is {budget:.0f} bytes"] if size > budget else []
