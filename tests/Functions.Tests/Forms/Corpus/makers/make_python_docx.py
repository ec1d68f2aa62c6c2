"""Forms typed into without any fields, made with python-docx (Debian's python3-docx)."""
import json
import pathlib

import docx
from docx.enum.section import WD_ORIENT

HERE = pathlib.Path(__file__).resolve().parent
TICKS = {"box": ("☒", "☐"), "x": ("x", "__"), "X": ("_X_", "___"), "[x]": ("[x]", "[ ]")}


def text(piece, style):
    ticked, empty = TICKS[style.get("tick", "box")]
    if "x" in piece:
        return ticked if piece["x"] else empty
    if "b" in piece:
        return f"__{piece['b']}______" if style.get("underscores") and piece["b"] else piece["b"] or ("____________" if style.get("underscores") else "")
    return piece["t"]


def fill(paragraph, pieces, style):
    for i, piece in enumerate(pieces):
        if style.get("tabs") and "b" in piece and i:
            paragraph.add_run("\t")
        run = paragraph.add_run(text(piece, style))
        run.bold = "t" in piece


def table(document, rows, style):
    columns = max(len(r) for r in rows)
    grid = document.add_table(rows=len(rows), cols=columns, style="Table Grid")
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            target = grid.cell(y, x)
            if x == len(row) - 1 and len(row) < columns:
                target = target.merge(grid.cell(y, columns - 1))
            for i, paragraph in enumerate(cell):
                fill(target.paragraphs[0] if i == 0 else target.add_paragraph(), paragraph["p"], style)


def make(f):
    style, document, rows = f["style"], docx.Document(), []
    section = document.sections[0]
    if style.get("landscape"):
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if style.get("header"):
        section.header.paragraphs[0].text = style["header"]
        section.footer.paragraphs[0].text = "Rev. 8-10-09"
    for block in [*f["blocks"], {}]:
        if "row" in block:
            rows.append(block["row"])
            continue
        if rows:
            table(document, rows, style)
            rows = []
        if "p" in block:
            fill(document.add_paragraph(), block["p"], style)
    document.save(HERE.parent / (f["name"] + ".docx"))


for f in json.loads((HERE / "plan.json").read_text()):
    if f["program"].startswith("python-docx"):
        make(f)
