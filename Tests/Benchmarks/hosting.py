"""What hosting a plugin costs beyond the plugin's own process, for a small and for a large document."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# The program itself: what starts it by name on some machines is a script that takes longer than it.
PYTHON = os.path.realpath(sys.executable)
PLUGIN = '''import json
import sys

for line in sys.stdin:
    request = json.loads(line)
    result = {"protocol": 1} if request["method"] == "initialize" else {}
    print(json.dumps({"id": request["id"], "result": result}), flush=True)
'''


def seconds(command, **options):
    start = time.perf_counter()
    run = subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    taken = time.perf_counter() - start
    if b"plugin-failed" in run.stderr or b"cannot" in run.stderr:
        raise SystemExit(run.stderr.decode())
    return taken


def add_plugin(folder, stage):
    plugin = folder / "Site/Plugins/echo"
    plugin.mkdir(parents=True)
    (plugin / "main.py").write_text(PLUGIN)
    # Not deterministic, so that no answer is kept and each run asks.
    (plugin / "plugin.json").write_text(json.dumps({
        "protocol": 1, "name": "echo", "version": "1.0.0", "command": ["python3", "main.py"],
        "stages": [stage]}))
    return plugin


def project(folder):
    add_plugin(folder, "transformer")
    (folder / "Site/site.yml").write_text("title: Measure\nversions: []\nplugins:\n  - echo\n")


def sample(folder):
    """The sample project with one plugin, which is asked about each of its versions."""
    root = pathlib.Path(__file__).resolve().parents[2]
    shutil.copytree(root / "Site", folder / "Site", ignore=shutil.ignore_patterns("public", "Plugins"))
    shutil.copytree(root / "Annotations", folder / "Annotations")
    add_plugin(folder, "pages")
    configuration = (folder / "Site/site.yml").read_text()
    lines, skipped = [], False
    for line in configuration.splitlines():
        skipped = line.startswith("plugins:") or skipped and line[:1] in (" ", "-", "")
        if not skipped:
            lines.append(line)
    (folder / "Site/site.yml").write_text("\n".join(lines) + "\nplugins:\n  - echo\n")
    return sorted(path.parent.name for path in (folder / "Site/Versions").glob("*/plan.md"))


def documents(folder):
    sentence = "The agency shall keep the register of measure {} and publish it each year. "
    small = folder / "small.md"
    small.write_text("# Plan\n\n" + "\n\n".join(sentence.format(n) for n in range(20)) + "\n")
    large = folder / "large.md"
    paragraphs = (f"{sentence.format(n) * 6}" for n in range(22_000))
    large.write_text("# Plan\n\n" + "\n\n".join(paragraphs) + "\n")
    return small, large


def requests(method, documents):
    """What the host sends for documents of these paragraphs, near enough to time the plugin alone."""
    def blocks(document):
        return [{"hash": "0" * 64, "id": f"p-{n}", "kind": "paragraph", "text": text}
                for n, text in enumerate(document.read_text().split("\n\n")) if text]

    messages = [("initialize", {})]
    messages += [(method, {"document": {"blocks": blocks(document)}}) for document in documents]
    messages.append(("shutdown", {}))
    return "".join(json.dumps({"id": n, "method": method, "params": params}, ensure_ascii=False) + "\n"
                   for n, (method, params) in enumerate(messages)).encode()


def interleaved(count, **commands):
    """The medians of commands that take turns, in milliseconds."""
    times = {name: [] for name in commands}
    for _ in range(count):
        for name, (command, options) in commands.items():
            times[name].append(seconds(command, **options))
    return {name: statistics.median(value) * 1000 for name, value in times.items()}


def report(words, middle):
    added = middle["hosted"] - middle["without"]
    print(f"{words}: with {middle['hosted']:.0f} ms, without {middle['without']:.0f} ms, the plugin alone "
          f"{middle['alone']:.0f} ms; through the plugin {added:.0f} ms, of that the host "
          f"{added - middle['alone']:.0f} ms")


def measure(variorum, runs=15):
    variorum = str(pathlib.Path(variorum).resolve())
    print("\n## Plugins: what the host adds beyond the plugin's own process")
    with tempfile.TemporaryDirectory() as name:
        environment = os.environ | {
            "XDG_STATE_HOME": name + "/state", "XDG_CACHE_HOME": name + "/cache",
            "PATH": os.path.dirname(PYTHON) + ":" + os.environ["PATH"]}

        def turns(count, command, folder, lines):
            shared = {"env": environment}
            return interleaved(
                count, hosted=(command + ["--allow-plugins"], shared), without=(command + ["--no-plugins"], shared),
                alone=(["python3", "main.py"], shared | {"input": lines, "cwd": folder / "Site/Plugins/echo"}))

        folder = pathlib.Path(name) / "documents"
        folder.mkdir()
        project(folder)
        for document, count in zip(documents(folder), (runs, 5)):
            command = [variorum, "convert", str(document), "--project", str(folder)]
            report(f"{document.stat().st_size / 1e6:.3f} MB",
                   turns(count, command, folder, requests("transform", [document])))

        folder = pathlib.Path(name) / "sample"
        versions = sample(folder)
        command = [variorum, "build", "--project", str(folder)]
        lines = requests("parts", [folder / "Site/Versions" / version / "plan.md" for version in versions])
        report(f"a build of {len(versions)} versions", turns(runs, command, folder, lines))
