"""PDF forms made with ReportLab (Debian's python3-reportlab)."""
import json
import pathlib

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

HERE = pathlib.Path(__file__).resolve().parent


def draw(page, pieces, style, used, x, y, width):
    label = ""
    for i, piece in enumerate(pieces):
        if "t" in piece:
            label = piece["t"].strip()
            page.drawString(x, y, piece["t"])
            x += page.stringWidth(piece["t"]) + 2
            continue
        name = piece["n"]
        used[name] = used.get(name, 0) + 1
        common = dict(name=name if used[name] == 1 else f"{name}{used[name]}", tooltip=label if style.get("tooltips") else None, x=x, y=y - 3, borderWidth=0.5, relative=False)
        if "x" in piece:
            page.acroForm.checkbox(checked=piece["x"], size=11, buttonStyle="check", **common)
            x += 18
        else:
            room = max(80, min(260 if i == len(pieces) - 1 else 150, 40 + width - x))
            page.acroForm.textfield(value=piece["b"], width=room, height=15, fontSize=9, fieldFlags="multiline" if piece.get("long") else "", **common)
            x += room + 4


def make(f):
    page = canvas.Canvas(str(HERE.parent / (f["name"] + ".pdf")), pagesize=letter, invariant=True)
    page.setFont("Helvetica", 9)
    y, used = 750, {}
    for block in f["blocks"]:
        cells = [[{"p": block["p"]}]] if "p" in block else block["row"]
        for i, cell in enumerate(cells):
            width = 530 / len(cells)
            draw(page, [piece for p in cell for piece in p["p"]], f["style"], used, 40 + i * width, y, width)
        y -= 22
        if y < 60:
            page.showPage()
            page.setFont("Helvetica", 9)
            y = 750
    page.save()


for f in json.loads((HERE / "plan.json").read_text()):
    if f["program"].startswith("ReportLab"):
        make(f)
