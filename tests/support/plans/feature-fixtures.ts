import type { PlanFixture } from './fixture.ts'
import {
  abstractList,
  listInstance,
  makeWordFile,
  para,
  paragraphStyle,
  run,
  strictNamespace,
} from './ooxml.ts'

const decimalList =
  abstractList(0, [
    { format: 'decimal', text: '%1.' },
    { format: 'decimal', text: '%1.%2' },
  ]) + listInstance(1, 0)

const numbered = (inner: string, level = 0, mark = '') =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>${mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`}</w:pPr>${inner}</w:p>`
const tracked = (kind: 'ins' | 'moveTo', inner: string) =>
  `<w:${kind} w:id="1" w:author="Office" w:date="2026-01-05T09:00:00Z">${inner}</w:${kind}>`
const struck = (kind: 'del' | 'moveFrom', text: string) =>
  `<w:${kind} w:id="2" w:author="Office" w:date="2026-01-05T09:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:${kind}>`
const deletedMark = '<w:del w:id="3" w:author="Office"/>'
const field = (code: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const changes: PlanFixture = {
  name: 'word-tracked-changes',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      numbering: decimalList,
      body: [
        numbered(run('Calls are at ') + struck('del', 'six') + tracked('ins', run('seven')) + run('.')),
        numbered(struck('del', 'Calls are recorded.'), 0, deletedMark),
        numbered(tracked('ins', run('Calls end at bedtime.')), 0, '<w:ins w:id="9" w:author="Office"/>'),
        numbered(struck('moveFrom', 'Bedtime is at eight.'), 0, '<w:moveFrom w:id="4" w:author="Office"/>'),
        numbered(run('Video is fine.')),
        numbered(tracked('moveTo', run('Bedtime is at eight.'))),
        numbered(run('On school nights '), 0, deletedMark),
        numbered(run('lights are out at nine.')),
      ].join(''),
    }),
  clauses: `
    1 || Calls are at seven.
    2 || Calls end at bedtime.
    3 || Video is fine.
    4 || Bedtime is at eight.
    5 || On school nights lights are out at nine.`,
  warnings: ['tracked-changes'],
}

const notes: PlanFixture = {
  name: 'word-notes-comments-hidden',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      styles: paragraphStyle('Secret', 'Secret', '<w:rPr><w:vanish/></w:rPr>'),
      numbering: decimalList,
      footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' The gate on Harrow Lane.')}</w:p></w:footnote>`,
      endnotes: `<w:endnote w:id="5"><w:p>${run('As of the last school year.')}</w:p></w:endnote>`,
      comments: `<w:comment w:id="7" w:author="Office"><w:p>${run('Ask the other side.')}</w:p></w:comment>`,
      header: `<w:p>${run('Privileged draft')}</w:p>`,
      footer: `<w:p>${run('Page ')}${field('PAGE', '1')}</w:p>`,
      body: [
        numbered(
          run('Exchanges are at the gate') +
            '<w:r><w:footnoteReference w:id="2"/></w:r>' +
            run(', at the end of school') +
            '<w:r><w:endnoteReference w:id="5"/></w:r>' +
            run('.'),
        ),
        numbered(
          `<w:commentRangeStart w:id="7"/>${run('Bags are packed.')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
        ),
        numbered(run('Toys ') + run('that cost much ', '<w:vanish/>') + run('may travel.')),
        para('This paragraph is not on paper.', { style: 'Secret' }),
        numbered(run('A hidden clause.', '<w:vanish/>'), 0, '<w:vanish/>'),
        numbered(run('Shoes stay.')),
      ].join(''),
    }),
  clauses: `
    1 || Exchanges are at the gate[1], at the end of school[i].
    2 || Bags are packed.
    3 || Toys may travel.
    4 || Shoes stay.`,
  warnings: ['comments-left-out', 'hidden-text-left-out'],
}

const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${para(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${para(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

const boxes: PlanFixture = {
  name: 'word-text-boxes',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      numbering: decimalList,
      body: [
        numbered(run('Coats are hung up.') + box('Margin: both coats.')),
        numbered(run('Boots are dried.')),
        para(`${run('')}${box('7.2 The boots stand by the stove.')}`),
      ].join(''),
    }),
  clauses: `
    1 || Coats are hung up.
    2 || Boots are dried.
    7.2 || The boots stand`,
  warnings: ['text-box', 'text-box'],
}

const control = (inner: string, properties = '') =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`

const controls: PlanFixture = {
  name: 'word-contents-controls-fields',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      styles: paragraphStyle('TOC1', 'toc 1'),
      numbering: decimalList,
      body: [
        control(
          para('Contents') +
            para('1.\tMeals\t2', { style: 'TOC1' }) +
            para('2.\tSleep\t3', { style: 'TOC1' }),
          '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        ),
        `<w:p>${field('TOC \\o "1-2"', '1. Meals 2')}</w:p>`,
        control(numbered(run('Meals'))),
        numbered(
          run('Breakfast is at ') +
            control(run('seven')) +
            run(', see clause ') +
            field('REF _Ref1 \\r', '2') +
            run('.'),
          1,
        ),
        numbered(
          `<w:hyperlink w:anchor="x">${run('Lunch')}</w:hyperlink><w:smartTag>${run(' is')}</w:smartTag><w:bdo w:val="ltr">${run(' packed.')}</w:bdo>`,
          1,
        ),
        numbered(run('Sleep')),
        numbered(
          `${run('Bed is at ')}<w:fldSimple w:instr=" DATE ">${run('eight')}</w:fldSimple>${run('.')}<w:r><w:cr/><w:t>Not</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>later.</w:t></w:r>`,
          1,
        ),
      ].join(''),
    }),
  clauses: `
    1 | Meals |
    1.1 || Breakfast is at seven, see clause 2.
    1.2 || Lunch is packed.
    2 | Sleep |
    2.1 || Bed is at eight.`,
}

const strict: PlanFixture = {
  name: 'word-strict-namespace',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      namespace: strictNamespace,
      numbering: decimalList,
      body: [
        para('Trips', { list: [1, 0], bold: true }),
        para('Trips are announced.', { list: [1, 1] }),
      ].join(''),
    }),
  clauses: `
    1 | Trips |
    1.1 || Trips are announced.`,
}

const separator: PlanFixture = {
  name: 'word-style-separator',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      numbering: decimalList,
      body: [
        numbered(run('Garden', '<w:b/>'), 0, '<w:vanish/><w:specVanish/>'),
        para('. The garden is open to both children.'),
        para('So is the shed.'),
        numbered(run('Cellar', '<w:b/>'), 0, '<w:vanish/><w:specVanish/>'),
        para('. The cellar is not.'),
      ].join(''),
    }),
  clauses: `
    1 | Garden | The garden is open
    2 | Cellar | The cellar is not.`,
}

const numberFields: PlanFixture = {
  name: 'word-number-fields',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      body: [
        `<w:p>${field('LISTNUM LegalDefault \\l 1')}${run(' Music')}</w:p>`,
        `<w:p>${field('LISTNUM LegalDefault \\l 2')}${run('\tThe trumpet is played before eight.')}</w:p>`,
        `<w:p>${field('LISTNUM LegalDefault \\l 2')}${run('\tThe drums are not.')}</w:p>`,
        `<w:p>${field('LISTNUM LegalDefault \\l 1')}${run(' Dance')}</w:p>`,
        `<w:p>${field('LISTNUM LegalDefault \\l 2')}${run('\tShoes are bought by the parent on duty.')}</w:p>`,
      ].join(''),
    }),
  clauses: `
    1 | Music |
    1.1 || The trumpet
    1.2 || The drums
    2 | Dance |
    2.1 || Shoes are bought`,
}

const sections: PlanFixture = {
  name: 'word-unnumbered-sections',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      styles: paragraphStyle('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      body: [
        para('Week', { style: 'Heading1' }),
        para('1. The week is shared.'),
        para('2. It starts on Monday.'),
        para('Faith', { style: 'Heading1' }),
        para('Each parent may take the child to services.'),
        para('Neither is obliged to.'),
        para('Year', { style: 'Heading1' }),
        para('3. The year is shared too.'),
      ].join(''),
    }),
  clauses: `
    1 | Week | The week is shared.
    2 | Week | It starts on Monday.
    Faith | Faith | Each parent may take
    3 | Year | The year is shared`,
  warnings: ['unnumbered-section'],
}

/** Plans that use what else Word can put into a file. */
export const featureFixtures: readonly PlanFixture[] = [
  changes,
  notes,
  boxes,
  controls,
  strict,
  separator,
  numberFields,
  sections,
]
