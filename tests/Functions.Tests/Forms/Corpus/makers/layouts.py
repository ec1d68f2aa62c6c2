"""Forms as blocks, before any program gives them a file's shape. A block is a paragraph {"p": pieces}, a table row {"row": [cell, ...]} with
cells of paragraphs, a page header {"header": pieces}, a text box {"box": [paragraph, ...]} or {"landscape": true}.
A piece is printed text {"t": ...}, a place to type in {"b": typed, "n": field name} or a box to tick {"x": ticked, "n": field name}."""


def T(text):
    return {"t": text}


def B(value, name=None, **more):
    return {"b": value, "n": name, **more}


def X(ticked, name=None):
    return {"x": bool(ticked), "n": name}


def P(*pieces):
    return {"p": list(pieces)}


def C(*paragraphs):
    """A cell: paragraphs, or pieces that make one."""
    return [p if "p" in p else P(p) for p in paragraphs]


def R(*cells):
    return {"row": [c if isinstance(c, list) else C(c) for c in cells]}


def yes_no(answer, name=None):
    """Two boxes; answer may be None (neither) or "both"."""
    return [T("Yes "), X(answer in (True, "both"), name and name + "Yes"), T("  No "), X(answer in (False, "both"), name and name + "No")]


def place(v):
    return ", ".join(x for x in (v["place"], v["address"], v["room"] and ("Room " + v["room"] if v["room"][0].isdigit() else v["room"])) if x)


def district(v, numbered=False):
    """The district's own form of 2009, sentence by sentence."""
    n = (lambda i: f"Text{i}") if numbered else (lambda i: None)
    partners = (v["partners"] + [["", ""]] * 3)[:max(3, len(v["partners"]))]
    yield {"p": [T("INSTRUCTIONAL TECHNOLOGY LEADER")]}
    yield P(T("MINI-GRANT REQUEST FORM"))
    yield P(T("FOR SCHOOL BASED STAFF DEVELOPMENT"))
    yield R(C(P(T("Date Request Submitted: "), B(v["submitted"], n(1)), T("  Approved "), X(False, "Check1")), P(T("Rejected "), X(False, "Check2"), T(" (See Note)"))))
    yield R(C(P(T("Name of Lead School:   "), B(v["leadSchool"], n(2)), T("      # of expected participants:  "), B(v["expectedParticipants"], n(3)))))
    yield R(C(P(T("Submitter’s Name:   "), B(v["submitterName"], n(4))), P(T("Date discussed with Learning Team: "), B(v["discussed"], n(5)))))
    yield R(C(P(T("Title/Topic: "), B(v["title"], n(6)))))
    yield R(C(P(T("Location of Session (School name, address, and room number): "), B(place(v), n(7)))), C(P(T("Date "), B(v["date"], n(8))), P(T("Start Time: "), B(v["start"], n(9))), P(T("End Time: "), B(v["end"], n(10)))))
    yield R(C(P(T("List all other schools planning to participate in this professional development."))))
    for i, (school, number) in enumerate(partners):
        yield R(C(P(T("Name of School: "), B(school, n(11 + 2 * i)))), C(P(T("# of expected participants  "), B(number, n(12 + 2 * i)))))
    yield R(C(P(T("Name of Instructor (if known):   "), B(v["instructor"], n(20))), P(X(v["assign"], "Check3"), T(" Check here for Learning Technologies to assign an instructor. ")),
              P(T("Name of Facilitator: "), B(v["facilitator"], n(21))), P(T("Note: The instructor leads the session and the facilitator assists during the session."))))
    yield R(C(P(T("Does this instructional technology topic reflect staff development needs identified in your School Improvement Plan?  "), *yes_no(v["sip"]))))
    yield R(C(P(T("Evaluation")), P(T("In addition to the standard online survey, are you planning to evaluate the effectiveness of the session another way? "), *yes_no(v["evaluation"]),
                T("  If yes, please explain. "), B(v["explanation"], n(22)))))
    yield R(C(P(T("Learning Team Follow Up Plans ")), P(T("How will you know that you have changed classroom practice?  What follow up activity is planned to reinforce practice of the skills learned?  "), B(v["plan"], n(23), long=True))))
    yield R(C(P(T("Location: "), B(v["where"], n(24)))), C(P(T("Date and Time: "), B(" ".join(x for x in (v["when"], v["at"]) if x), n(25)))))
    yield P(T("Submit completed mini-grant request forms via email to your Learning Technologies SOS Specialist at least two weeks prior to session date."))


def two_columns(v):
    """A table of two columns, in other words and another order."""
    yield P(T("Request for an ITL Mini-Grant"))
    for label, name, key in [("Topic", "topic", "title"), ("School applying (lead)", "school", "leadSchool"), ("Expected number of participants", "participants", "expectedParticipants"),
                             ("Submitted by", "by", "submitterName"), ("E-mail", "mail", "submitterEmail"), ("Discussed with the Learning Team on", "discussed", "discussed"),
                             ("Date of session", "sessionDate", "date"), ("Start", "from", "start"), ("End", "to", "end"),
                             ("Where: school", "place", "place"), ("Where: address", "address", "address"), ("Where: room", "room", "room")]:
        yield R(C(T(label)), C(B(v[key], name)))
    for i, (school, number) in enumerate(v["partners"]):
        yield R(C(T(f"Other school {i + 1}")), C(B(school, f"other{i + 1}")))
        yield R(C(T("Participants from that school")), C(B(number, f"otherParticipants{i + 1}")))
    yield R(C(T("Instructor, if you have one")), C(B(v["instructor"], "instructor")))
    yield R(C(T("Learning Technologies should assign an instructor")), C(X(v["assign"], "assign")))
    yield R(C(T("Facilitator")), C(B(v["facilitator"], "facilitator")))
    yield R(C(T("Is the topic part of your School Improvement Plan?")), C(P(*yes_no(v["sip"], "sip"))))
    yield R(C(T("Will you evaluate in another way, too?")), C(P(*yes_no(v["evaluation"], "evaluation"))))
    yield R(C(T("If so, how?")), C(B(v["explanation"], "explanation")))
    yield R(C(T("Follow-up plan")), C(B(v["plan"], "plan", long=True)))
    yield R(C(T("Follow-up location")), C(B(v["where"], "followUpPlace")))
    yield R(C(T("Follow-up date")), C(B(v["when"], "followUpDate")))
    yield R(C(T("Follow-up time")), C(B(v["at"], "followUpTime")))


def four_columns(v):
    """Label, value, label, value; other schools as a list with a head row."""
    yield P(T("MINI-GRANT REQUEST"))
    yield R(C(T("Lead School")), C(B(v["leadSchool"], "lead_school")), C(T("# Participants")), C(B(v["expectedParticipants"], "participants")))
    yield R(C(T("Submitter")), C(B(v["submitterName"], "submitter")), C(T("Email address")), C(B(v["submitterEmail"], "email")))
    yield R(C(T("Session title")), C(B(v["title"], "title")), C(T("Discussed with Learning Team")), C(B(v["discussed"], "discussed")))
    yield R(C(T("Session date")), C(B(v["date"], "session_date")), C(T("Time (from – to)")), C(B(" – ".join(x for x in (v["start"], v["end"]) if x), "session_time")))
    yield R(C(T("Location")), C(B(v["place"], "location")), C(T("Room")), C(B(v["room"], "room")))
    yield R(C(T("Street address")), C(B(v["address"], "address")), C(T("Type of session")), C(B(v["kind"], "type")))
    yield P(T("Participating schools"))
    yield R(C(T("School")), C(T("Expected participants")))
    for i, (school, number) in enumerate(v["partners"] or [["", ""]]):
        yield R(C(B(school, f"school_{i + 1}")), C(B(number, f"participants_{i + 1}")))
    yield P(T("Staffing and follow-up"))
    yield R(C(T("Instructor")), C(B(v["instructor"], "instructor")), C(T("Facilitator")), C(B(v["facilitator"], "facilitator")))
    yield R(C(P(X(v["assign"], "assign"), T(" Please assign an instructor"))), C(P(T("Reflects SIP needs: "), *yes_no(v["sip"], "sip"))))
    yield R(C(P(T("Additional evaluation planned? "), *yes_no(v["evaluation"], "evaluation"))), C(P(T("Explain: "), B(v["explanation"], "explanation"))))
    yield R(C(T("Follow-up activity")), C(B(v["plan"], "follow_up", long=True)))
    yield R(C(T("Follow-up location")), C(B(v["where"], "follow_up_location")), C(T("Follow-up date and time")), C(B(", ".join(x for x in (v["when"], v["at"]) if x), "follow_up_date")))


def lines(v, colon=":"):
    """Line after line, the session first."""
    def line(label, value, name, **more):
        return P(T(label + colon + " "), B(value, name, **more))
    yield P(T("ITL Mini-Grant Request"))
    yield line("Session title", v["title"], "SessionTitle")
    yield line("Session date", v["date"], "SessionDate")
    yield line("Start time", v["start"], "StartTime")
    yield line("End time", v["end"], "EndTime")
    yield line("Lead school", v["leadSchool"], "LeadSchool")
    yield line("Expected participants", v["expectedParticipants"], "ExpectedParticipants")
    yield line("Location", v["place"], "Location")
    yield line("Address", v["address"], "Address")
    yield line("Room", v["room"], "Room")
    yield line("Your name", v["submitterName"], "YourName")
    yield line("Your email", v["submitterEmail"], "YourEmail")
    yield line("Discussed with Learning Team on", v["discussed"], "DiscussedOn")
    for i, (school, number) in enumerate(v["partners"]):
        yield P(T(f"Partner school {i + 1}{colon} "), B(school, f"PartnerSchool{i + 1}"), T(f"   Participants{colon} "), B(number, f"PartnerParticipants{i + 1}"))
    yield line("Name of instructor", v["instructor"], "Instructor")
    yield P(X(v["assign"], "AssignInstructor"), T(" Learning Technologies assigns an instructor"))
    yield line("Name of facilitator", v["facilitator"], "Facilitator")
    yield P(T(f"Does the topic reflect needs in your School Improvement Plan (SIP)? "), *yes_no(v["sip"], "Sip"))
    yield P(T(f"Other evaluation planned? "), *yes_no(v["evaluation"], "Evaluation"))
    yield line("If yes, please explain", v["explanation"], "Explanation")
    yield line("Follow-up plan", v["plan"], "FollowUpPlan", long=True)
    yield line("Follow-up location", v["where"], "FollowUpLocation")
    yield line("Follow-up date", v["when"], "FollowUpDate")
    yield line("Follow-up time", v["at"], "FollowUpTime")


def above(v):
    """Labels above what is typed, as in a form with wide cells."""
    def cell(label, value, name, **more):
        return C(P(T(label)), P(B(value, name, **more)))
    yield P(T("Professional Development Mini-Grant Application"))
    yield R(cell("LEAD SCHOOL", v["leadSchool"], "A1"), cell("EXPECTED PARTICIPANTS", v["expectedParticipants"], "A2"))
    yield R(cell("NAME OF SUBMITTER (ITL)", v["submitterName"], "A3"), cell("EMAIL", v["submitterEmail"], "A4"))
    yield R(cell("TITLE / TOPIC", v["title"], "B1"), cell("DATE DISCUSSED WITH LEARNING TEAM", v["discussed"], "B2"))
    yield R(cell("SESSION DATE", v["date"], "C1"), cell("START TIME", v["start"], "C2"), cell("END TIME", v["end"], "C3"))
    yield R(cell("LOCATION OF SESSION (SCHOOL NAME, ADDRESS, ROOM NUMBER)", place(v), "D1"))
    for i, (school, number) in enumerate(v["partners"]):
        yield R(cell(f"OTHER SCHOOL", school, f"E{i}"), cell("EXPECTED PARTICIPANTS", number, f"F{i}"))
    yield R(cell("INSTRUCTOR (IF KNOWN)", v["instructor"], "G1"), cell("FACILITATOR", v["facilitator"], "G2"), C(P(X(v["assign"], "G3"), T(" ASSIGN AN INSTRUCTOR"))))
    yield R(C(P(T("TOPIC REFLECTS NEEDS IN THE SCHOOL IMPROVEMENT PLAN "), *yes_no(v["sip"], "H1"))), C(P(T("OTHER EVALUATION "), *yes_no(v["evaluation"], "H2"))))
    yield R(cell("IF YES, EXPLAIN", v["explanation"], "H3"))
    yield R(cell("FOLLOW-UP PLAN", v["plan"], "I1", long=True))
    yield R(cell("FOLLOW-UP LOCATION", v["where"], "I2"), cell("FOLLOW-UP DATE", v["when"], "I3"), cell("FOLLOW-UP TIME", v["at"], "I4"))


def numbered(v):
    """Numbered questions, whole sentences."""
    yield P(T("Mini-grant request – school-based staff development"))
    yield P(T("1. Which school leads the session? "), B(v["leadSchool"]))
    yield P(T("2. How many participants do you expect? "), B(v["expectedParticipants"]))
    yield P(T("3. Who submits this request? "), B(v["submitterName"]))
    yield P(T("4. What is your email address? "), B(v["submitterEmail"]))
    yield P(T("5. When did you discuss it with your Learning Team? "), B(v["discussed"]))
    yield P(T("6. What is the title or topic? "), B(v["title"]))
    yield P(T("7. On which date is the session? "), B(v["date"]))
    yield P(T("8. What time does the session start? "), B(v["start"]))
    yield P(T("9. What time does the session end? "), B(v["end"]))
    yield P(T("10. Location of the session (school, address, room): "), B(place(v)))
    yield P(T("11. Other participating schools:"))
    for school, number in v["partners"]:
        yield P(T("Name of school: "), B(school), T("  Expected participants: "), B(number))
    yield P(T("12. Name of the instructor, if known: "), B(v["instructor"]), T("  "), X(v["assign"]), T(" Learning Technologies to assign an instructor"))
    yield P(T("13. Name of the facilitator: "), B(v["facilitator"]))
    yield P(T("14. Does this topic reflect needs in your School Improvement Plan? "), *yes_no(v["sip"]))
    yield P(T("15. Are you planning another evaluation besides the online survey? "), *yes_no(v["evaluation"]))
    yield P(T("If yes, please explain: "), B(v["explanation"]))
    yield P(T("16. What is your follow-up plan? "), B(v["plan"], long=True))
    yield P(T("17. Follow-up location: "), B(v["where"]))
    yield P(T("18. Follow-up date and time: "), B(" at ".join(x for x in (v["when"], v["at"]) if x)))


LAYOUTS = dict(district=district, numberedDistrict=lambda v: district(v, True), two=two_columns, four=four_columns, lines=lines, above=above, numbered=numbered, own=lambda v: [])

# Fields that a layout has no place for.
LACKS = {
    "district": {"/submitter/email", "/session/type"}, "numberedDistrict": {"/submitter/email", "/session/type"},
    "two": {"/session/type"}, "four": set(), "lines": {"/session/type"}, "above": {"/session/type"}, "numbered": {"/session/type"}, "own": set(),
}
