import type { PlanFixture } from './fixture.ts'
import { abstractList, listInstance, makeWordFile, para, paragraphStyle, run } from './ooxml.ts'

const headingStyles = [
  paragraphStyle('Normal', 'Normal'),
  paragraphStyle('Title', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr>', 'Normal'),
  paragraphStyle(
    'Heading1',
    'heading 1',
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>',
    'Normal',
  ),
  paragraphStyle(
    'Heading2',
    'heading 2',
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
    'Normal',
  ),
  paragraphStyle(
    'Heading3',
    'heading 3',
    '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr>',
    'Normal',
  ),
].join('')
const legalList = abstractList(
  0,
  [
    { format: 'decimal', text: '%1.', style: 'Heading1' },
    { format: 'decimal', text: '%1.%2', style: 'Heading2' },
    { format: 'lowerLetter', text: '(%3)', style: 'Heading3' },
    { format: 'lowerRoman', text: '(%4)' },
  ],
  '<w:multiLevelType w:val="multilevel"/>',
)

const headings: PlanFixture = {
  name: 'word-heading-list',
  made: 'by-hand',
  title: 'Parenting Plan',
  make: () =>
    makeWordFile({
      styles: headingStyles,
      numbering: legalList + listInstance(1, 0),
      body: [
        para('Parenting Plan', { style: 'Title' }),
        para('This plan is made by Rosalind Penhallow and Emeka Sunday for their daughter Juno.'),
        para('General', { style: 'Heading1' }),
        para('This plan starts on 1 March 2026.', { style: 'Heading2' }),
        para('Each parent keeps a copy.', { style: 'Heading2' }),
        para('Exchanges', { style: 'Heading1' }),
        para('Juno is handed over at the ferry landing:', { style: 'Heading2' }),
        para('on Fridays at 5:30 p.m.; and', { style: 'Heading3' }),
        para('on the last day of each school holiday, at:', { style: 'Heading3' }),
        para('noon in winter; or', { list: [1, 3] }),
        para('6:00 p.m. in summer.', { list: [1, 3] }),
        para('The landing is the one on the north shore.'),
        para('A parent who is late sends a message.', { style: 'Heading2' }),
        para('Signed on 2 February 2026'),
        para('____________________  Rosalind Penhallow'),
      ].join(''),
    }),
  clauses: `
    1 | General |
    1.1 || This plan starts on 1 March 2026.
    1.2 || Each parent keeps
    2 | Exchanges |
    2.1 || Juno is handed over
    2.1(a) || on Fridays at
    2.1(b) || on the last day
    2.1(b)(i) || noon in winter
    2.1(b)(ii) || 6:00 p.m. in summer.
    2.2 || A parent who is late`,
}

const articles: PlanFixture = {
  name: 'word-articles-and-sections',
  made: 'by-hand',
  title: 'PARENTING AGREEMENT',
  make: () =>
    makeWordFile({
      numbering:
        abstractList(4, [
          { format: 'upperRoman', text: 'Article %1' },
          { format: 'decimalZero', text: 'Section %1.%2', extra: '<w:isLgl/>' },
          { format: 'lowerLetter', text: '(%3)' },
        ]) + listInstance(7, 4),
      body: [
        para('PARENTING AGREEMENT', { bold: true, centred: true }),
        para('Decisions', { list: [7, 0], bold: true }),
        para('The parents decide together about school.', { list: [7, 1] }),
        para('In an emergency the parent on duty decides.', { list: [7, 1] }),
        para('Time', { list: [7, 0], bold: true }),
        para('The weekly pattern is:', { list: [7, 1] }),
        para('Monday and Tuesday with Bettina;', { list: [7, 2] }),
        para('Wednesday and Thursday with Anselm.', { list: [7, 2] }),
      ].join(''),
    }),
  clauses: `
    Article I | Decisions |
    1.01 || The parents decide
    1.02 || In an emergency
    Article II | Time |
    2.01 || The weekly pattern
    2.01(a) || Monday and Tuesday
    2.01(b) || Wednesday and`,
}

const inherited: PlanFixture = {
  name: 'word-inherited-numbering',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      styles: [
        paragraphStyle('Clause', 'Clause', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
        paragraphStyle('ClauseBold', 'Clause Bold', '<w:rPr><w:b/></w:rPr>', 'Clause'),
        paragraphStyle(
          'ClauseOff',
          'Clause Off',
          '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
          'Clause',
        ),
        paragraphStyle(
          'SubClause',
          'Sub Clause',
          '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
          'Clause',
        ),
      ].join(''),
      numbering:
        abstractList(0, [
          { format: 'decimal', text: '%1.' },
          { format: 'lowerLetter', text: '%2)' },
        ]) + listInstance(3, 0),
      body: [
        para('Homework is done before the exchange.', { style: 'Clause' }),
        para('Musical instruments travel with the child:', { style: 'ClauseBold' }),
        para('the violin always;', { style: 'SubClause' }),
        para('the cello when both agree.', { style: 'SubClause' }),
        para('The piano stays where it is.', { style: 'ClauseOff' }),
        para('Concerts are open to both parents.', { style: 'Clause' }),
        `<w:p><w:pPr><w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>${run('So are rehearsals.')}</w:p>`,
        para('Lessons are paid in halves.', { style: 'Clause' }),
      ].join(''),
    }),
  clauses: `
    1 || Homework is done
    2 || Musical instruments travel
    2(a) || the violin always
    2(b) || the cello when both agree.
    3 || Concerts are open to both parents.
    4 || Lessons are paid`,
}

const overrides: PlanFixture = {
  name: 'word-start-overrides',
  made: 'by-hand',
  make: () => {
    const restart = (level: number, start: number) =>
      `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
    return makeWordFile({
      numbering:
        abstractList(0, [
          { format: 'decimal', text: '%1.' },
          { format: 'decimal', text: '%1.%2' },
        ]) +
        abstractList(1, [{ format: 'lowerLetter', text: '(%1)' }]) +
        listInstance(1, 0, restart(0, 7)) +
        listInstance(2, 1) +
        listInstance(3, 1, restart(0, 1)) +
        listInstance(4, 0, restart(1, 4)),
      body: [
        para('Travel within the country needs a message.', { list: [1, 0] }),
        para('The message names:', { list: [1, 1] }),
        para('the place;', { list: [2, 0] }),
        para('the days.', { list: [2, 0] }),
        para('It is sent a week before.', { list: [1, 1] }),
        para('Travel abroad needs consent.', { list: [1, 0] }),
        para('Consent is asked for with:', { list: [1, 1] }),
        para('the tickets;', { list: [3, 0] }),
        para('the address.', { list: [3, 0] }),
        para('Passports are kept by Ottoline.', { list: [4, 1] }),
      ].join(''),
    })
  },
  clauses: `
    7 || Travel within the country
    7.1 || The message names:
    7.1(a) || the place;
    7.1(b) || the days.
    7.2 || It is sent
    8 || Travel abroad
    8.1 || Consent is asked
    8.1(a) || the tickets;
    8.1(b) || the address.
    8.4 || Passports are kept`,
  warnings: ['number-skipped'],
}

const listStyle: PlanFixture = {
  name: 'word-list-style-link',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      styles:
        '<w:style w:type="numbering" w:styleId="Plan"><w:name w:val="Plan"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>',
      numbering:
        abstractList(
          1,
          [
            { format: 'decimal', text: '%1' },
            { format: 'decimal', text: '%1.%2.' },
            { format: 'upperLetter', text: '%3)' },
          ],
          '<w:styleLink w:val="Plan"/>',
        ) +
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Plan"/></w:abstractNum>' +
        listInstance(5, 1) +
        listInstance(6, 2),
      body: [
        para('Health', { list: [6, 0], bold: true }),
        para('Both parents may speak with the doctor.', { list: [6, 1] }),
        para('Medicines are handed over with:', { list: [6, 1] }),
        para('the dose in writing', { list: [6, 2] }),
        para('the time of the last dose', { list: [6, 2] }),
      ].join(''),
    }),
  clauses: `
    1 | Health |
    1.1 || Both parents may
    1.2 || Medicines are handed
    1.2(A) || the dose
    1.2(B) || the time of`,
}

const formats: PlanFixture = {
  name: 'word-number-formats',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      numbering:
        abstractList(0, [
          { format: 'cardinalText', text: 'Part %1' },
          { format: 'ordinal', text: '%2' },
          { format: 'upperLetter', text: '%3.' },
          { format: 'lowerRoman', text: '%4.' },
        ]) +
        abstractList(1, [{ format: 'bullet', text: '\uF0B7' }]) +
        abstractList(2, [{ format: 'none', text: '' }]) +
        listInstance(1, 0) +
        listInstance(2, 1) +
        listInstance(3, 2),
      body: [
        para('Weekends', { list: [1, 0], bold: true }),
        para('Weekends run from Friday to Sunday.', { list: [1, 1] }),
        para('They include:', { list: [1, 1] }),
        para('sports;', { list: [1, 2] }),
        para('matches at home', { list: [1, 3] }),
        para('matches away', { list: [1, 3] }),
        para('church.', { list: [1, 2] }),
        para('bring the kit', { list: [2, 0] }),
        para('bring the hymn book', { list: [2, 0] }),
        para('An unnumbered afterthought.', { list: [3, 0] }),
        para('Weekdays', { list: [1, 0], bold: true }),
        para('School days follow the school.', { list: [1, 1] }),
      ].join(''),
    }),
  clauses: `
    Part One | Weekends |
    Part One.1st || Weekends run
    Part One.2nd || They include:
    Part One.2nd.A || sports;
    Part One.2nd.A(i) || matches at home
    Part One.2nd.A(ii) || matches away
    Part One.2nd.B || church.
    Part Two | Weekdays |
    Part Two.1st || School days`,
}

const restartRules: PlanFixture = {
  name: 'word-restart-rules',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      numbering:
        abstractList(0, [
          { format: 'upperRoman', text: '%1.' },
          { format: 'decimal', text: '%2.', extra: '<w:lvlRestart w:val="0"/>' },
          { format: 'lowerLetter', text: '(%3)' },
        ]) + listInstance(1, 0),
      body: [
        para('Home', { list: [1, 0], bold: true }),
        para('Bedtime is at eight.', { list: [1, 1] }),
        para('Screens are off at seven.', { list: [1, 1] }),
        para('School', { list: [1, 0], bold: true }),
        para('Both parents attend meetings.', { list: [1, 1] }),
        para('Reports go to both:', { list: [1, 1] }),
        para('by mail', { list: [1, 2] }),
        para('by app', { list: [1, 2] }),
      ].join(''),
    }),
  clauses: `
    I | Home |
    1 || Bedtime is
    2 || Screens are off
    II | School |
    3 || Both parents attend
    4 || Reports go to both:
    4(a) || by mail
    4(b) || by app`,
}

const deepStart: PlanFixture = {
  name: 'word-skipped-level',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      numbering:
        abstractList(0, [
          { format: 'decimal', text: '%1.' },
          { format: 'decimal', text: '%1.%2.' },
          { format: 'decimal', text: '%1.%2.%3.' },
        ]) + listInstance(1, 0),
      body: [
        para('The list starts one level in.', { list: [1, 1] }),
        para('And goes on.', { list: [1, 1] }),
        para('Then comes the outer level.', { list: [1, 0] }),
        para('And the third at once.', { list: [1, 2] }),
      ].join(''),
    }),
  clauses: `
    1.1 || The list starts
    1.2 || And goes on.
    2 || Then comes
    2.1.1 || And the third`,
}

/** Plans whose numbers Word works out from its lists. */
export const listFixtures: readonly PlanFixture[] = [
  headings,
  articles,
  inherited,
  overrides,
  listStyle,
  formats,
  restartRules,
  deepStart,
]
