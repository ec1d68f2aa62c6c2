// Forms made with the npm package docx: check boxes as content controls, tables typed into.
import { readFileSync, writeFileSync } from "node:fs";
import { CheckBox, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

const here = new URL(".", import.meta.url);

const runs = (text) => text.split("\n").map((line, i) => new TextRun({ text: line, break: i ? 1 : 0 }));
const piece = (p, plain) =>
  "t" in p ? [new TextRun({ text: p.t, bold: true })]
  : "b" in p ? runs(p.b)
  : plain ? [new TextRun(p.x ? "☑" : "☐")]
  : [new CheckBox({ checked: p.x, alias: p.n ?? undefined, checkedState: { value: "2612", font: "MS Gothic" }, uncheckedState: { value: "2610", font: "MS Gothic" } })];
const paragraph = (pieces, plain) => new Paragraph({ children: pieces.flatMap((p) => piece(p, plain)) });

function table(rows, plain) {
  const columns = Math.max(...rows.map((row) => row.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({
      children: row.map((cell, x) => new TableCell({
        columnSpan: x === row.length - 1 ? columns - row.length + 1 : 1,
        children: cell.map((p) => paragraph(p.p, plain)),
      })),
    })),
  });
}

function body(blocks, plain) {
  const out = [];
  let rows = [];
  for (const block of [...blocks, {}]) {
    if (block.row) {
      rows.push(block.row);
      continue;
    }
    if (rows.length) out.push(table(rows, plain));
    rows = [];
    if (block.p) out.push(paragraph(block.p, plain));
  }
  return out;
}

for (const f of JSON.parse(readFileSync(new URL("plan.json", here)))) {
  if (!f.program.startsWith("docx (npm)")) continue;
  const document = new Document({ sections: [{ children: body(f.blocks, f.style.plain) }] });
  writeFileSync(new URL(`../${f.name}.docx`, here), await Packer.toBuffer(document));
}
