"""What LibreOffice Writer makes of forms: Word files saved from its own model, and PDF forms exported from its form controls.
Run with Debian's /usr/bin/python3, which has the module uno; it starts soffice by itself."""
import html
import json
import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.awt import Size
from com.sun.star.beans import PropertyValue
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent
OUT = HERE / "out"
PROFILE = tempfile.mkdtemp(prefix="corpus-lo-")
OFFICE = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{PROFILE}"]


def convert(source, *extra):
    subprocess.run([*OFFICE, *extra, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(TARGET), str(source)], check=True, timeout=120, stdout=subprocess.DEVNULL)


def as_html(f):
    google = f["style"].get("google")

    def piece(p):
        if "x" in p:
            return "☒" if p["x"] else "☐"
        text = html.escape(p.get("t", p.get("b"))).replace("\n", "<br>")
        if google:
            return f'<span style="font-size:11pt;font-family:Arial;{"font-weight:700" if "t" in p else ""}">{text}</span>'
        return f"<b>{text}</b>" if "t" in p else text

    def paragraph(p):
        return f'<p dir="ltr">{"".join(map(piece, p["p"]))}</p>'

    out, rows = [], []
    for block in [*f["blocks"], {}]:
        if "row" in block:
            rows.append(block["row"])
            continue
        if rows:
            columns = max(map(len, rows))
            cells = ["".join(f'<td colspan="{columns - len(r) + 1 if i == len(r) - 1 else 1}">{"".join(map(paragraph, c))}</td>' for i, c in enumerate(r)) for r in rows]
            out.append('<table border="1">' + "".join(f"<tr>{c}</tr>" for c in cells) + "</table>")
            rows = []
        if "p" in block:
            out.append(paragraph(block))
    return '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>' + "".join(out) + "</body></html>"


class Writer:
    """A running office and one document in it."""

    def __init__(self):
        self.process = subprocess.Popen([*OFFICE, "--accept=pipe,name=corpusforms;urp;"])
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for _ in range(100):
            try:
                self.context = resolver.resolve("uno:pipe,name=corpusforms;urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.3)
        self.desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(20)

    def form(self, f):
        style = f["style"]
        document = self.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
        text = document.Text
        cursor = text.createTextCursor()
        for block in f["blocks"]:
            for cell in [[{"p": block["p"]}]] if "p" in block else block["row"]:
                for p in cell:
                    self.pieces(document, text, cursor, p["p"], style)
                text.insertString(cursor, "   ", False)
            text.insertControlCharacter(cursor, 0, False)
        options = PropertyValue("FilterData", 0, uno.Any("[]com.sun.star.beans.PropertyValue", (PropertyValue("ExportFormFields", 0, True, 0),)), 0)
        document.storeToURL((TARGET / (f["name"] + ".pdf")).as_uri(), (PropertyValue("FilterName", 0, "writer_pdf_Export", 0), options))
        document.close(True)

    def pieces(self, document, text, cursor, pieces, style):
        label = ""
        for p in pieces:
            if "t" in p:
                label = p["t"].strip()
                text.insertString(cursor, p["t"], False)
                continue
            shape = document.createInstance("com.sun.star.drawing.ControlShape")
            kind = "TextField" if "b" in p else "CheckBox"
            control = document.createInstance(f"com.sun.star.form.component.{kind}")
            if not style.get("untitled"):
                control.Name = p["n"] or label
                control.HelpText = label
            if kind == "TextField":
                control.Text = p["b"]
                control.MultiLine = bool(p.get("long"))
            else:
                control.State = int(p["x"])
            shape.Control = control
            shape.AnchorType = AS_CHARACTER
            shape.setSize(Size(400, 400) if "x" in p else Size(7000, 1500 if p.get("long") else 550))
            text.insertTextContent(cursor, shape, False)


def main():
    OUT.mkdir(exist_ok=True)
    fixtures = [f for f in json.loads((HERE / "plan.json").read_text()) if f["program"].startswith("LibreOffice")]
    for f in fixtures:
        if f["style"].get("of"):
            convert(OUT / (f["name"] + ".docx"))
        if f["style"].get("html"):
            page = OUT / (f["name"] + ".html")
            page.write_text(as_html(f))
            convert(page, "--infilter=HTML (StarWriter)")
    writer = Writer()
    try:
        for f in fixtures:
            if f["style"].get("controls"):
                writer.form(f)
    finally:
        writer.close()


main()
