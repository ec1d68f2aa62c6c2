"""What the fixtures ask for: invented requests, the hands that type them, and the words that forms use."""
import datetime

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def request(lead, n, who, mail, discussed, title, place, address, room, date, start, end, partners=(), instructor=None, assign=False,
            facilitator=None, sip=True, evaluation=None, plan="", where="", when=None, at=None, kind=None):
    return dict(lead=lead, n=n, who=who, mail=mail, discussed=discussed, title=title, place=place, address=address, room=room, date=date,
                start=start, end=end, partners=list(partners), instructor=instructor, assign=assign, facilitator=facilitator, sip=sip,
                evaluation=evaluation, plan=plan, where=where, when=when, at=at, kind=kind)


REQUESTS = {
    "lincoln": request("Lincoln Elementary School", 22, "Maya Rosen", "maya.rosen@example.org", "2026-09-08", "Digital storytelling in grades 2 and 3",
        "Lincoln Elementary School", "817 West Harbor Street", "Library", "2026-10-14", "15:30", "17:30",
        [("Jefferson Elementary School", 6), ("Riverbend Elementary School", 4)], instructor="Ellen Marsh", facilitator="Maya Rosen",
        plan="Every participant plans one story with the class and shows it at the November staff meeting.", where="Lincoln Elementary School, library",
        when="2026-11-18", at="15:45"),
    "washington": request("Washington High School", 18, "Keisha Bell", "keisha.bell@example.org", "2026-09-02", "Graphing calculators & sensors in the science lab",
        "Washington High School", "2525 North Sherman Avenue", "B-114", "2026-10-20", "14:45", "16:45", assign=True, facilitator="Dev Chandra",
        evaluation="A one-page reflection after the first lab.", plan="Teachers swap lab sheets and visit one another's lessons once before winter break.",
        where="Room B-114", when="2026-12-02", at="14:45"),
    "mueller": request("Roosevelt Elementary School", 16, "Sofia Müller", "sofia.mueller@example.org", "2026-09-15", "Früh übt sich – coding with young children",
        "Roosevelt Elementary School", "800 East Walnut Court", "104", "2026-11-04", "15:15", "17:15", [("Lincoln Middle School", 5)],
        instructor="Jürgen Größl", facilitator="Zoë Čapek", sip=True, evaluation="Interviews with three classes – “what can you do now?”",
        plan="Kindergarten and first-grade teachers try one unplugged lesson a week; we look at the pupils' work together.", where="Café, ground floor",
        when="2026-12-09", at="15:30"),
    "king": request("Martin Luther King Jr. Academy", 25, "Andre Baptiste", "andre.baptiste@example.org", "2026-08-27", "Using data dashboards to plan interventions",
        "Martin Luther King Jr. Academy", "3275 North 3rd Street", "Computer lab 2", "2026-10-07", "16:00", "18:00", assign=True, sip=True,
        plan="Grade-level teams bring one dashboard question to each October meeting.\nWe repeat the survey in January.\nThe ITL models one data talk per team.",
        where="Auditorium", when="2026-11-11", at="16:00"),
    "maplewood": request("Maplewood Middle School", 15, "Hannah Schäfer", "hannah.schaefer@example.org", "2026-09-10", "Video editing for project-based learning",
        "Maplewood Middle School", "4100 South Maple Road", "Media center", "2026-10-28", "15:00", "17:00", [("Kościuszko Middle School", 9), ("Oak Grove Elementary School", 3), ("St. Adalbert School", 4)],
        instructor="Rosa Delgado", facilitator="Hannah Schäfer", evaluation="Rubric for the finished videos", plan="Each team finishes one class video; we watch them together.",
        where="Media center", when="2026-12-16", at="15:00"),
    "pena": request("Oak Grove Elementary School", 17, "José Peña", "jose.pena@example.org", "2026-09-21", "Assistive technology for emergent readers",
        "Oak Grove Elementary School", "1510 Grove Lane", "12", "2026-11-12", "15:45", "17:45", instructor="Amy Tran", facilitator="José Peña", sip=False,
        plan="Two classroom visits per participant with feedback the same day.", where="Oak Grove Elementary School, room 12", when="2027-01-13", at="15:45"),
    "riverside": request("Riverside High School", 30, "Chloë Dupont", "chloe.dupont@example.org", "2026-09-03", "Online discussion boards that work",
        "Riverside High School", "1615 East Locust Street", "Room 301", "2026-10-22", "15:10", "16:40", [("Washington High School", 12)], assign=True,
        facilitator="Luis Ferrer", sip=True, plan="Every department opens one board and reports what happened.", where="Online", when="2026-11-19", at="15:10", kind="slc-level-1"),
    "chavez": request("César Chávez Bilingual School", 20, "Lucía Ortega", "lucia.ortega@example.org", "2026-09-17", "Cuentos digitales: bilingual e-books",
        "César Chávez Bilingual School", "900 South 11th Street", "Aula 7", "2026-11-18", "15:30", "17:00", instructor="Inés Castaño", facilitator="Peter Vang",
        evaluation="A short interview with every participant", plan="Each teacher publishes one e-book with the class 📚 and shares the link with families.",
        where="Aula 7", when="2027-01-20", at="15:30"),
    "sorensen": request("Northfield School No. 12", 15, "Erik Sørensen", "erik.sorensen@example.org", "2026-09-09", "Interactive whiteboards beyond the basics",
        "Northfield School No. 12", "48 Northfield Parkway", "Gym annex", "2026-10-29", "13:00", "15:00", [("Southfield School No. 21", 8)], instructor="Paula Reyes",
        facilitator="Mei Tanaka", plan="Peer visits in November; notes are kept in the shared folder.", where="Southfield School No. 21", when="2026-12-03", at="13:00"),
    "wheatley": request("Wheatley Career and Technical High School", 19, "Darnell Hughes", "darnell.hughes@example.org", "2026-09-16", "3-D printing across the trades",
        "Wheatley Career and Technical High School", "2442 Industrial Drive", "Shop 3", "2026-11-05", "07:30", "09:30", instructor="Greta Holm", sip=True,
        facilitator="Darnell Hughes", plan="Each trade designs one part with its students and documents the steps.", where="Shop 3", when="2026-12-10", at="07:30"),
    "earhart": request("Amelia Earhart Elementary School", 21, "Fatima Zahra", "fatima.zahra@example.org", "2026-09-01", "Blogging safely with fourth graders",
        "Amelia Earhart Elementary School", "6600 West Airport Way", "Room 8", "2026-10-15", "15:30", "17:00", instructor="Ken Abe", facilitator="Fatima Zahra",
        evaluation="Parents answer three questions at conferences.", plan="One class blog per grade, reviewed together every month.", where="Room 8", when="2026-11-24", at="15:30"),
    "kosciuszko": request("Kościuszko Middle School", 16, "Agnieszka Zając", "agnieszka.zajac@example.org", "2026-09-22", "Spreadsheets for beginners",
        "Kościuszko Middle School", "971 West Windlake Avenue", "204", "2026-11-10", "15:20", "17:20", assign=True, facilitator="Tim Lowe", sip=True,
        plan="Grade books move to shared spreadsheets by December; the ITL helps each team once.", where="Room 204", when="2026-12-15", at="15:20"),
}


def parts(day):
    d = datetime.date.fromisoformat(day)
    return d, MONTHS[d.month - 1], DAYS[d.weekday()]


def ordinal(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def short(month):
    return "Sept." if month == "September" else month if len(month) < 5 else month[:3] + "."


DATES = {
    "slashes": lambda d, m, w: f"{d.month}/{d.day}/{d.year}",
    "short": lambda d, m, w: f"{d.month}/{d.day}/{d.year % 100}",
    "padded": lambda d, m, w: f"{d.month:02}/{d.day:02}/{d.year}",
    "long": lambda d, m, w: f"{m} {d.day}, {d.year}",
    "abbreviated": lambda d, m, w: f"{short(m)} {d.day}, {d.year}",
    "weekday": lambda d, m, w: f"{w}, {m} {d.day}, {d.year}",
    "weekday-short": lambda d, m, w: f"{w[:3]}. {d.month}/{d.day}/{d.year % 100}",
    "iso": lambda d, m, w: d.isoformat(),
    "day-first": lambda d, m, w: f"{d.day} {m} {d.year}",
    "dashes": lambda d, m, w: f"{d.month}-{d.day}-{d.year}",
    "ordinal": lambda d, m, w: f"{m[:3]} {ordinal(d.day)}, {d.year}",
    "no-year": lambda d, m, w: f"{w}, {m} {d.day}",
}


def half_day(t):
    h, m = map(int, t.split(":"))
    return (h - 1) % 12 + 1, m, "am" if h < 12 else "pm"


TIMES = {
    "pm": lambda t: "{0}:{1:02} {2}".format(*half_day(t)),
    "PM": lambda t: "{0}:{1:02} {2}".format(*half_day(t)).upper(),
    "p.m.": lambda t: "{0}:{1:02} {2}".format(*half_day(t)).replace("pm", "p.m.").replace("am", "a.m."),
    "tight": lambda t: "{0}:{1:02}{2}".format(*half_day(t)),
    "24": lambda t: t,
    "dot": lambda t: "{0}.{1:02} {2}".format(*half_day(t)),
}

# How a person writes: dates, times, numbers.
HANDS = {
    "plain": ("slashes", "pm", "{}"),
    "neat": ("long", "p.m.", "{}"),
    "quick": ("short", "tight", "{}"),
    "clerk": ("padded", "PM", "{} teachers"),
    "wordy": ("weekday", "p.m.", "{} participants"),
    "iso": ("iso", "24", "{}"),
    "european": ("day-first", "24", "{}"),
    "dashed": ("dashes", "pm", "{} staff"),
    "chatty": ("ordinal", "dot", "{} people"),
    "abbreviated": ("abbreviated", "PM", "{}"),
    "weekday": ("weekday-short", "pm", "{}"),
}


def typed(request, hand):
    """The request as that hand types it."""
    date, time, number = HANDS[hand]
    on = lambda day: DATES[date](*parts(day)) if day else ""
    at = lambda t: TIMES[time](t) if t else ""
    r = request
    return dict(
        leadSchool=r["lead"], expectedParticipants=number.format(r["n"]), submitterName=r["who"], submitterEmail=r["mail"], discussed=on(r["discussed"]),
        submitted=on("2026-09-14"), title=r["title"], place=r["place"], address=r["address"], room=r["room"], date=on(r["date"]), start=at(r["start"]), end=at(r["end"]),
        partners=[[school, number.format(n)] for school, n in r["partners"]], instructor=r["instructor"] or "", assign=r["assign"],
        facilitator=r["facilitator"] or "", sip=r["sip"], evaluation=r["evaluation"] is not None, explanation=r["evaluation"] or "", plan=r["plan"], where=r["where"],
        when=on(r["when"]), at=at(r["at"]), kind={"slc-level-1": "SLC Level 1", "standard": "Standard"}.get(r["kind"], ""))


def rooms(room):
    """A room's number may be read with or without the word."""
    number = room.removeprefix("Room ")
    return [number, "Room " + number] if number[0].isdigit() else room


def expected(r):
    """The request as it must be understood, by pointer."""
    fields = {
        "/leadSchool": r["lead"], "/expectedParticipants": r["n"], "/submitter/name": r["who"], "/submitter/email": r["mail"],
        "/discussedWithLearningTeamOn": r["discussed"], "/title": r["title"], "/location/school": r["place"], "/location/address": r["address"],
        "/location/room": rooms(r["room"]), "/session/date": r["date"], "/session/start": r["start"], "/session/end": r["end"], "/session/type": r["kind"],
        "/instructor/name": r["instructor"], "/assignInstructor": True if r["assign"] else None, "/facilitator": r["facilitator"],
        "/reflectsSchoolImprovementPlan": r["sip"], "/otherEvaluation/planned": r["evaluation"] is not None,
        "/otherEvaluation/explanation": r["evaluation"], "/followUp/plan": r["plan"], "/followUp/location": r["where"], "/followUp/date": r["when"], "/followUp/start": r["at"],
    }
    for line, (school, n) in enumerate(r["partners"]):
        fields[f"/partnerSchools/{line}/school"] = school
        fields[f"/partnerSchools/{line}/expectedParticipants"] = n
    return {pointer: value for pointer, value in fields.items() if value is not None and value != ""}
