#!/usr/bin/env bash
# Makes every fixture anew. Needs Debian's libreoffice-writer, python3-uno, python3-docx and python3-reportlab, and Node with npm.
set -euo pipefail
cd "$(dirname "$0")"
export PYTHONDONTWRITEBYTECODE=1
/usr/bin/python3 plan.py
/usr/bin/python3 make_raw_docx.py
/usr/bin/python3 make_python_docx.py
/usr/bin/python3 make_own_word.py
/usr/bin/python3 make_reportlab.py
/usr/bin/python3 make_mails.py
/usr/bin/python3 make_libreoffice.py
/usr/bin/python3 make_blind.py
npm install --no-audit --no-fund --silent
node make_docx_js.mjs
node make_pdf_lib.mjs
