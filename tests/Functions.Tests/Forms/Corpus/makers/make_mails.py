"""Requests typed into mails: plain text, and HTML as Outlook, Gmail and Google Docs write it."""
import html
import json
import pathlib
import re
import textwrap
from email.message import EmailMessage
from email.policy import SMTP

HERE = pathlib.Path(__file__).resolve().parent


def plain_piece(p, pair_answer=None):
    if "x" in p:
        return "[x]" if p["x"] else "[ ]"
    return p.get("t", p.get("b"))


def answered(pieces):
    """Nobody types two boxes into a mail: the answer stands there."""
    out = []
    for p in pieces:
        if out and "x" in p and out[-1].get("t", "").strip() in ("Yes", "No"):
            word = out.pop()["t"].strip()
            if p["x"]:
                out.append({"b": word, "n": None})
        else:
            out.append(p)
    return out


def plain(f):
    style, out = f["style"], []
    for block in f["blocks"]:
        pieces = answered(block["p"])
        if any(p.get("x") is False for p in pieces):
            continue
        line = "".join(map(plain_piece, pieces)).rstrip()
        if style.get("separator"):
            line = re.sub(r": (?=\S)", style["separator"], line, count=1)
        out.append(textwrap.fill(line, style["wrap"]) if style.get("wrap") and "\n" not in line else line)
    text = "\n".join(out)
    if style.get("greeting"):
        text = "Hi all,\n\nhere is our request for this fall. Please let me know if anything is missing!\n\n" + text + "\n\nThank you,\n"
    if style.get("signature"):
        text += f"\n-- \n{f['values']['submitterName']}\nLibrary media specialist\nPhone: 414-555-0123 · Room 110\n"
    if style.get("quoted"):
        text = "Please see below.\n\n---------- Forwarded message ---------\nFrom: " + f["values"]["submitterName"] + "\nDate: Mon, Sep 14, 2026\nSubject: Mini-grant\n\n" + "\n".join("> " + line for line in text.split("\n"))
    return text + "\n"


def html_piece(p):
    if "x" in p:
        return "☒" if p["x"] else "☐"
    return html.escape(p.get("t", p.get("b"))).replace("\n", "<br>")


def as_html(f):
    style = f["style"]
    word = ' class="MsoNormal"' if style.get("outlook") else ""
    tail = "<o:p></o:p>" if style.get("outlook") else ""

    def paragraph(p):
        pieces = p["p"] if style.get("outlook") else answered(p["p"])
        inner = "".join(f"<b>{html_piece(x)}</b>" if "t" in x else html_piece(x) for x in pieces)
        return f"<div>{inner}</div>" if style.get("divs") else f"<p{word}>{inner}{tail}</p>"

    out, rows = [], []
    for block in [*f["blocks"], {}]:
        if "row" in block:
            rows.append(block["row"])
            continue
        if rows:
            columns = max(map(len, rows))
            out.append('<table border="1" cellspacing="0" cellpadding="4"><tbody>' + "".join(
                "<tr>" + "".join(f'<td valign="top" colspan="{columns - len(r) + 1 if i == len(r) - 1 else 1}">{"".join(map(paragraph, c))}</td>' for i, c in enumerate(r)) + "</tr>" for r in rows) + "</tbody></table>")
            rows = []
        if "p" in block:
            out.append(paragraph(block))
    head = ('<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
            "<style><!-- p.MsoNormal {margin:0in; font-size:11.0pt; font-family:\"Calibri\",sans-serif;} --></style></head>") if style.get("outlook") else "<html><head></head>"
    return f"{head}<body>{''.join(out)}</body></html>"


def make(f):
    style = f["style"]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{f['values']['submitterName']} <{f['values']['submitterEmail'] or 'itl@example.org'}>"
    mail["To"] = "mini-grants@example.org"
    mail["Subject"] = "Mini-grant request"
    mail["Date"] = "Mon, 14 Sep 2026 08:00:00 -0500"
    mail["Message-ID"] = f"<{f['name']}@example.org>"
    if f["kind"] == "mail text":
        mail.set_content(plain(f), charset=style.get("charset", "utf-8"), cte=style.get("encoding", "8bit"))
    elif style.get("noText"):
        mail.set_content(as_html(f), subtype="html", cte="quoted-printable")
    else:
        mail.set_content("This message is written in HTML.\n")
        mail.add_alternative(as_html(f), subtype="html", cte="base64")
    if mail.is_multipart():
        mail.set_boundary(f"=_{f['name']}")
    (HERE.parent / (f["name"] + ".eml")).write_bytes(mail.as_bytes())


for f in json.loads((HERE / "plan.json").read_text()):
    if f["program"].startswith("Python email"):
        make(f)
