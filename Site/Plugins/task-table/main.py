"""Writes the tasks as a spreadsheet (Office Open XML), in the columns of a 任务分解表."""
import base64
import io
import json
import sys
import zipfile
from xml.sax.saxutils import escape

COLUMNS = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限", "进展"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def rows(notes):
    yield COLUMNS
    tasks = [note for note in notes if note["kind"] == "task" and note.get("block")]
    for number, note in enumerate(tasks, 1):
        def names(*roles):
            return "、".join(a["name"] for a in note["agencies"] if a["role"] in roles)
        date = note["dates"][0] if note["dates"] else {}
        yield [str(number), note["quote"], names("lead", "responsible"), names("support"),
               date.get("text") or date.get("value") or "", note.get("status") or ""]


def workbook(notes):
    lines = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
                          for cell in row) + "</row>" for row in rows(notes))
    widths = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>'
                     for n, w in enumerate([6, 60, 24, 30, 16, 12], 1))
    files = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sheet.xml" ContentType="{KIND}.worksheet+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="任务分解表" '
            'sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/worksheet" Target="sheet.xml"/></Relationships>',
        "xl/sheet.xml":
            f'<worksheet xmlns="{MAIN}"><cols>{widths}</cols><sheetData>{lines}</sheetData></worksheet>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            # The same notes give the same bytes: a file's time is none of theirs.
            archive.writestr(zipfile.ZipInfo(name), '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return base64.b64encode(data.getvalue()).decode()


for line in sys.stdin:
    request = json.loads(line)
    result = {}
    if request["method"] == "initialize":
        result = {"protocol": 1}
    elif request["method"] == "export":
        result = {"files": [{"path": "tasks.xlsx", "base64": workbook(request["params"]["notes"])}]}
    print(json.dumps({"id": request["id"], "result": result}), flush=True)
