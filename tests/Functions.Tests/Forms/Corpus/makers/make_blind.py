"""Requests as busy teachers fill and mangle the form. They were written before anyone looked how the readers read."""
import json
import pathlib
import subprocess
import tempfile
from email.message import EmailMessage
from email.policy import SMTP

from docx import Document
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

HERE = pathlib.Path(__file__).resolve().parent.parent
POINTERS = {
    "lead": "/leadSchool", "n": "/expectedParticipants", "by": "/submitter/name", "mail": "/submitter/email",
    "discussed": "/discussedWithLearningTeamOn", "title": "/title", "school": "/location/school", "address": "/location/address",
    "room": "/location/room", "date": "/session/date", "start": "/session/start", "end": "/session/end",
    "instructor": "/instructor/name", "assign": "/assignInstructor", "facilitator": "/facilitator",
    "sip": "/reflectsSchoolImprovementPlan", "evaluation": "/otherEvaluation/planned", "how": "/otherEvaluation/explanation",
    "plan": "/followUp/plan", "where": "/followUp/location", "day": "/followUp/date", "time": "/followUp/start",
}
LINCOLN, LINCOLN_MS, WASHINGTON = "Lincoln Elementary School", "Lincoln Middle School", "Washington High School"
JEFFERSON, ROOSEVELT, KING = "Jefferson Elementary School", "Roosevelt Elementary School", "Martin Luther King Jr. Academy"
MAPLEWOOD, GROVE, RIDGE = "Maplewood Middle School", "Oak Grove Elementary School", "Oak Ridge Elementary School"
RIVERSIDE, RIVERBEND, ADALBERT = "Riverside High School", "Riverbend Elementary School", "St. Adalbert School"
CHAVEZ, HARBOR, EARHART = "César Chávez Bilingual School", "Harbor View Early Childhood Center", "Amelia Earhart Elementary School"
NORTHFIELD, WHEATLEY = "Northfield School No. 12", "Wheatley Career and Technical High School"


def expect(name, kind, program, partners=(), must=(), may=(), **fields):
    by_pointer = {POINTERS[key]: value for key, value in fields.items()}
    for line, (school, number) in enumerate(partners):
        by_pointer[f"/partnerSchools/{line}/school"] = school
        if number is not None:
            by_pointer[f"/partnerSchools/{line}/expectedParticipants"] = number
    expected = {"kind": kind, "program": program, "fields": by_pointer, "mustAsk": [POINTERS.get(m, m) for m in must], "mayAsk": [POINTERS.get(m, m) for m in may]}
    (HERE / f"{name}.expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=2) + "\n", "utf-8")


def word(name, blocks, **expected):
    """A paragraph is a text, or (text, bold) runs in a list; a table is a tuple of rows."""
    document = Document()
    for block in blocks:
        if isinstance(block, tuple):
            table = document.add_table(len(block), max(map(len, block)))
            table.style = "Table Grid"
            for row, cells in zip(table.rows, block):
                for cell, text in zip(row.cells, cells):
                    cell.text = text
        elif isinstance(block, list):
            paragraph = document.add_paragraph()
            for text, bold in block:
                paragraph.add_run(text).bold = bold
        else:
            document.add_paragraph(block)
    document.save(HERE / f"{name}.docx")
    expect(name, "docx table", "python-docx 0.8.11", **expected)


def writer(name, body, through_odt=False, **expected):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / f"{name}.html"
        page.write_text(f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>', "utf-8")
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to"]
        if through_odt:
            subprocess.run([*office, "odt:writer8", "--infilter=HTML (StarWriter)", "--outdir", folder, page], check=True, capture_output=True, timeout=90)
            subprocess.run([*office, "docx:MS Word 2007 XML", "--outdir", HERE, page.with_suffix(".odt")], check=True, capture_output=True, timeout=90)
        else:
            subprocess.run([*office, "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)", "--outdir", HERE, page], check=True, capture_output=True, timeout=90)
    expect(name, "docx table", "LibreOffice 7.4", **expected)


def pdf(name, fields, **expected):
    page = canvas.Canvas(str(HERE / f"{name}.pdf"), pagesize=letter)
    page.setFont("Helvetica", 10)
    y = 750
    for label, key, value in fields:
        page.drawString(40, y, label)
        if isinstance(value, bool):
            page.acroForm.checkbox(name=key, tooltip=label, checked=value, x=320, y=y - 4, size=14)
        else:
            page.acroForm.textfield(name=key, tooltip=label, value=value, x=320, y=y - 4, width=250, height=16, fontSize=9, maxlen=500)
        y -= 26
    page.save()
    expect(name, "pdf", "ReportLab 3.6.12", **expected)


def mail(name, text=None, html=None, **expected):
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "A Teacher <teacher@example.org>", "minigrants@example.org", "Mini grant"
    message["Message-ID"], message["Date"] = f"<{name}@example.org>", "Mon, 14 Sep 2026 16:20:00 -0500"
    if text is not None:
        message.set_content(text, cte="quoted-printable")
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html", cte="quoted-printable")
        message.set_boundary(f"={name}=")
    elif html is not None:
        message.set_content(html, subtype="html", cte="quoted-printable")
    (HERE / f"{name}.eml").write_bytes(bytes(message))
    expect(name, "mail text" if html is None else "mail html", "Python email", **expected)


def words():
    word("blind-bold-answers", [
        "MINI-GRANT REQUEST", [("Date submitted: ", False), ("9/14/26", True)], [("Lead School: ", False), ("Oak Grove Elem.", True)],
        [("# of participants: ", False), ("18 teachers", True)], [("Submitted by: ", False), ("José Peña", True)],
        [("Discussed with Learning Team: ", False), ("Sept. 9", True)], [("Title: ", False), ("Podcasting with fourth graders", True)],
        [("Location: ", False), ("Oak Grove Elem., 55 Grove Street, Rm 12", True)], [("Date: ", False), ("Wed 10/14", True)],
        [("Time: ", False), ("3:30 to 5:30", True)], [("Instructor: ", False), ("Ellen Marsh", True)], [("Facilitator: ", False), ("José Peña", True)],
        [("Does this topic reflect needs in your School Improvement Plan? ", False), ("Yes", True)],
        [("Another evaluation planned? ", False), ("No", True)], [("Follow up plan: ", False), ("Each class records one episode by Thanksgiving.", True)],
        [("Follow up location: ", False), ("our library", True)], [("Follow up date and time: ", False), ("Wed 11/18, 3:45 pm", True)]],
        lead=GROVE, n=18, by="José Peña", discussed="2026-09-09", title="Podcasting with fourth graders", school=GROVE, address="55 Grove Street", room=["Rm 12", "12"],
        date="2026-10-14", start="15:30", end="17:30", instructor="Ellen Marsh", facilitator="José Peña", sip=True, evaluation=False,
        plan="Each class records one episode by Thanksgiving.", where="our library", day="2026-11-18", time="15:45", may=["start", "end"])
    word("blind-next-line", [
        "Name of lead school", "Washington HS", "Number of expected participants", "about 25", "Submitter's name", "Keisha Bell", "Date discussed with learning team", "September 3, 2026",
        "Title / Topic", "Spreadsheets for science labs", "Location of session", "Washington High School, 2200 Capitol Drive, Room 214", "Date", "10/22/2026", "Start time", "3 pm", "End time", "5 pm",
        "Other schools planning to participate", "Riverside High School - 6", "Wheatley - 3", "Name of instructor (if known)", "Omar Castillo", "Name of facilitator", "Keisha Bell",
        "School Improvement Plan", "yes", "Will you evaluate another way?", "Yes, a quiz two weeks later", "Follow up plans", "Lab reports with charts from every class.",
        "Location", "Washington HS room 214", "Date and time", "December 3, 3:00 pm"],
        lead=WASHINGTON, n=25, by="Keisha Bell", discussed="2026-09-03", title="Spreadsheets for science labs", school=WASHINGTON, address="2200 Capitol Drive", room=["Room 214", "214"],
        date="2026-10-22", start="15:00", end="17:00", partners=[(RIVERSIDE, 6), (WHEATLEY, 3)], instructor="Omar Castillo", facilitator="Keisha Bell", sip=True, evaluation=True,
        how="a quiz two weeks later", plan="Lab reports with charts from every class.", where="Washington HS room 214", day="2026-12-03", time="15:00", may=["n", "/partnerSchools/1/school"])
    word("blind-two-columns", [
        "Dear Learning Technologies, attached is our request for the fall. Call me if something is missing.", "", (
            ("Lead school: Maplewood Middle School", "Expected participants: 21"), ("Submitter: Hannah Schäfer", "Discussed with Learning Team on: 9/8/2026"),
            ("Topic: Video feedback in PE", "Place: Maplewood Middle School, 901 Maple Avenue, Gym"), ("Session date: Thursday, Oct. 15", "Start: 3:15 PM   End: 5:15 PM"),
            ("Instructor: please assign one", "Facilitator: Neil Burke"), ("In our School Improvement Plan: Yes", "Other evaluation: No"),
            ("Follow-up plan: Two filmed lessons per teacher.", "Follow-up: Maplewood MS gym, 12/10/2026 at 3:15 PM"))],
        lead=MAPLEWOOD, n=21, by="Hannah Schäfer", discussed="2026-09-08", title="Video feedback in PE", school=MAPLEWOOD, address="901 Maple Avenue", room="Gym",
        date="2026-10-15", start="15:15", end="17:15", instructor=[None, "please assign one"], assign=[True, None], facilitator="Neil Burke", sip=True, evaluation=False,
        plan="Two filmed lessons per teacher.", where="Maplewood MS gym", day="2026-12-10", time="15:15", may=["instructor", "assign", "plan"])
    word("blind-reworded", [(
        ("Which school is in charge?", "Roosevelt Elementary"), ("How many people will come?", "16"), ("Who is sending this?", "Sofia Müller"), ("When did you talk to your learning team?", "9/10"),
        ("What is it about?", "Typing before testing"), ("Where?", "Roosevelt Elementary, 40 Park Place, computer lab"), ("When?", "Tues. October 20, 3:30-5:00 pm"),
        ("Who teaches?", "Dan Ruiz"), ("Who helps?", "Sofia Müller"), ("Is it in your SIP?", "Y"), ("Extra evaluation?", "N"), ("What happens afterwards?", "A weekly typing log."))],
        lead=ROOSEVELT, n=16, by="Sofia Müller", discussed="2026-09-10", title="Typing before testing", school=ROOSEVELT, address="40 Park Place", room="computer lab",
        date="2026-10-20", start="15:30", end="17:00", instructor="Dan Ruiz", facilitator="Sofia Müller", sip=True, evaluation=False, plan="A weekly typing log.",
        may=["lead", "n", "by", "discussed", "title", "school", "address", "room", "date", "start", "end", "instructor", "facilitator", "plan"])
    word("blind-half-missing", [
        "INSTRUCTIONAL TECHNOLOGY LEADER", "MINI-GRANT REQUEST FORM", "Name of Lead School: St. Adalbert\t# of expected participants: 12", "Submitter's Name: Teresa Nowak", "Date discussed with Learning Team: ",
        "Title/Topic: Interactive whiteboards", "Location of Session (School name, address, and room number): ", "Date: TBD\tStart Time: \tEnd Time: ", "Name of School: \t# of expected participants ",
        "Name of Instructor (if known): ", "Name of Facilitator: Teresa Nowak", "Yes __  No __", "Location: ", "Date and Time: "],
        lead=ADALBERT, n=12, by="Teresa Nowak", title="Interactive whiteboards", facilitator="Teresa Nowak", may=["date"])
    word("blind-notes-between", [
        "Name of Lead School: Riverside HS", "(we are sharing this with Washington, see below)", "# of expected participants: 14 (maybe more)", "Submitter’s Name: Chloë Dupont, ITL", "Date discussed with Learning Team: 9-2-26",
        "Title/Topic: Online discussion boards", "NOTE TO OFFICE: we used this title last year too.", "Location of Session: Riverside HS, 1 River Road, rm. B7", "Date: October 28th, 2026", "Start Time: 3.30pm", "End Time: 5.30pm",
        "Please confirm the room with our engineer.", "List all other schools planning to participate:", "Name of School: Washington HS   # of expected participants: 5", "Name of Instructor (if known): don't know yet",
        "Name of Facilitator: Mark Stein", "Does this topic reflect staff development needs identified in your School Improvement Plan?  Yes X  No", "Are you planning to evaluate another way?  Yes   No X",
        "What follow up activity is planned?: Share one discussion thread at the January meeting.", "Location: Riverside HS, B7", "Date and Time: 1/13/27 3:30pm"],
        lead=RIVERSIDE, n=14, by=["Chloë Dupont", "Chloë Dupont, ITL"], discussed="2026-09-02", title="Online discussion boards", school=RIVERSIDE, address="1 River Road", room=["rm. B7", "B7"],
        date="2026-10-28", start="15:30", end="17:30", partners=[(WASHINGTON, 5)], instructor=[None, "don't know yet"], assign=[None, True], facilitator="Mark Stein", sip=True, evaluation=False,
        plan="Share one discussion thread at the January meeting.", where="Riverside HS, B7", day="2027-01-13", time="15:30", may=["n", "instructor", "end", "title"])
    word("blind-signatures", [
        "To: Learning Technologies\nFrom: Liam O'Connor", "Here is our mini-grant. Our principal, Ines Roth, has seen it. The date is 11/4 unless you need another.", (
            ("Name of Lead School:", "Jefferson ES", "# expected:", "19"), ("Submitter’s Name:", "Liam O'Connor", "Discussed with Learning Team:", "8/31/2026"), ("Title/Topic:", "Coding clubs", "", ""),
            ("Location of Session:", "Jefferson Elementary School, 12 Monticello Way, Room 3", "", ""), ("Date:", "11/4/2026", "Time:", "3:45-5:45 PM"),
            ("Instructor:", "Pat Lund", "Facilitator:", "Liam O'Connor"), ("SIP need?", "yes", "Other evaluation?", "no"), ("Follow up plans:", "Clubs meet weekly until winter break.", "", ""),
            ("Follow up location:", "Room 3", "Follow up date and time:", "Dec 16, 3:45 pm")),
        "Signature of Principal: Ines Roth        Date: 9/11/2026", "Signature of ITL: Liam O'Connor        Date: 9/12/2026", "For office use only:  Approved ☐  Rejected ☐  Instructor assigned: "],
        lead=JEFFERSON, n=19, by="Liam O'Connor", discussed="2026-08-31", title="Coding clubs", school=JEFFERSON, address="12 Monticello Way", room=["Room 3", "3"],
        date="2026-11-04", start="15:45", end="17:45", instructor="Pat Lund", facilitator="Liam O'Connor", sip=True, evaluation=False, plan="Clubs meet weekly until winter break.",
        where="Room 3", day="2026-12-16", time="15:45", may=["date"])
    word("blind-partners-in-a-line", [
        "Lead school: Oak Ridge Elementary School", "Participants: 15", "Name: Priya Nair", "Email: priya.nair@example.org", "Discussed with Learning Team: Fri 9/4", "Title: Maps and data",
        "Location: Oak Ridge Elementary School, 7 Ridge Lane, Media Center", "Date: Oct 21, 2026", "Start Time: 3:30 pm", "End Time: 5:30 pm",
        "Other schools planning to participate: Oak Grove ES (6), Riverbend (4), Amelia Earhart Elementary (3)", "Instructor: Joan Hart", "Facilitator: Priya Nair",
        "School Improvement Plan: Yes", "Evaluation another way: Yes. Teachers write a reflection", "Follow up plan: A shared map of the neighborhood.", "Follow up location: Media Center", "Follow up date: Nov 19 2026 3:30 pm"],
        lead=RIDGE, n=15, by="Priya Nair", mail="priya.nair@example.org", discussed="2026-09-04", title="Maps and data", school=RIDGE, address="7 Ridge Lane", room="Media Center",
        date="2026-10-21", start="15:30", end="17:30", partners=[(GROVE, 6), (RIVERBEND, 4), (EARHART, 3)], instructor="Joan Hart", facilitator="Priya Nair", sip=True, evaluation=True,
        how="Teachers write a reflection", plan="A shared map of the neighborhood.", where="Media Center", day="2026-11-19", time="15:30")
    word("blind-partner-table", [
        "Name of Lead School: MLK Academy", "# of expected participants: 20", "Submitter's Name: Andre Baptiste", "Date discussed with Learning Team: 9/1/26", "Title/Topic: Digital citizenship",
        "Location of Session (School name, address, and room number): MLK Academy, 300 Dream Blvd., Auditorium", "Date: 11/5/26", "Start Time: 3:30", "End Time: 5:30", "List all other schools planning to participate",
        (("School", "# of participants"), ("Harbor View ECC", "7"), ("Chavez Bilingual", "5"), ("", "")), "Name of Instructor: N/A", "[X] Check here for Learning Technologies to assign an instructor.", "Name of Facilitator: Lena Fox",
        "Does this reflect your School Improvement Plan?  [X] Yes  [ ] No", "Evaluation another way?  [ ] Yes  [X] No", "Learning Team Follow Up Plans", "Every grade level posts its rules.", "Location: Auditorium", "Date and Time: 12/9/26, 3:30"],
        lead=KING, n=20, by="Andre Baptiste", discussed="2026-09-01", title="Digital citizenship", school=KING, address=["300 Dream Blvd.", "300 Dream Blvd"], room="Auditorium", date="2026-11-05", start="15:30", end="17:30",
        partners=[(HARBOR, 7), (CHAVEZ, 5)], assign=True, facilitator="Lena Fox", sip=True, evaluation=False, plan="Every grade level posts its rules.", where="Auditorium", day="2026-12-09", time="15:30",
        may=["lead", "school", "start", "end", "time", "/partnerSchools/0/school", "/partnerSchools/1/school"])
    word("blind-ambiguous", [
        "Lead School: Lincoln", "# of expected participants: 20-25", "Submitter's Name: Tom Weiss", "Title/Topic: Robotics", "Date: either 10/20 or 10/22", "Start Time: after school", "End Time: 5:30 pm",
        "Name of Facilitator: Tom Weiss", "School Improvement Plan: Yes", "Follow up: Robots at the science fair."],
        by="Tom Weiss", title="Robotics", end="17:30", facilitator="Tom Weiss", sip=True, plan="Robots at the science fair.", must=["lead", "n", "date", "start"])


def written_by_writer():
    writer("blind-writer-list", """<h2>Mini-Grant Request</h2><p>Hello, this is the request we talked about on the phone.</p><ol>
        <li>Lead School: <b>Northfield No. 12</b></li><li>Number of participants: <b>17</b></li><li>Your name: <b>Erik Sørensen</b></li><li>Talked with Learning Team on: <b>September 8</b></li>
        <li>Topic: <b>Tablets in math stations</b></li><li>Location (school, address, room): <b>Northfield School No. 12, 1200 North Street, Room 21</b></li><li>Date of session: <b>10/29/2026</b></li>
        <li>Start: <b>3:30 pm</b></li><li>End: <b>5:30 pm</b></li><li>Instructor: <b>Bea Lorenz</b></li><li>Facilitator: <b>Dora Klein</b></li><li>Part of School Improvement Plan? <b>Yes</b></li>
        <li>Other evaluation? <b>No</b></li><li>Follow-up plan: <b>Each station card goes into a shared folder.</b></li><li>Follow-up location: <b>Room 21</b></li><li>Follow-up date/time: <b>12/2/2026 3:30 pm</b></li></ol>""",
        lead=NORTHFIELD, n=17, by="Erik Sørensen", discussed="2026-09-08", title="Tablets in math stations", school=NORTHFIELD, address="1200 North Street", room=["Room 21", "21"], date="2026-10-29", start="15:30", end="17:30",
        instructor="Bea Lorenz", facilitator="Dora Klein", sip=True, evaluation=False, plan="Each station card goes into a shared folder.", where="Room 21", day="2026-12-02", time="15:30")
    writer("blind-writer-district-table", """<table border="1"><tr><td>Date Request Submitted: 9/14/26</td><td>Approved ☐ Rejected ☐ (See Note)</td></tr>
        <tr><td>Name of Lead School: Harbor View Early Childhood Ctr</td><td># of expected participants: 11</td></tr><tr><td>Submitter’s Name: Nora Lind</td><td>Date discussed with Learning Team: 9/9/26</td></tr>
        <tr><td colspan="2">Title/Topic: Photo journals in K4</td></tr><tr><td>Location of Session (School name, address, and room number):<br>Harbor View Early Childhood Center<br>88 Pier Street<br>Room 5</td><td>Date 10/27/26<br>Start Time: 2:30 PM<br>End Time: 4:30 PM</td></tr>
        <tr><td colspan="2">List all other schools planning to participate in this professional development.</td></tr><tr><td>Name of School: Roosevelt Elem</td><td># of expected participants 8</td></tr><tr><td>Name of School:</td><td># of expected participants</td></tr>
        <tr><td colspan="2">Name of Instructor (if known): Ellen Marsh<br>☐ Check here for Learning Technologies to assign an instructor.<br>Name of Facilitator: Eva Toth<br>Note: The instructor leads the session and the facilitator assists during the session.</td></tr>
        <tr><td colspan="2">Does this instructional technology topic reflect staff development needs identified in your School Improvement Plan? Yes ☒ No ☐</td></tr>
        <tr><td colspan="2">Evaluation<br>In addition to the standard online survey, are you planning to evaluate the effectiveness of the session another way? Yes ☒ No ☐ If yes, please explain. Photos before and after.</td></tr>
        <tr><td colspan="2">Learning Team Follow Up Plans<br>How will you know that you have changed classroom practice? What follow up activity is planned to reinforce practice of the skills learned?<br>Journals on the hallway wall.</td></tr><tr><td>Location: Room 5</td><td>Date and Time: 12/1/26, 2:30 PM</td></tr></table>""", through_odt=True,
        lead=HARBOR, n=11, by="Nora Lind", discussed="2026-09-09", title="Photo journals in K4", school=HARBOR, address="88 Pier Street", room=["Room 5", "5"], date="2026-10-27", start="14:30", end="16:30",
        partners=[(ROOSEVELT, 8)], instructor="Ellen Marsh", facilitator="Eva Toth", sip=True, evaluation=True, how="Photos before and after.", plan="Journals on the hallway wall.", where="Room 5", day="2026-12-01", time="14:30", may=["lead"])
    writer("blind-writer-headings", """<h3>Lead School</h3><p>Wheatley Career &amp; Technical HS</p><h3>Participants expected</h3><p>30</p><h3>Submitter</h3><p>Darnell Hughes</p><h3>Title</h3><p>3D printing basics</p>
        <h3>Location of Session</h3><p>Wheatley Career and Technical High School, 4500 Industry Road, Shop 2</p><h3>Date</h3><p>Nov. 10, 2026</p><h3>Start Time</h3><p>3:00 PM</p><h3>End Time</h3><p>6:00 PM</p><h3>Facilitator</h3><p>Vera Blum</p>
        <h3>School Improvement Plan</h3><p>Yes</p><h3>Follow Up Plans</h3><p>Every department prints one teaching aid.</p><p>We show them in spring.</p>""",
        lead=WHEATLEY, n=30, by="Darnell Hughes", title="3D printing basics", school=WHEATLEY, address="4500 Industry Road", room="Shop 2", date="2026-11-10", start="15:00", end="18:00", facilitator="Vera Blum", sip=True,
        plan=["Every department prints one teaching aid.\nWe show them in spring.", "Every department prints one teaching aid. We show them in spring."], may=["lead"])


def pdfs():
    pdf("blind-pdf-short-names", [
        ("Lead school", "school", "Lincoln Middle School"), ("Participants", "count", "24"), ("Submitter", "name", "Tom Weiss"), ("Discussed with Learning Team", "discussed", "9/3/2026"), ("Topic", "topic", "Math games"),
        ("Location", "location", "Lincoln MS, 600 Second Ave, Room 9"), ("Date", "date", "10/13/2026"), ("Start", "start", "3:30 PM"), ("End", "end", "5:30 PM"), ("Partner school 1", "partner1", "Maplewood Middle School"),
        ("Partner school 1 participants", "partner1count", "6"), ("Instructor", "instructor", "Ana Duarte"), ("Assign an instructor", "assign", False), ("Facilitator", "facilitator", "Tom Weiss"),
        ("School Improvement Plan: Yes", "sip_yes", True), ("School Improvement Plan: No", "sip_no", False), ("Follow up plan", "followup", "A game a week."), ("Follow up location", "followup_location", "Room 9"), ("Follow up date and time", "followup_date", "12/8/2026 3:30 PM")],
        lead=LINCOLN_MS, n=24, by="Tom Weiss", discussed="2026-09-03", title="Math games", school=LINCOLN_MS, address="600 Second Ave", room=["Room 9", "9"], date="2026-10-13", start="15:30", end="17:30", partners=[(MAPLEWOOD, 6)],
        instructor="Ana Duarte", facilitator="Tom Weiss", sip=True, plan="A game a week.", where="Room 9", day="2026-12-08", time="15:30")
    pdf("blind-pdf-nameless", [
        ("Name of Lead School:", "Text1", "Amelia Earhart ES"), ("# of expected participants:", "Text2", "13"), ("Submitter's Name:", "Text3", "Fatima Zahra"), ("Date discussed with Learning Team:", "Text4", "8-28-2026"), ("Title/Topic:", "Text5", "Green screen news"),
        ("Location of Session (School name, address, and room number):", "Text6", "Amelia Earhart Elementary School, 1 Airfield Rd, Room 16"), ("Date:", "Text7", "Thu Oct 22"), ("Start Time:", "Text8", "3:20 pm"), ("End Time:", "Text9", "5:20 pm"),
        ("Name of Instructor (if known):", "Text10", ""), ("Check here for Learning Technologies to assign an instructor.", "Check1", True), ("Name of Facilitator:", "Text11", "Glen Page"), ("How will you know that you have changed classroom practice?", "Text12", "A news show every month.")],
        lead=EARHART, n=13, by="Fatima Zahra", discussed="2026-08-28", title="Green screen news", school=EARHART, address="1 Airfield Rd", room=["Room 16", "16"], date="2026-10-22", start="15:20", end="17:20", assign=True, facilitator="Glen Page", plan="A news show every month.")


def mails():
    mail("blind-mail-hurried", """hi, here's our mini grant

lead school: jefferson elem
# participants: 22
submitter: liam o'connor
discussed w/ learning team: 9/8
title: book trailers
location: jefferson elem, 12 monticello way, library
date: wed 10/14
time: 3:30 to 5:30
instructor: need one please
facilitator: ines roth
sip: yes
other eval: no
follow up: kids vote on the best trailer
follow up location: library
follow up date: 11/18 3:30

thx liam
""", lead=JEFFERSON, n=22, by=["liam o'connor", "Liam O'Connor"], discussed="2026-09-08", title="book trailers", school=JEFFERSON, address="12 monticello way", room="library", date="2026-10-14", start="15:30", end="17:30",
        instructor=[None, "need one please"], assign=[None, True], facilitator=["ines roth", "Ines Roth"], sip=True, evaluation=False, plan="kids vote on the best trailer", where="library", day="2026-11-18", time="15:30", may=["start", "end", "time", "instructor", "assign"])
    mail("blind-mail-inline-answers", """Answers below each line. Thanks! - Ben

> Name of Lead School:
Riverbend Elementary
> # of expected participants:
15
> Submitter's Name:
Ben Kowalski
> Date discussed with Learning Team:
9/10/2026
> Title/Topic:
Science notebooks online
> Location of Session (School name, address, and room number):
Riverbend Elementary School, 77 Bend Road, Room 8
> Date:
October 19
> Start Time:
3:30 pm
> End Time:
5:30 pm
> Name of Facilitator:
Joan Hart
""", lead=RIVERBEND, n=15, by="Ben Kowalski", discussed="2026-09-10", title="Science notebooks online", school=RIVERBEND, address="77 Bend Road", room=["Room 8", "8"], date="2026-10-19", start="15:30", end="17:30", facilitator="Joan Hart")
    mail("blind-mail-phone", """Lead School - Oak Grove ES
Expected participants - 14
Submitter - José Peña
Topic - Student portfolios
Location - Oak Grove ES, 55 Grove Street, Room 2
Date - Nov 12
Start time - 3:30pm
End time - 5pm
Other schools - Oak Ridge ES (5), Maplewood MS (2)
Facilitator - Ruth Cole
School Improvement Plan - yes

Sent from my iPhone
""", lead=GROVE, n=14, by="José Peña", title="Student portfolios", school=GROVE, address="55 Grove Street", room=["Room 2", "2"], date="2026-11-12", start="15:30", end="17:00", partners=[(RIDGE, 5), (MAPLEWOOD, 2)], facilitator="Ruth Cole", sip=True)
    mail("blind-mail-cover-and-signature", """Good morning,

Attached below is the mini-grant request of our school. Date and room are already reserved. If you have questions about the topic: call Keisha at 555-0188.

Name of Lead School: Washington High School
Number of Participants: 28
Submitter's Name: Keisha Bell
Email: keisha.bell@example.org
Date Discussed with Learning Team: Aug. 27, 2026
Topic/Title: Citing sources: from search to bibliography
Session Location: Washington High School, 2200 Capitol Drive, Library
Session Date: Tuesday, October 27, 2026
Session Time: 2:45 p.m. - 4:45 p.m.
Partner Schools: none
Instructor: Ron Haas
Facilitator: Keisha Bell
SIP: Yes
Evaluation: Yes - we compare bibliographies from before and after
Follow-up Plan: Departments bring two student papers each.
Follow-up Location: Library
Follow-up Date & Time: Tuesday, December 8, 2026, 2:45 p.m.

Sincerely,
Keisha Bell
Instructional Technology Leader
Washington High School
2200 Capitol Drive
Room 110
Date: 9/14/2026
""", lead=WASHINGTON, n=28, by="Keisha Bell", mail="keisha.bell@example.org", discussed="2026-08-27", title="Citing sources: from search to bibliography", school=WASHINGTON, address="2200 Capitol Drive", room="Library", date="2026-10-27", start="14:45", end="16:45",
        instructor="Ron Haas", facilitator="Keisha Bell", sip=True, evaluation=True, how="we compare bibliographies from before and after", plan="Departments bring two student papers each.", where="Library", day="2026-12-08", time="14:45", may=["date"])
    rows = [("Lead School", "Maplewood MS"), ("Expected Participants", "26"), ("Submitted By", "Hannah Schäfer"), ("Discussed with Learning Team", "9/3/26"), ("Title/Topic", "Online gradebooks"), ("Location", "Maplewood Middle School<br>901 Maple Avenue<br>Room 30"),
            ("Date", "Mon 11/9"), ("Start/End Time", "3:15 – 5:15 pm"), ("Partner Schools", "Lincoln MS (4)<br>Kosciuszko MS (3)"), ("Instructor", "Tim Lowe"), ("Facilitator", "Neil Burke"), ("Reflects School Improvement Plan?", "Yes"), ("Follow-Up Plan", "All classes post grades weekly."), ("Follow-Up Location", "Room 30"), ("Follow-Up Date/Time", "1/20/2027 3:15 pm")]
    cells = "".join(f'<tr><td width=180><p class="MsoNormal"><b>{label}<o:p></o:p></b></p></td><td width=360><p class="MsoNormal">{answer}<o:p></o:p></p></td></tr>' for label, answer in rows)
    mail("blind-mail-outlook-table", html=f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {{margin:0in}}</style></head><body><div class="WordSection1"><p class="MsoNormal">Hi,<o:p></o:p></p><p class="MsoNormal">see our request below.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><table class="MsoNormalTable" border=1>{cells}</table><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Hannah Schäfer | ITL | Maplewood Middle School | Room 12<o:p></o:p></p></div></body></html>',
        lead=MAPLEWOOD, n=26, by="Hannah Schäfer", discussed="2026-09-03", title="Online gradebooks", school=MAPLEWOOD, address="901 Maple Avenue", room=["Room 30", "30"], date="2026-11-09", start="15:15", end="17:15", partners=[(LINCOLN_MS, 4), ("Kościuszko Middle School", 3)],
        instructor="Tim Lowe", facilitator="Neil Burke", sip=True, plan="All classes post grades weekly.", where="Room 30", day="2027-01-20", time="15:15")
    lines = [("Lead school", "Cesar Chavez Bilingual"), ("How many participants", "9"), ("Name", "Lucía Ortega"), ("Title", "Bilingual e-books"), ("Location", "Cesar Chavez Bilingual School, 15 Paseo Street, Room 4"), ("Date", "10/26/26"), ("Start time", "3:00pm"), ("End time", "5:00pm"), ("Facilitator", "Raúl Vega"), ("Improvement plan", "yes"), ("Follow up activity", "A book per child.")]
    divs = "".join(f'<div>{label}:&nbsp;<b>{answer}</b></div><div><br></div>' for label, answer in lines)
    mail("blind-mail-gmail-bold", "Request below\n", f'<div dir="ltr"><div>Hello! Sorry this is late, we moved rooms.</div><div><br></div>{divs}<div>Gracias,</div><span class="gmail_signature_prefix">-- </span><div class="gmail_signature">Lucía Ortega<br>Room 1</div></div>',
        lead=CHAVEZ, n=9, by="Lucía Ortega", title="Bilingual e-books", school=CHAVEZ, address="15 Paseo Street", room=["Room 4", "4"], date="2026-10-26", start="15:00", end="17:00", facilitator="Raúl Vega", sip=True, plan="A book per child.")
    asked = [("Name of Lead School", "Kosciuszko Middle"), ("# of expected participants", "18 + 2 aides"), ("Submitter’s Name", "Agnieszka Zając"), ("Title/Topic", "Reading apps"), ("Date", "next Thursday"), ("Start Time", "3:30 pm"), ("End Time", "5:30 pm"), ("Name of Facilitator", "Tim Lowe"), ("Learning Team Follow Up Plans", "Logs in December.")]
    paragraphs = "".join(f'<p class="MsoNormal">{label}</p><p class="MsoNormal"><span style="color:#1F497D">{answer}</span></p>' for label, answer in asked)
    mail("blind-mail-outlook-next-line", "Please see the HTML.\n", f'<html><body><div class="WordSection1">{paragraphs}<p class="MsoNormal">Regards, Agnieszka</p></div></body></html>',
        lead="Kościuszko Middle School", by="Agnieszka Zając", title="Reading apps", start="15:30", end="17:30", facilitator="Tim Lowe", plan=["Logs in December.", "Logs in December.\nRegards, Agnieszka"], must=["n", "date"])


if __name__ == "__main__":
    words()
    written_by_writer()
    pdfs()
    mails()
