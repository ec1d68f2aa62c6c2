"""Writes Open XML by hand: the legacy fields of Word 97 to 2007 and the content controls of Word 2010, in every shape that Word saves them."""
import json
import pathlib
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"')
EN = "\u2002"


def run(text, props=""):
    out = []
    for i, part in enumerate(text.split("\n")):
        out.append(("<w:br/>" if i else "") + f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    return f"<w:r>{props}{''.join(out)}</w:r>"


class Legacy:
    """Form fields as ffData, instruction, separator, result."""

    def __init__(self, style):
        self.style, self.count = style, 0

    def instruction(self, word):
        if self.style.get("split"):
            return f'<w:r><w:instrText xml:space="preserve"> {word[:4]}</w:instrText></w:r><w:r><w:instrText xml:space="preserve">{word[4:]} </w:instrText></w:r>'
        return f'<w:r><w:instrText xml:space="preserve"> {word} </w:instrText></w:r>'

    def blank(self, piece):
        self.count += 1
        name = piece["n"] or f"Text{self.count}"
        begin = (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput/></w:ffData></w:fldChar></w:r>'
                 + self.instruction("FORMTEXT") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        text = piece["b"]
        if not text:
            return begin + "".join(run(EN, "<w:rPr><w:noProof/></w:rPr>") for _ in range(5)) + end
        if self.style.get("paragraphs") and piece.get("long"):
            first, *rest = text.split("\n")
            return begin + run(first) + "".join(f"</w:p><w:p>{run(line)}" for line in rest) + end
        half = len(text) // 2
        if (tracked := self.style.get("tracked")) and text == tracked["text"]:
            return (begin + f'<w:del w:id="900" w:author="Reviewer" w:date="2026-09-13T10:00:00Z"><w:r><w:delText xml:space="preserve">{escape(tracked["old"])}</w:delText></w:r></w:del>'
                    + f'<w:ins w:id="901" w:author="Reviewer" w:date="2026-09-13T10:00:00Z">{run(text)}</w:ins>' + end)
        return begin + run(text[:half]) + run(text[half:]) + end

    def box(self, piece):
        self.count += 1
        state = '<w:default w:val="0"/>' + ('<w:checked/>' if piece["x"] else "") if self.count % 2 else ('<w:default w:val="1"/>' if piece["x"] else '<w:default w:val="0"/><w:checked w:val="0"/>')
        return (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{piece["n"] or f"Check{self.count}"}"/><w:enabled/><w:calcOnExit w:val="0"/>'
                f'<w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData></w:fldChar></w:r>' + self.instruction("FORMCHECKBOX")
                + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')


class Controls:
    """Content controls around runs, paragraphs and cells."""

    def __init__(self, style):
        self.style, self.count = style, 0

    def props(self, piece, kind):
        self.count += 1
        title = "" if self.style.get("untitled") or not piece["n"] else f'<w:alias w:val="{piece["n"]}"/><w:tag w:val="{piece["n"]}"/>'
        return f'{title}<w:id w:val="{1000 + self.count}"/>{kind}'

    def kind(self, piece):
        if self.style.get("pickers") and piece["n"] and piece["n"].endswith("Date"):
            return '<w:date><w:dateFormat w:val="MMMM d, yyyy"/><w:lid w:val="en-US"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        if self.style.get("pickers") and piece["n"] and "School" in piece["n"]:
            items = "".join(f'<w:listItem w:displayText="{escape(s)}" w:value="{i}"/>' for i, s in enumerate(["Choose an item.", piece["b"], "Another school"]))
            return f"<w:dropDownList>{items}</w:dropDownList>"
        return "<w:text w:multiLine=\"1\"/>" if piece.get("long") else "<w:text/>"

    def blank(self, piece):
        if not piece["b"]:
            return (f'<w:sdt><w:sdtPr>{self.props(piece, "<w:showingPlcHdr/>" + self.kind(piece))}</w:sdtPr><w:sdtContent>'
                    '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent></w:sdt>')
        return f'<w:sdt><w:sdtPr>{self.props(piece, self.kind(piece))}</w:sdtPr><w:sdtContent>{run(piece["b"])}</w:sdtContent></w:sdt>'

    def box(self, piece):
        on = "1" if piece["x"] else "0"
        kind = f'<w14:checkbox><w14:checked w14:val="{on}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        return f'<w:sdt><w:sdtPr>{self.props(piece, kind)}</w:sdtPr><w:sdtContent>{run("☒" if piece["x"] else "☐")}</w:sdtContent></w:sdt>'

    def whole(self, piece, inner):
        """A control around whole paragraphs or a whole cell."""
        return f'<w:sdt><w:sdtPr>{self.props(piece, "")}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


class Document:
    def __init__(self, style, fields):
        self.style, self.fields = style, fields

    def pieces(self, pieces):
        return "".join(run(p["t"]) if "t" in p else self.fields.blank(p) if "b" in p else self.fields.box(p) for p in pieces)

    def paragraph(self, pieces):
        if self.style.get("blockLevel") and len(pieces) == 1 and pieces[0].get("long"):
            return self.fields.whole(pieces[0], "".join(f"<w:p>{run(line)}</w:p>" for line in pieces[0]["b"].split("\n")))
        return f"<w:p>{self.pieces(pieces)}</w:p>"

    def cell(self, paragraphs):
        only = paragraphs[0]["p"]
        if self.style.get("cellLevel") and len(paragraphs) == 1 and len(only) == 1 and only[0].get("b"):
            return self.fields.whole(only[0], f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr><w:p>{run(only[0]["b"])}</w:p></w:tc>')
        inner = "".join(self.paragraph(p["p"]) for p in paragraphs)
        if self.style.get("nested") and len(paragraphs) > 1:
            inner = self.table([[[p] for p in paragraphs]]) + "<w:p/>"
        if self.style.get("textboxes") and len(paragraphs) > 1:
            inner = f"<w:p>{self.textbox(inner)}</w:p>"
        return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{inner}</w:tc>'

    @staticmethod
    def textbox(inner):
        """Word writes a text box twice: as a shape for itself, as VML for older programs."""
        shape = ('<w:drawing><wp:inline><wp:extent cx="5000000" cy="900000"/><wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
                 f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>')
        old = f'<w:pict><v:shape style="width:400pt;height:70pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
        return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>'

    def table(self, rows):
        borders = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
        body = "".join("<w:tr>" + "".join(self.cell(c) for c in row) + "</w:tr>" for row in rows)
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid/>{body}</w:tbl>'

    def body(self, blocks):
        out, rows = [], []
        for block in [*blocks, {}]:
            if "row" in block:
                rows.append(block["row"])
                continue
            if rows:
                out.append(self.table(rows))
                rows = []
            if "p" in block:
                out.append(self.paragraph(block["p"]))
        return "".join(out)


def save(path, body):
    section = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1080" w:right="1080" w:bottom="1080" w:left="1080" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NS}><w:body>{body}{section}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as docx:
        for name, text in parts.items():
            docx.writestr(zipfile.ZipInfo(name, (2026, 9, 14, 8, 0, 0)), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text, zipfile.ZIP_DEFLATED)


def main():
    target = HERE.parent
    for f in json.loads((HERE / "plan.json").read_text()):
        style = dict(f["style"])
        if f["program"].startswith("raw") or style.get("of", "").startswith("raw"):
            if "tracked" in style:
                style["tracked"] = dict(style["tracked"], text=f["values"][style["tracked"]["key"]])
            fields = Legacy(style) if f["kind"] == "docx legacy" else Controls(style)
            out = HERE / "out" / (f["name"] + ".docx") if style.get("of") else target / (f["name"] + ".docx")
            out.parent.mkdir(exist_ok=True)
            save(out, Document(style, fields).body(f["blocks"]))


main()
