"""Writes Tests/ProjectTests/Fixtures/two-columns.pdf: two pages of two columns with running heads,
page numbers, a note and words broken over lines, columns and pages.

It needs Python alone: the type is Courier, whose signs are all of one width.
"""

import sys

COLUMN = 36  # signs in a line
LINES = 30  # lines in a column
SIZE, LEADING = 10, 14
LEFTS, TOP = (60, 320), 740
HEAD = "Lake Protection Plan"

TEXT = [
    ("h", "Chapter 1 Aims"),
    ("p", "This plan protects the lakes of the valley and the wetlands around them. It binds the "
          "regional administration and every municipality on the shore, and it holds until a new "
          "plan takes its place."),
    ("p", "The water of each lake shall reach a good ecological condition within ten years. "
          "Measurements are published every spring, together with an explanation of whatever was "
          "not achieved and of the countermeasures."),
    ("h", "Chapter 2 Measures"),
    ("p", "Municipalities shall enlarge their treatment plants where the discharge exceeds the "
          "permitted quantities. The administration contributes half of the expenditure, provided "
          "that construction begins before the end of the third year."),
    ("p", "Farmers on the shore leave a strip of fifteen metres uncultivated. They receive a "
          "compensation that corresponds to the average harvest of the preceding five years, and "
          "an advisory service helps them with the application."),
    ("p", "Motorboats are restricted to the marked channels. Exceptions for fishermen, for "
          "ambulances and for scientific investigations are granted by the harbourmaster without "
          "a fee, and they expire after twelve months."),
    ("p", "The reed beds are mapped again every second year. Where they have retreated, the "
          "administration investigates the reasons and replants them, preferably with seedlings "
          "from neighbouring populations."),
    ("h", "Chapter 3 Supervision"),
    ("p", "A council of nine members supervises the implementation of this plan. It meets at least "
          "four times a year, and its recommendations are published together with the answers of "
          "the administration."),
    ("p", "Each municipality reports on its measures by the end of February. The council summarises "
          "these reports, compares them with the measurements and presents the summary to the "
          "regional assembly."),
    ("p", "Complaints may be submitted by anybody in writing. They are answered within six weeks."),
]
NOTE = "1 The lakes are listed in the annex."


def wrapped(text):
    """The lines of a paragraph: indented, with words broken where a line has room for a part."""
    lines, line = [], "  "
    for word in text.split():
        gap = "" if not line.strip() else " "
        if len(line + gap + word) <= COLUMN:
            line += gap + word
            continue
        room = COLUMN - len(line + gap) - 1
        if room >= 4 and len(word) - room >= 4 and word.isalpha():
            lines.append(line + gap + word[:room] + "-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return lines + [line]


def columns():
    """The lines of each column; a heading has an empty line around it."""
    lines = []
    for kind, text in TEXT:
        if kind == "h":
            lines += ["", text, ""] if lines else [text, ""]
        else:
            lines += wrapped(text)
    return [lines[start : start + LINES] for start in range(0, len(lines), LINES)]


def shown(x, y, size, text):
    text = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x:.1f} {y:.1f} Td ({text}) Tj ET"


def contents():
    """The drawing of each page."""
    all_columns = columns()
    for number, start in enumerate(range(0, len(all_columns), 2), 1):
        drawing = [shown(226, 790, 9, HEAD), shown(300, 40, 9, str(number + 11))]
        for left, lines in zip(LEFTS, all_columns[start : start + 2]):
            for row, line in enumerate(lines):
                inset = len(line) - len(line.lstrip())
                if line:
                    x = left + inset * SIZE * 0.6
                    drawing.append(shown(x, TOP - row * LEADING, SIZE, line.lstrip()))
        if number == 1:
            drawing.append(shown(LEFTS[1], TOP - (LINES + 2) * LEADING, 8, NOTE))
        yield "\n".join(drawing).encode()


def document():
    pages = list(contents())
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for index, drawing in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
    result, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    size = len(objects) + 1
    return result + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(result),
    )


if __name__ == "__main__":
    with open(sys.argv[1], "wb") as file:
        file.write(document())
