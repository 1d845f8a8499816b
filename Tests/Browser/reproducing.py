"""The same project gives the same bytes: in another folder, time zone, locale, on one processor."""

import filecmp
import os
import shutil
import subprocess


def check(variorum, project, place, report):
    first = build(variorum, project, place / "one", {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"})
    second = build(
        variorum, project, place / "another folder/två",
        {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, ["taskset", "-c", "0"])
    names = {path.relative_to(root) for root in (first, second) for path in root.rglob("*") if path.is_file()}
    _, different, absent = filecmp.cmpfiles(first, second, map(str, sorted(names)), shallow=False)
    report.check(
        f"{project.name}: two builds give the same {len(names)} files",
        [f"differs: {name}" for name in different] + [f"stands in one alone: {name}" for name in absent])


def build(variorum, project, place, settings, before=()):
    shutil.copytree(project / "Site", place / "Site", ignore=shutil.ignore_patterns("public"))
    shutil.copytree(project / "Annotations", place / "Annotations")
    subprocess.run(
        [*before, variorum, "build", "--allow-plugins", "--project", str(place), "--output", str(place / "out")],
        check=True, capture_output=True, env={**os.environ, **settings})
    return place / "out"
