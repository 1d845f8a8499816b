"""What hosting a plugin costs beyond the plugin's own process, for a small and for a large document."""
import json
import os
import pathlib
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


def project(folder):
    plugin = folder / "Site/Plugins/echo"
    plugin.mkdir(parents=True)
    (plugin / "main.py").write_text(PLUGIN)
    # Not deterministic, so that no answer is kept and each run asks.
    (plugin / "plugin.json").write_text(json.dumps({
        "protocol": 1, "name": "echo", "version": "1.0.0", "command": ["python3", "main.py"],
        "stages": ["transformer"]}))
    (folder / "Site/site.yml").write_text("title: Measure\nversions: []\nplugins:\n  - echo\n")


def documents(folder):
    sentence = "The agency shall keep the register of measure {} and publish it each year. "
    small = folder / "small.md"
    small.write_text("# Plan\n\n" + "\n\n".join(sentence.format(n) for n in range(20)) + "\n")
    large = folder / "large.md"
    paragraphs = (f"{sentence.format(n) * 6}" for n in range(22_000))
    large.write_text("# Plan\n\n" + "\n\n".join(paragraphs) + "\n")
    return small, large


def requests(document):
    """What the host sends for a document of these paragraphs, near enough to time the plugin alone."""
    blocks = [{"hash": "0" * 64, "id": f"p-{n}", "kind": "paragraph", "text": text}
              for n, text in enumerate(document.read_text().split("\n\n")) if text]
    messages = [("initialize", {}), ("transform", {"document": {"blocks": blocks}}), ("shutdown", {})]
    return "".join(json.dumps({"id": n, "method": method, "params": params}, ensure_ascii=False) + "\n"
                   for n, (method, params) in enumerate(messages)).encode()


def measure(variorum, runs=15):
    variorum = str(pathlib.Path(variorum).resolve())
    print("\n## Plugins: what the host adds beyond the plugin's own process")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project(folder)
        environment = os.environ | {
            "XDG_STATE_HOME": name + "/state", "XDG_CACHE_HOME": name + "/cache",
            "PATH": os.path.dirname(PYTHON) + ":" + os.environ["PATH"]}
        for document, count in zip(documents(folder), (runs, 5)):
            command = [variorum, "convert", str(document), "--project", name]
            lines = requests(document)
            times = {"with": [], "without": [], "alone": []}
            for _ in range(count):
                times["with"].append(seconds(command + ["--allow-plugins"], env=environment))
                times["without"].append(seconds(command + ["--no-plugins"], env=environment))
                times["alone"].append(seconds(
                    ["python3", "main.py"], env=environment, input=lines, cwd=folder / "Site/Plugins/echo"))
            middle = {key: statistics.median(value) * 1000 for key, value in times.items()}
            added = middle["with"] - middle["without"]
            print(f"{document.stat().st_size / 1e6:.3f} MB: with {middle['with']:.0f} ms, without "
                  f"{middle['without']:.0f} ms, the plugin alone {middle['alone']:.0f} ms; "
                  f"through the plugin {added:.0f} ms, of that the host {added - middle['alone']:.0f} ms")
