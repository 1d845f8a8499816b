"""Makes a small project that has what is hard on a page, in three versions, in English first.

Fifty notes that overlap, a table, nested items, words that are wider than a telephone, text from right
to left, markup in the text and what only looks like it, a paragraph that is parted, two that are joined,
one that moves, some that vanish, and a version with a notice.
"""

import project
from project import block

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
ADDRESS = "https://example.org/" + "a-very-long-address/" * 8

PARTED = [
    "The ministry shall publish a report on the state of the dikes before 30 June 2024, and each year after.",
    "The report lists every dike, its length, and the agency that is responsible for it.",
]
JOINED = [
    "The fund pays for the works on the eastern dike and on its gates, and for nothing else whatever.",
    "What the fund has not paid out by the end of a year remains in it for the next year's works.",
]
MOVED = "Volunteers may watch over the gates at night if the agency that is responsible has taught them to."
GONE = "The old gates of the harbour are kept as a monument and are painted every third year."
LATER_GONE = "A commission of seven citizens hears complaints about noise from the works on Mondays."
MARKED = " ".join(f"Task {n} is to raise dike number {n} by {n + 1} centimetres." for n in range(1, 31))

TABLE = """| Dike | Length | Agency |
| --- | ---: | --- |
| East <b>bank</b> | 12 km | Ministry of Water |
| West | 7.5 km | Harbour & Coast Office |"""

ITEMS = """- First, the dikes are measured.
  - They are measured from the land side.
    - And then from the water side.
- Second, the gates are counted.

1. One gate is opened.
2. Two gates are closed."""


def text(version):
    edited = "2025" if version > 1 else "2024"
    parted = PARTED if version > 1 else [" ".join(PARTED)]
    joined = [" ".join(JOINED)] if version > 1 else JOINED
    pieces = [
        "# Part 1 Dikes",
        f"Dikes protect the land. By {edited} all dikes are raised to {5 + version} metres above the sea.",
        *([MOVED] if version > 1 else []),
        "## 1.1 Reports", *parted, *([GONE] if version == 1 else []),
        "## 1.2 Money", *joined, *([LATER_GONE] if version < 3 else []),
        TABLE, ITEMS,
        "# Part 2 " + ("Hard words" if version == 1 else "Hard words and markup"),
        MARKED,
        f"{LONG} is one word, and {ADDRESS} one address.",
        "الخطة الوطنية لحماية السدود (National Dike Plan 2024) تشمل 12 كيلومترا من السواحل.",
        "Here stand \\<script>alert(1)\\</script> & \"quotes\" and 'others', and *emphasis* with `code`.",
        "See [the *report*](https://example.org/report?a=1&b=2) and **act *now* or later**, says `x < y`.",
        "长江三角洲区域一体化发展规划纲要与 English words beside one another，标点也在其中。",
        *([MOVED] if version == 1 else []),
    ]
    head = "---\ntitle: Plan of the Dikes\nlanguage: en\n"
    head += "notice: A draft for discussion; it binds nobody.\n" if version == 3 else ""
    return head + "---\n\n" + "\n\n".join(pieces) + "\n"


KINDS = """kinds:
  task:
    label: { en: Task, zh-Hans: 任务 }
    fields:
      lead: { type: agencies, label: { en: Lead, zh-Hans: 牵头 } }
      support: { type: agencies, label: { en: Support, zh-Hans: 配合 } }
      deadline: { type: date, label: { en: Deadline, zh-Hans: 期限 } }
  reference:
    label: { en: Reference, zh-Hans: 参见 }
    fields:
      to: { type: reference, repeated: true, label: { en: Refers to, zh-Hans: 所指 } }
  question:
    label: { en: Question, zh-Hans: 疑问 }
    fields:
      answer: { type: link, label: { en: Answer, zh-Hans: 回答 } }
"""

AGENCIES = """agencies:
  - { id: water, name: { en: Ministry of Water, zh-Hans: 水利部 }, aliases: [the ministry] }
  - { id: harbour, name: Harbour & Coast Office, parent: water }
  - { id: citizens, name: "Citizens' <Council>" }
"""


def notes(blocks):
    """Notes on the first version, whose blocks are given by their texts."""
    def note(id, kind, paragraph, quote, fields):
        return project.note(id, kind, "2021-01-01", paragraph, quote, fields)

    yield "notes:\n"
    dikes = block(blocks, "Dikes protect")
    marked = block(blocks, "Task 1 is")
    report = block(blocks, "The ministry shall")
    gone = block(blocks, "The old gates")
    for number in range(1, 31):
        last = min(number + number % 4, 30)
        start = MARKED.index(f"Task {number} is")
        end = MARKED.index(f"by {last + 1} centimetres.", start) + len(f"by {last + 1} centimetres.")
        yield note(f"overlap-{number}", "task", marked, MARKED[start:end], {
            "lead": "[water]" if number % 2 else "[harbour, citizens等]",
            "deadline": f'{{ by: "{2024 + number % 7}-0{1 + number % 9}" }}',
            "status": '\n      - { on: "2024-01-05", state: under-way, evidence: "https://example.org/e" }',
        })
    for number in range(1, 21):
        yield note(f"question-{number}", "question", marked, f"raise dike number {number} by", {
            "answer": ADDRESS,
            "note": "|\n      Is **this** enough? See [the paper](https://example.org/?a=1&b=2)"
            " and <script>alert(1)</script>.\n\n      - first\n      - second `x < y`\n\n"
            "      [a trap](javascript:alert(1))",
        })
    yield note("to-report", "reference", dikes, "all dikes are raised", {"to": f"[{report}, overlap-3, Act 12]"})
    yield note("gates", "task", gone, "painted every third year", {"lead": "[citizens]", "deadline": "{ ongoing: true }"})
    yield note("cell", "question", block(blocks, "West"), "7.5 km", {"note": "In a *table*."})
    yield note("styled", "question", block(blocks, "See [the"), "report](https://example.org/report?a=1&b=2) and act now", {})
    yield note("yearly", "task", report, "before 30 June 2024", {
        "lead": "[the ministry]", "deadline": '{ by: "2024-06-30", text: before 30 June 2024 }', "basis": "text"})


VERSIONS = {1: "2021-01-01", 2: "2022-01-01", 3: "2023-01-01"}


def make(variorum, folder):
    """Writes the project and returns its folder."""
    return project.make(
        variorum, folder, "Plan of the Dikes: Protection of <Coast> & Harbour",
        {name: text(number) for number, name in VERSIONS.items()},
        lambda blocks: "".join(notes(blocks)), KINDS, AGENCIES, "[en, zh-Hans]",
        "address: https://example.org/dikes/\nfooter: An <office> & its \"footer\"\n")
