#!/usr/bin/env python3
"""Write Sources/PlanModel/Unicode/NormalizationTable.swift from Python's unicodedata.

  python3 Tests/Generators/normalization-table.py > Sources/PlanModel/Unicode/NormalizationTable.swift

Normalization is stable: an assigned character's mapping never changes (Unicode Standard Annex #15,
section 2), so a table of an older Unicode version is exact for every character of that version.
Hangul syllables are left out; they follow a rule. Standard library only.
"""
import textwrap
import unicodedata


def scalars():
    return (chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000 and not 0xAC00 <= c < 0xD7A4)


def decompositions():
    """`gap=mapping` and, for n neighbours that map to n neighbours, `gap*n=first`; all hexadecimal."""
    runs = []
    for c in scalars():
        full = unicodedata.normalize("NFKD", c)
        if full == c:
            continue
        if runs and len(full) == 1 and len(runs[-1][2]) == 1:
            start, count, mapping = runs[-1]
            if ord(c) == start + count and ord(full) == ord(mapping) + count:
                runs[-1] = (start, count + 1, mapping)
                continue
        runs.append((ord(c), 1, full))
    last = 0
    for start, count, mapping in runs:
        times = "" if count == 1 else f"*{count:x}"
        yield f"{start - last:x}{times}={'+'.join(f'{ord(m):x}' for m in mapping)}"
        last = start


def compositions():
    """`gap=first+second`: the composite whose canonical parts those are, unless it is excluded."""
    last = 0
    for c in scalars():
        parts = unicodedata.decomposition(c).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", c) == c:
            yield f"{ord(c) - last:x}={'+'.join(f'{int(p, 16):x}' for p in parts)}"
            last = ord(c)


def literal(name, records):
    text = textwrap.fill(" ".join(records), 96, break_on_hyphens=False, break_long_words=False)
    body = "\n".join("    " + line + " \\" for line in text.split("\n")[:-1])
    return f'  static let {name}: StaticString = """\n{body}\n    {text.split(chr(10))[-1]}\n    """\n'


print(f"""// swift-format-ignore-file
// Written by Tests/Generators/normalization-table.py from Unicode {unicodedata.unidata_version}; not for editing.

extension NormalizationData {{
  /// Full compatibility decompositions: `gap=mapping`, or `gap*count=first` for a run, hexadecimal.
{literal("decompositionRecords", decompositions())}
  /// Primary composites: `gap=first+second`, hexadecimal.
{literal("compositionRecords", compositions())}}}""")
