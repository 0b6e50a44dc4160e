import type { PlanFixture } from './fixture.ts'
import { convertWithLibreOffice } from './libreoffice.ts'

const html = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Plan</title></head><body>${body}</body></html>`
const writerDocx = 'docx:MS Word 2007 XML'

const htmlLists: PlanFixture = {
  name: 'office-html-lists',
  made: 'libreoffice',
  title: 'Parenting plan',
  make: () =>
    convertWithLibreOffice(
      'plan.html',
      html(`<h1 align="center">Parenting plan</h1><p>Made by Zuleika Thorne and Ambrose Patel for their son Fitch.</p>
        <ol><li>Fitch sleeps at Zuleika&rsquo;s on school nights.</li><li>Fitch sleeps at Ambrose&rsquo;s:<ol type="a"><li>on Fridays;</li><li>on Saturdays:<ol type="i"><li>from noon;</li><li>or from the end of the match.</li></ol></li></ol></li><li>Naps are not counted.</li></ol>`),
      writerDocx,
      'HTML (StarWriter)',
    ),
  clauses: `
    1 || Fitch sleeps at Zuleika
    2 || Fitch sleeps at Ambrose
    2(a) || on Fridays;
    2(b) || on Saturdays:
    2(b)(i) || from noon;
    2(b)(ii) || or from the end
    3 || Naps are not counted.`,
}

const level = (number: number, before: string, format: string, after: string, shown: number) =>
  `<text:list-level-style-number text:level="${number}" style:num-prefix="${before}" style:num-suffix="${after}" style:num-format="${format}"${shown > 1 ? ` text:display-levels="${shown}"` : ''}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.635cm" fo:margin-left="${number * 1.27}cm"/></style:list-level-properties></text:list-level-style-number>`
const outlineLevel = (number: number) =>
  `<text:outline-level-style text:level="${number}" style:num-format="1" style:num-suffix="${number === 1 ? '.' : ''}"${number > 1 ? ` text:display-levels="${number}"` : ''}/>`

const flatOpenDocument = (styles: string, automatic: string, text: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document>`

const openDocumentLists: PlanFixture = {
  name: 'office-open-document-lists',
  made: 'libreoffice',
  make: () =>
    convertWithLibreOffice(
      'plan.fodt',
      flatOpenDocument(
        '',
        `<text:list-style style:name="L1">${level(1, '', '1', '.', 1)}${level(2, '', '1', '', 2)}${level(3, '(', 'a', ')', 1)}</text:list-style>`,
        `<text:p>Plan of Henrike Solano and Piers Abara</text:p>
        <text:list text:style-name="L1"><text:list-item><text:p>Doctors are chosen together.</text:p><text:list><text:list-item><text:p>The first visit is joint.</text:p></text:list-item><text:list-item><text:p>Later visits are told of:</text:p><text:list><text:list-item><text:p>the day before;</text:p></text:list-item><text:list-item><text:p>and the day after.</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item><text:list-item><text:p>Dentists likewise.</text:p></text:list-item></text:list>
        <text:p>Nobody changes the dentist alone.</text:p>
        <text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Glasses are paid in halves.</text:p></text:list-item></text:list>`,
      ),
      writerDocx,
    ),
  clauses: `
    1 || Doctors are chosen together.
    1.1 || The first visit
    1.2 || Later visits
    1.2(a) || the day before;
    1.2(b) || and the day after.
    2 || Dentists likewise.
    3 || Glasses are paid`,
}

const outlineNumbering: PlanFixture = {
  name: 'office-outline-numbering',
  made: 'libreoffice',
  make: () =>
    convertWithLibreOffice(
      'plan.fodt',
      flatOpenDocument(
        `<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/><text:outline-style style:name="Outline">${outlineLevel(1)}${outlineLevel(2)}</text:outline-style>`,
        '',
        `<text:h text:style-name="Heading_20_1" text:outline-level="1">Summer</text:h><text:h text:style-name="Heading_20_2" text:outline-level="2">First half</text:h><text:p>The first half is with Henrike.</text:p><text:h text:style-name="Heading_20_2" text:outline-level="2">Second half</text:h><text:p>The second half is with Piers.</text:p><text:h text:style-name="Heading_20_1" text:outline-level="1">Winter</text:h><text:p>The reverse.</text:p>`,
      ),
      writerDocx,
    ),
  clauses: `
    1 | Summer |
    1.1 | First half | The first half
    1.2 | Second half | The second half
    2 | Winter | The reverse.`,
}

const richText: PlanFixture = {
  name: 'office-rich-text',
  made: 'libreoffice',
  make: () =>
    convertWithLibreOffice(
      'plan.rtf',
      String.raw`{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}
{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\leveljc0\levelfollow0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}\fi-360\li720}{\listlevel\levelnfc4\leveljc0\levelfollow0\levelstartat1{\leveltext\'03(\'01);}{\levelnumbers\'02;}\fi-360\li1440}\listid7}}
{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}
\pard\qc\b CUSTODY PLAN\b0\par
\pard\ls1\ilvl0\fi-360\li720 The child is called by name.\par
\pard\ls1\ilvl0\fi-360\li720 Nicknames are allowed:\par
\pard\ls1\ilvl1\fi-360\li1440 at home;\par
\pard\ls1\ilvl1\fi-360\li1440 not at school.\par
\pard\ls1\ilvl0\fi-360\li720 The family name stays.\par
}`,
      writerDocx,
    ),
  title: 'CUSTODY PLAN',
  clauses: `
    1 || The child is called
    2 || Nicknames are allowed:
    2(a) || at home;
    2(b) || not at school.
    3 || The family name stays.`,
}

const htmlTable: PlanFixture = {
  name: 'office-html-table',
  made: 'libreoffice',
  make: () =>
    convertWithLibreOffice(
      'plan.html',
      html(
        `<h2>Plan</h2><table border="1"><tr><th>No.</th><th>Provision</th></tr><tr><td>4.1</td><td>Calls on Sunday.</td></tr><tr><td>4.2</td><td><p>Calls on birthdays.</p><p>Both birthdays count.</p></td></tr></table>`,
      ),
      writerDocx,
      'HTML (StarWriter)',
    ),
  clauses: `
    4.1 || Calls on Sunday.
    4.2 || Calls on birthdays.`,
}

/** Plans that LibreOffice turned into Word files. */
export const libreOfficeFixtures: readonly PlanFixture[] = [
  htmlLists,
  openDocumentLists,
  outlineNumbering,
  richText,
  htmlTable,
]
