"""Makes a project out of generated texts, as a person would with the command."""

import re
import subprocess


def make(variorum, folder, title, texts, notes, kinds, agencies, languages, settings=""):
    """Writes the project and returns its folder.

    `texts` has the versions' texts in Markdown by their names, in order; `notes` is given the blocks of the
    first version, texts by identifiers, and returns the file of notes.
    """
    def run(*arguments):
        result = subprocess.run([variorum, *map(str, arguments)], capture_output=True, text=True)
        if result.returncode:
            raise SystemExit(f"variorum {arguments[0]} failed:\n{result.stdout}{result.stderr}")

    run("init", folder, "--title", title)
    for number, (name, text) in enumerate(texts.items(), 1):
        source = folder / f"source-{number}.md"
        source.write_text(text, "utf-8")
        run("import", source, "--as", name, "--project", folder)
    site = folder / "Site/site.yml"
    site.write_text(re.sub(r"languages: .*", f"languages: {languages}", site.read_text("utf-8")) + settings, "utf-8")
    plan = (folder / f"Site/Versions/{next(iter(texts))}/plan.md").read_text("utf-8")
    blocks = {id: words for words, id in re.findall(r"^\|? ?(.+)\n\{: #(p-\w+)", plan, re.M)}
    notes_folder = folder / "Annotations"
    notes_folder.mkdir(exist_ok=True)
    for name in list(notes_folder.glob("*.yml")):
        name.unlink()
    for name, words in (("kinds", kinds), ("agencies", agencies), ("notes", notes(blocks))):
        (notes_folder / f"{name}.yml").write_text(words, "utf-8")
    return folder


def note(id, kind, version, paragraph, quote, fields):
    """One note in YAML; the values of its fields are YAML too."""
    fields = {"basis": "reading", **fields}
    lines = "".join(f"    {key}: {value}\n" for key, value in fields.items())
    return (
        f"  - id: {id}\n    kind: {kind}\n    on:\n      version: \"{version}\"\n"
        f"      paragraph: {paragraph}\n      quote: \"{quote}\"\n{lines}")


def block(blocks, start):
    """The identifier of the block that begins with some words."""
    return next(id for id, text in blocks.items() if text.startswith(start))
