"""Suggests a mention wherever a word of words.csv stands."""
import csv
import json
import sys

with open("words.csv", encoding="utf-8", newline="") as file:
    WORDS = [row[0] for row in csv.reader(file) if row and row[0]]


def suggestions(blocks):
    for block in blocks:
        for word in WORDS:
            start = block["text"].find(word)
            while start >= 0:
                yield {"kind": "mention", "block": block["id"], "start": start,
                       "end": start + len(word), "exact": word, "confidence": 0.9,
                       "agencies": [{"name": word, "role": "mentioned"}]}
                start = block["text"].find(word, start + len(word))


for line in sys.stdin:
    request = json.loads(line)
    result = {}
    if request["method"] == "initialize":
        result = {"protocol": 1}
    elif request["method"] == "suggest":
        result = {"suggestions": list(suggestions(request["params"]["document"]["blocks"]))}
    print(json.dumps({"id": request["id"], "result": result}), flush=True)
