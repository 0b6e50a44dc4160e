"""Makes the plans of python-docx: run `python3 python_docx_plans.py FOLDER` where that package is installed."""

import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

FOLDER = Path(sys.argv[1])


def save(document, name):
    document.core_properties.author = "Evenhand fixtures"
    document.save(FOLDER / f"{name}.docx")


def centred(document, text):
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = True


def run_in(document, heading, text):
    paragraph = document.add_paragraph()
    paragraph.add_run(heading).bold = True
    paragraph.add_run(text)


plan = Document()
plan.add_heading("Parenting Plan", 0)
plan.add_paragraph("Between Ingrid Falk and Teo Marin.")
plan.add_heading("Exchanges", 1)
plan.add_paragraph("The Friday exchange takes place at 6:00 p.m.", style="List Number")
plan.add_paragraph("A late parent calls:", style="List Number")
plan.add_paragraph("by telephone, or", style="List Number 2")
plan.add_paragraph("by message.", style="List Number 2")
plan.add_heading("Holidays", 1)
plan.add_paragraph("Winter break is shared, with:", style="List Number")
plan.add_paragraph("the presents", style="List Bullet")
plan.add_paragraph("the visits", style="List Bullet")
save(plan, "python-list-styles")

plan = Document()
centred(plan, "EXHIBIT A")
centred(plan, "PARENTING PLAN")
for line in ["Case No. 123", "A: Ingrid Falk", "B: Teo Marin", "Contents"]:
    plan.add_paragraph(line)
for line in ["1. General .......... 1", "2. Exchanges .......... 1", "3. Money\t2"]:
    plan.add_paragraph(line)
run_in(plan, "1. General. ", "This plan starts on 3 August 2026.")
run_in(plan, "2. Exchanges. ", "Exchanges are on time.")
plan.add_paragraph("2.1 Friday exchange\nThe Friday exchange takes place at 6:00 p.m.")
plan.add_paragraph("3. Money")
plan.add_paragraph("Each parent pays half.")
save(plan, "python-cover-and-contents")

plan = Document()
plan.add_paragraph("I. RULES OF THE HOUSE")
for number, letter in enumerate("ABCDEFGHI", 1):
    plan.add_paragraph(f"{letter}. Rule number {number}.")
for line in ["II. RULES OF THE ROAD", "A. Belts are worn.", "B. Doors are locked."]:
    plan.add_paragraph(line)
save(plan, "python-letters-to-i")

plan = Document()
for line in [
    "1. Custody is shared.",
    "2. Exchanges happen:",
    "1. at school;",
    "2. at the library;",
    "3. at home.",
    "3. Holidays are halved.",
    "4. Money is not dealt with here.",
]:
    plan.add_paragraph(line)
save(plan, "python-list-inside-list")

plan = Document()
plan.add_heading("Plan in a table", 0)
table = plan.add_table(rows=1, cols=2)
table.style = "Table Grid"
table.rows[0].cells[0].text = "Clause"
table.rows[0].cells[1].text = "Text"
for number, text in [
    ("7.1", "Everybody is on time."),
    ("7.2 Friday exchange", "The Friday exchange takes place at 6:00 p.m."),
    ("7.3", "A late parent calls."),
    ("¶7.4", "A very late parent comes tomorrow."),
]:
    cells = table.add_row().cells
    cells[0].text = number
    cells[1].text = text
save(plan, "python-table")

plan = Document()
plan.add_heading("PARENTING PLAN", 0)
plan.add_heading("Section 1: Custody", 1)
plan.add_paragraph("Both parents share custody.")
plan.add_paragraph("They decide together.")
plan.add_heading("Section 2: Exchanges", 1)
plan.add_heading("2.1 Friday", 2)
plan.add_paragraph("The exchange is at six.")
plan.add_heading("2.2 Sunday", 2)
plan.add_paragraph("The exchange is at five.")
save(plan, "python-sections-as-headings")
