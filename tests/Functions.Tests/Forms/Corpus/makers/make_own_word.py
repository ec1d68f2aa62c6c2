"""Our own Word form, filled in with python-docx (Debian's python3-docx), and saved again by LibreOffice Writer."""
import copy
import json
import pathlib
import subprocess
import tempfile

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HERE = pathlib.Path(__file__).resolve().parent
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
OFFICE = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{tempfile.mkdtemp(prefix='own-lo-')}"]


def answers(v):
    """What is typed by tag; True for a box that is ticked."""
    found = {
        "leadSchool": v["leadSchool"], "expectedParticipants": v["expectedParticipants"], "submitter.name": v["submitterName"], "submitter.email": v["submitterEmail"],
        "discussedWithLearningTeamOn": v["discussed"], "title": v["title"], "location.school": v["place"], "location.address": v["address"], "location.room": v["room"],
        "session.date": v["date"], "session.start": v["start"], "session.end": v["end"], "session.type": v.get("kind"), "instructor.name": v["instructor"],
        "facilitator": v["facilitator"], "otherEvaluation.explanation": v["explanation"], "followUp.plan": v["plan"], "followUp.location": v["where"],
        "followUp.date": v["when"], "followUp.start": v["at"], "assignInstructor": v["assign"],
        f"reflectsSchoolImprovementPlan.{'yes' if v['sip'] else 'no'}": True, f"otherEvaluation.planned.{'yes' if v['evaluation'] else 'no'}": True,
    }
    return {tag: answer for tag, answer in found.items() if answer}


def tag_of(control):
    return control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))


def tick(control):
    box = control.find(f"{qn('w:sdtPr')}/{W14}checkbox")
    box.find(f"{W14}checked").set(f"{W14}val", "1")
    next(control.iter(qn("w:t"))).text = "\u2612"


def type_in(control, text):
    placeholder = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    if placeholder is not None:
        placeholder.getparent().remove(placeholder)
    target = next(control.iter(qn("w:t")))
    first, *rest = text.split("\n")
    target.text = first
    for line in rest:
        brk, more = OxmlElement("w:br"), copy.deepcopy(target)
        more.text = line
        target.addnext(brk)
        brk.addnext(more)
        target = more


def fill(f):
    document = docx.Document(HERE / "mini-grant-request.docx")
    controls = list(document.element.body.iter(qn("w:sdt")))
    typed = answers(f["values"])
    partners = f["values"]["partners"]
    rows = [next(c for c in controls if tag_of(c) == f"partnerSchools.{i}.school") for i in range(3)]
    for _ in partners[3:]:
        row = next(rows[-1].iterancestors(qn("w:tr")))
        row.addnext(copy.deepcopy(row))
    controls = list(document.element.body.iter(qn("w:sdt")))
    for what, at in (("school", 0), ("expectedParticipants", 1)):
        for control, partner in zip([c for c in controls if tag_of(c).startswith("partnerSchools.") and tag_of(c).endswith(what)], partners):
            type_in(control, partner[at])
    for control in controls:
        answer = typed.get(tag_of(control))
        if answer is True:
            tick(control)
        elif answer:
            type_in(control, answer)
    target = HERE.parent / f"{f['name']}.docx"
    document.save(target)
    if f["style"].get("again"):
        subprocess.run([*OFFICE, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(HERE / "out"), str(target)], check=True, timeout=120, stdout=subprocess.DEVNULL)
        (HERE / "out" / target.name).replace(target)


for fixture in json.loads((HERE / "plan.json").read_text()):
    if fixture["kind"] == "docx own":
        fill(fixture)
