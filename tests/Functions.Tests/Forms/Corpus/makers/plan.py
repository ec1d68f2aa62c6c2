"""Which fixtures there are. Writes plan.json for the makers, and beside every fixture what must be read from it."""
import json
import pathlib

from layouts import LACKS, LAYOUTS
from people import REQUESTS, expected, typed

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = []


def fixture(name, kind, program, layout, request, hand="plain", change=None, expect=None, without=(), must=(), may=(), **style):
    """A form: how it is typed is changed by `change`, what is understood of it by `expect` (None: nothing may be read there)."""
    values = typed(REQUESTS[request], hand)
    values.update(change or {})
    fields = {p: v for p, v in expected(REQUESTS[request]).items() if p not in LACKS[layout] and p not in without}
    for pointer, value in (expect or {}).items():
        fields.pop(pointer, None) if value is None else fields.__setitem__(pointer, value)
    if "/reflectsSchoolImprovementPlan" in fields and values["sip"] is None:
        del fields["/reflectsSchoolImprovementPlan"]
    blocks = list(LAYOUTS[layout](values))
    FIXTURES.append(dict(name=name, kind=kind, program=program, layout=layout, blocks=blocks, style=style, values=values,
                         expected=dict(kind=kind, program=program, fields=fields, mustAsk=sorted(must), mayAsk=sorted(may))))


def write():
    (HERE / "plan.json").write_text(json.dumps(FIXTURES, ensure_ascii=False, indent=1))
    for f in FIXTURES:
        (HERE.parent / (f["name"] + ".expected.json")).write_text(json.dumps(f["expected"], ensure_ascii=False, indent=2) + "\n")


RAW, PYDOCX, DOCXJS, LO = "raw Open XML (Python zipfile)", "python-docx 0.8.11", "docx (npm) 9.5.1", "LibreOffice 7.4"
PDFLIB, REPORTLAB = "pdf-lib 1.17.1", "ReportLab 3.6.12"
MAILER = "Python email"

SCHOOL = "/leadSchool"
P0, P1 = "/partnerSchools/0/school", "/partnerSchools/1/school"

# ---- The district's form with legacy fields, as Word 97 to 2007 kept them
L = "docx legacy"
fixture("legacy-lincoln", L, RAW, "district", "lincoln")
fixture("legacy-washington-no-partners", L, RAW, "district", "washington", "neat")
fixture("legacy-mueller-umlauts", L, RAW, "district", "mueller", "european")
fixture("legacy-king-long-plan", L, RAW, "numberedDistrict", "king", "quick")
fixture("legacy-maplewood-three-partners", L, RAW, "numberedDistrict", "maplewood", "clerk")
fixture("legacy-split-instructions", L, RAW, "district", "pena", "abbreviated", split=True)
fixture("legacy-paragraphs-in-a-field", L, RAW, "district", "king", "weekday", paragraphs=True)
fixture("legacy-untouched-placeholders", L, RAW, "district", "earhart", "neat", change=dict(facilitator="", where="", when="", at="", explanation="", evaluation=None),
        expect={"/facilitator": None, "/followUp/location": None, "/followUp/date": None, "/followUp/start": None, "/otherEvaluation/explanation": None, "/otherEvaluation/planned": None})
fixture("legacy-both-boxes", L, RAW, "district", "sorensen", "plain", change=dict(sip="both"), expect={"/reflectsSchoolImprovementPlan": None}, must=["/reflectsSchoolImprovementPlan"])
fixture("legacy-four-partners-row-added", L, RAW, "district", "maplewood", "plain",
        change=dict(partners=[["Kościuszko Middle School", "9"], ["Oak Grove Elementary School", "3"], ["St. Adalbert School", "4"], ["Riverside High School", "2"]]),
        expect={"/partnerSchools/3/school": "Riverside High School", "/partnerSchools/3/expectedParticipants": 2})
fixture("legacy-empty", L, RAW, "district", "lincoln", change={k: "" for k in ("leadSchool", "expectedParticipants", "submitterName", "submitted", "discussed", "title", "place", "address", "room",
        "date", "start", "end", "instructor", "facilitator", "explanation", "plan", "where", "when", "at")} | dict(partners=[], sip=None, evaluation=None, assign=False), without=set(expected(REQUESTS["lincoln"])))
fixture("legacy-typo-in-school", L, RAW, "district", "wheatley", "weekday", change=dict(leadSchool="Wheatly Career & Technical HS"), may=[SCHOOL])
fixture("legacy-in-text-boxes", L, RAW, "district", "riverside", "neat", textboxes=True)
fixture("legacy-nested-table", L, RAW, "district", "kosciuszko", "dashed", nested=True)
fixture("legacy-saved-by-libreoffice", L, LO, "district", "chavez", "neat", of=RAW)
fixture("legacy-tracked-changes", L, RAW, "district", "lincoln", "neat", tracked=dict(old="Smart Boards for all", key="title"))

# ---- Content controls
K = "docx controls"
fixture("controls-two-columns", K, RAW, "two", "lincoln", "plain")
fixture("controls-lines", K, RAW, "lines", "washington", "neat")
fixture("controls-untitled", K, RAW, "above", "mueller", "abbreviated", untitled=True)
fixture("controls-placeholders", K, RAW, "two", "pena", "iso", change=dict(submitterEmail="", address="", room=""), without=["/submitter/email", "/location/address", "/location/room"])
fixture("controls-cells", K, RAW, "four", "riverside", "weekday", cellLevel=True)
fixture("controls-date-and-list", K, RAW, "lines", "sorensen", "neat", pickers=True)
fixture("controls-both-boxes", K, RAW, "lines", "chavez", "quick", change=dict(evaluation="both", explanation=""), expect={"/otherEvaluation/planned": None, "/otherEvaluation/explanation": None}, must=["/otherEvaluation/planned"])
fixture("controls-long-plan", K, RAW, "two", "king", "wordy", blockLevel=True)
fixture("controls-missing-fields", K, RAW, "four", "earhart", "chatty", change=dict(date="", plan="", facilitator=""), without=["/session/date", "/followUp/plan", "/facilitator"])
fixture("controls-numbered", K, RAW, "numbered", "maplewood", "plain", untitled=True)
fixture("controls-saved-by-libreoffice", K, LO, "two", "wheatley", "neat", of=RAW)
fixture("controls-checkboxes-docxjs", K, DOCXJS, "lines", "kosciuszko", "plain")
fixture("controls-district-boxes-docxjs", K, DOCXJS, "district", "lincoln", "weekday")

# ---- Tables and lines typed into, with no fields at all
D = "docx table"
fixture("table-two-columns-python", D, PYDOCX, "two", "lincoln", "neat")
fixture("table-four-columns-python", D, PYDOCX, "four", "washington", "plain")
fixture("table-above-python", D, PYDOCX, "above", "king", "abbreviated")
fixture("table-district-python", D, PYDOCX, "district", "mueller", "plain")
fixture("table-typed-x", D, PYDOCX, "two", "sorensen", "quick", tick="x")
fixture("table-header-and-landscape", D, PYDOCX, "four", "maplewood", "clerk", landscape=True, header="Maplewood Middle School · 4100 South Maple Road")
fixture("lines-python", D, PYDOCX, "lines", "earhart", "wordy", tick="[x]")
fixture("lines-underscores", D, PYDOCX, "lines", "pena", "neat", tick="X", underscores=True)
fixture("lines-tabs", D, PYDOCX, "lines", "wheatley", "chatty", tabs=True)
fixture("numbered-python", D, PYDOCX, "numbered", "chavez", "iso")
fixture("table-two-columns-docxjs", D, DOCXJS, "two", "mueller", "weekday", plain=True)
fixture("table-above-docxjs", D, DOCXJS, "above", "riverside", "plain", plain=True)
fixture("table-district-libreoffice", D, LO, "district", "kosciuszko", "neat", html=True)
fixture("table-google-docs", D, LO, "two", "chavez", "plain", html=True, google=True)
fixture("lines-libreoffice", D, LO, "lines", "maplewood", "weekday", html=True)
fixture("table-ambiguous-school", D, PYDOCX, "two", "lincoln", "plain", change=dict(leadSchool="Lincoln", partners=[["Oak Elementary", "6"], ["Riverbend", "4"]]),
        expect={SCHOOL: None, P0: None}, must=[SCHOOL, P0], may=[P1])
fixture("table-unknown-school", D, PYDOCX, "lines", "washington", "plain", change=dict(leadSchool="Evergreen Academy of Arts"), expect={SCHOOL: "Evergreen Academy of Arts"}, may=[SCHOOL])
fixture("table-school-abbreviations", D, PYDOCX, "two", "king", "neat", change=dict(leadSchool="MLK Jr. Academy", partners=[["Washington HS", "5"], ["Jefferson Elem.", "3"], ["Oak Ridge ES", "2"]]),
        expect={P0: "Washington High School", "/partnerSchools/0/expectedParticipants": 5, P1: "Jefferson Elementary School", "/partnerSchools/1/expectedParticipants": 3,
                "/partnerSchools/2/school": "Oak Ridge Elementary School", "/partnerSchools/2/expectedParticipants": 2}, may=[SCHOOL, P0, P1, "/partnerSchools/2/school"])
fixture("table-school-number", D, PYDOCX, "four", "sorensen", "plain", change=dict(leadSchool="School 12", partners=[["Southfield School Nr. 21", "8"]]), may=[SCHOOL, P0])
fixture("lines-odd-dates", D, PYDOCX, "lines", "lincoln", "plain", change=dict(date="Wed Oct 14 '26", start="half past three", end="5:30", discussed="9/31/2026", when="18-Nov-2026", at="3:45"),
        expect={"/session/start": None, "/session/end": ["17:30", None], "/discussedWithLearningTeamOn": None, "/followUp/start": ["15:45", None]},
        must=["/session/start", "/discussedWithLearningTeamOn"], may=["/session/end", "/followUp/start", "/session/date", "/followUp/date"])
fixture("lines-odd-numbers", D, PYDOCX, "two", "maplewood", "plain", change=dict(expectedParticipants="about 15", partners=[["Kościuszko Middle School", "nine"], ["Oak Grove Elementary School", "3-5"], ["St. Adalbert School", "4 (four)"]]),
        expect={"/expectedParticipants": [15, None], "/partnerSchools/0/expectedParticipants": [9, None], "/partnerSchools/1/expectedParticipants": None, "/partnerSchools/2/expectedParticipants": [4, None]},
        must=["/partnerSchools/1/expectedParticipants"], may=["/expectedParticipants", "/partnerSchools/0/expectedParticipants", "/partnerSchools/2/expectedParticipants"])

# ---- PDF with fields
F = "pdf"
fixture("pdf-lincoln-pdflib", F, PDFLIB, "lines", "lincoln", "plain")
fixture("pdf-mueller-pdflib", F, PDFLIB, "lines", "mueller", "neat", tooltips=True)
fixture("pdf-radio-and-list-pdflib", F, PDFLIB, "two", "sorensen", "weekday", radio=True)
fixture("pdf-hierarchical-names-pdflib", F, PDFLIB, "four", "riverside", "plain", hierarchical=True)
fixture("pdf-object-streams-pdflib", F, PDFLIB, "two", "king", "abbreviated", objectStreams=True)
fixture("pdf-empty-fields-pdflib", F, PDFLIB, "lines", "earhart", "iso", change=dict(instructor="", where="", when="", at="", room=""),
        without=["/instructor/name", "/followUp/location", "/followUp/date", "/followUp/start", "/location/room"])
fixture("pdf-washington-reportlab", F, REPORTLAB, "lines", "washington", "neat")
fixture("pdf-pena-reportlab", F, REPORTLAB, "two", "pena", "plain", tooltips=True)
fixture("pdf-wheatley-reportlab", F, REPORTLAB, "two", "wheatley", "clerk")
fixture("pdf-lincoln-libreoffice", F, LO, "two", "lincoln", "neat", controls=True)
fixture("pdf-maplewood-libreoffice", F, LO, "lines", "maplewood", "plain", controls=True)
fixture("pdf-kosciuszko-libreoffice", F, LO, "above", "kosciuszko", "abbreviated", controls=True, untitled=True)

# ---- Our own PDF form, filled in by another program
O = "pdf own"
fixture("own-lincoln", O, PDFLIB, "own", "lincoln", "plain")
fixture("own-mueller", O, PDFLIB, "own", "mueller", "neat")
fixture("own-riverside", O, PDFLIB, "own", "riverside", "quick")
fixture("own-kosciuszko", O, PDFLIB, "own", "kosciuszko", "weekday")
fixture("own-king", O, PDFLIB, "own", "king", "wordy")

# ---- Our own Word form, filled in by other programs
OW = "docx own"
fixture("own-word-lincoln", OW, PYDOCX, "own", "lincoln", "plain")
fixture("own-word-mueller", OW, PYDOCX, "own", "mueller", "european")
fixture("own-word-king-lines", OW, PYDOCX, "own", "king", "wordy")
fixture("own-word-four-partners-row-copied", OW, PYDOCX, "own", "maplewood", "plain",
        change=dict(partners=[["Kościuszko Middle School", "9"], ["Oak Grove Elementary School", "3"], ["St. Adalbert School", "4"], ["Riverside High School", "2"]]),
        expect={"/partnerSchools/3/school": "Riverside High School", "/partnerSchools/3/expectedParticipants": 2})
fixture("own-word-riverside-slc", OW, PYDOCX, "own", "riverside", "quick")
fixture("own-word-washington-saved-by-libreoffice", OW, LO, "own", "washington", "neat", again=True)
fixture("own-word-pena-saved-by-libreoffice", OW, LO, "own", "pena", "abbreviated", again=True)

# ---- Mails
M, H = "mail text", "mail html"
fixture("mail-lines", M, MAILER, "lines", "lincoln", "plain")
fixture("mail-lines-signature", M, MAILER, "lines", "washington", "neat", signature=True, greeting=True)
fixture("mail-wrapped", M, MAILER, "lines", "king", "wordy", wrap=72)
fixture("mail-quoted-printable", M, MAILER, "lines", "mueller", "european", encoding="quoted-printable")
fixture("mail-latin-1", M, MAILER, "lines", "pena", "quick", charset="iso-8859-1")
fixture("mail-base64-emoji", M, MAILER, "lines", "chavez", "abbreviated", encoding="base64")
fixture("mail-numbered", M, MAILER, "numbered", "kosciuszko", "plain", greeting=True)
fixture("mail-no-colons", M, MAILER, "lines", "earhart", "neat", separator=" - ")
fixture("mail-forwarded", M, MAILER, "lines", "sorensen", "iso", quoted=True)
fixture("mail-partners", M, MAILER, "lines", "maplewood", "clerk")
fixture("mail-html-two-columns", H, MAILER, "two", "lincoln", "weekday")
fixture("mail-html-outlook", H, MAILER, "two", "mueller", "neat", outlook=True)
fixture("mail-html-four-columns", H, MAILER, "four", "riverside", "plain")
fixture("mail-html-lines", H, MAILER, "lines", "wheatley", "abbreviated")
fixture("mail-html-gmail-divs", H, MAILER, "lines", "chavez", "chatty", divs=True)
fixture("mail-html-list", H, MAILER, "numbered", "pena", "plain")
fixture("mail-html-only-no-text", H, MAILER, "two", "kosciuszko", "iso", noText=True)
fixture("mail-html-above", H, MAILER, "above", "king", "plain")

if __name__ == "__main__":
    write()
    kinds = {}
    for f in FIXTURES:
        kinds[f["kind"]] = kinds.get(f["kind"], 0) + 1
    print(len(FIXTURES), kinds)
