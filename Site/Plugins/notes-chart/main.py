"""Draws how many notes each chapter bears, as bars with a table's worth of words beside them."""
import json
import sys

BAR, HEIGHT, WIDTH = 320, 28, 760


def counts(blocks, notes):
    chapter_of, chapters = {}, []
    for block in blocks:
        if block["kind"] == "heading" and block["level"] == 1:
            chapters.append([block["id"], block.get("number") or "", block["text"], 0])
        if chapters:
            chapter_of[block["id"]] = chapters[-1]
    for note in notes:
        chapter = chapter_of.get(note.get("block"))
        if chapter:
            chapter[3] += 1
    return chapters


def chart(chapters):
    most = max(c[3] for c in chapters) or 1
    bars = []
    for row, (_, number, title, count) in enumerate(chapters):
        y = row * HEIGHT + 18
        bars.append(["text", {"x": 0, "y": y, "fill": "currentColor"}, f"{number} {title}".strip()[:22]])
        width = round(BAR * count / most)
        bars.append(["rect", {"x": 390, "y": y - 13, "width": width, "height": 16, "fill": "currentColor"}])
        bars.append(["text", {"x": 398 + width, "y": y, "fill": "currentColor"}, str(count)])
    label = "；".join(f"{c[1]} {c[2]}：{c[3]}".strip() for c in chapters)
    size = f"0 0 {WIDTH} {len(chapters) * HEIGHT + 8}"
    return ["svg", {"viewBox": size, "role": "img", "aria-label": "各章注记数：" + label}, *bars]


for line in sys.stdin:
    request = json.loads(line)
    result = {}
    if request["method"] == "initialize":
        result = {"protocol": 1}
    elif request["method"] == "parts":
        parameters = request["params"]
        chapters = counts(parameters["document"]["blocks"], parameters["notes"])
        content = [["h2", "各章注记"], ["figure", chart(chapters)]] if chapters else []
        result = {"parts": [{"slot": "home", "content": content}] if content else []}
    print(json.dumps({"id": request["id"], "result": result}), flush=True)
