// PDF forms made and filled with pdf-lib.
import { readFileSync, writeFileSync } from "node:fs";
import { PDFDocument, PDFName, PDFHexString, StandardFonts } from "pdf-lib";

const here = new URL(".", import.meta.url);
const labelOf = (pieces, i) => pieces.slice(0, i).reverse().find((p) => "t" in p)?.t.trim() ?? "";
// The standard fonts know Latin-1 only; a viewer draws other letters by itself, the value keeps them.
const drawable = (text) => text.replace(/[^\x20-\x7E\u00A0-\u00FF‘’“”–—•…]/gu, "?");

class Form {
  constructor(document, font, style) {
    Object.assign(this, { document, font, style, form: document.getForm(), y: 0, names: new Set() });
    this.newPage();
  }
  newPage() {
    this.page = this.document.addPage([612, 792]);
    this.y = 740;
  }
  name(n) {
    const base = this.style.hierarchical ? `request.${n.replace(/_(\d)$/, "List.$1").replace("_", ".")}` : n;
    let name = base;
    for (let i = 2; this.names.has(name); i++) name = `${base}${i}`;
    this.names.add(name);
    return name;
  }
  describe(field, label) {
    if (this.style.tooltips) field.acroField.dict.set(PDFName.of("TU"), PDFHexString.fromText(label));
  }
  line(pieces, x = 40, width = 530) {
    const start = x;
    pieces.forEach((p, i) => {
      if ("t" in p) {
        const text = drawable(p.t);
        this.page.drawText(text, { x, y: this.y, size: 9, font: this.font });
        x += this.font.widthOfTextAtSize(text, 9) + 2;
      } else if ("b" in p) {
        if (start + width - x < 60) { this.y -= 18; x = start + 10; }
        const last = i === pieces.length - 1;
        const room = Math.min(start + width - x, last ? 260 : 160);
        this.text(p, labelOf(pieces, i), x, room);
        x += room + 4;
      } else {
        this.box(p, labelOf(pieces, i), x);
        x += 16;
      }
    });
  }
  text(p, label, x, width) {
    const field = this.form.createTextField(this.name(p.n ?? "Text"));
    this.describe(field, label);
    if (p.long) field.enableMultiline();
    const height = p.long ? 40 : 14;
    if (p.long) this.y -= 26;
    field.addToPage(this.page, { x, y: this.y - 3, width, height, font: this.font, borderWidth: 0.5 });
    if (p.b && drawable(p.b) === p.b) field.setText(p.b);
    else if (p.b) field.acroField.dict.set(PDFName.of("V"), PDFHexString.fromText(p.b));
  }
  box(p, label, x) {
    if (this.style.radio && p.n) return this.radio(p, label, x);
    const field = this.form.createCheckBox(this.name(p.n ?? "Check"));
    this.describe(field, label);
    field.addToPage(this.page, { x, y: this.y - 1, width: 10, height: 10, borderWidth: 0.5 });
    if (p.x) field.check();
  }
  radio(p, label, x) {
    const answer = /(Yes|No)$/.exec(p.n)?.[1];
    if (!answer) return this.radioless(p, label, x);
    const name = p.n.slice(0, -answer.length);
    this.groups ??= {};
    const group = (this.groups[name] ??= this.form.createRadioGroup(name));
    group.addOptionToPage(answer, this.page, { x, y: this.y - 1, width: 10, height: 10 });
    if (p.x) group.select(answer);
  }
  radioless(p, label, x) {
    const field = this.form.createDropdown(this.name(p.n));
    field.addOptions(["Yes", "No"]);
    field.addToPage(this.page, { x, y: this.y - 3, width: 60, height: 14, font: this.font });
    field.select(p.x ? "Yes" : "No");
  }
  block(block) {
    if (block.p) this.line(block.p);
    else block.row.forEach((cell, i, row) => {
      const width = 530 / row.length;
      this.line(cell.flatMap((p) => p.p), 40 + i * width, width - 8);
    });
    this.y -= 24;
    if (this.y < 60) this.newPage();
  }
}

/** Fills in our own form, whose fields are named by their tags. */
async function fillOwn(f) {
  const document = await PDFDocument.load(readFileSync(new URL("mini-grant-request.pdf", here)));
  const form = document.getForm();
  const v = f.values;
  const texts = {
    leadSchool: v.leadSchool, expectedParticipants: v.expectedParticipants, "submitter.name": v.submitterName, "submitter.email": v.submitterEmail,
    discussedWithLearningTeamOn: v.discussed, title: v.title, "location.school": v.place, "location.address": v.address, "location.room": v.room,
    "session.date": v.date, "session.start": v.start, "session.end": v.end, "instructor.name": v.instructor, facilitator: v.facilitator,
    "otherEvaluation.explanation": v.explanation, "followUp.plan": v.plan, "followUp.location": v.where, "followUp.date": v.when, "followUp.start": v.at,
  };
  v.partners.forEach(([school, number], i) => {
    texts[`partnerSchools.${i}.school`] = school;
    texts[`partnerSchools.${i}.expectedParticipants`] = number;
  });
  for (const [tag, text] of Object.entries(texts)) if (text) form.getTextField(tag).setText(text);
  for (const [tag, answer] of [["reflectsSchoolImprovementPlan", v.sip], ["otherEvaluation.planned", v.evaluation]]) form.getCheckBox(`${tag}.${answer ? "yes" : "no"}`).check();
  if (v.assign) form.getCheckBox("assignInstructor").check();
  if (v.kind) form.getDropdown("session.type").select(v.kind);
  writeFileSync(new URL(`../${f.name}.pdf`, here), await document.save({ updateFieldAppearances: false }));
}

for (const f of JSON.parse(readFileSync(new URL("plan.json", here)))) {
  if (!f.program.startsWith("pdf-lib")) continue;
  if (f.kind === "pdf own") {
    await fillOwn(f);
    continue;
  }
  const document = await PDFDocument.create();
  const form = new Form(document, await document.embedFont(StandardFonts.Helvetica), f.style);
  f.blocks.forEach((block) => form.block(block));
  document.setCreationDate(new Date("2026-09-14T08:00:00Z"));
  document.setModificationDate(new Date("2026-09-14T08:00:00Z"));
  // Values outside Latin-1 have no appearance here; a viewer makes one.
  form.form.updateFieldAppearances = () => {};
  writeFileSync(new URL(`../${f.name}.pdf`, here), await document.save({ useObjectStreams: f.style.objectStreams ?? false, updateFieldAppearances: false }));
}
