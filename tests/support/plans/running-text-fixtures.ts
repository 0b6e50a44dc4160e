import type { PlanFixture } from './fixture.ts'
import { abstractList, listInstance, makeWordFile, para, paragraphStyle } from './ooxml.ts'
import { bold, headline, typed } from './typed-file.ts'

const numberedHeadings: PlanFixture = {
  name: 'typed-heading-styles',
  made: 'by-hand',
  title: 'Parenting plan for Kit',
  make: typed(
    [
      ['Parenting plan for Kit', { style: 'Title' }],
      ['1 Where Kit lives', { style: 'Heading1' }],
      'Kit lives with Perpetua during the week.',
      'Kit lives with Osric at weekends.',
      ['2 Holidays', { style: 'Heading1' }],
      ['2.1 Winter', { style: 'Heading2' }],
      'Winter break is shared equally.',
      ['2.2 Summer', { style: 'Heading2' }],
      'Three weeks in a row with each parent.',
      ['3 Money', { style: 'Heading1' }],
      'Each parent pays for the days at home.',
    ],
    [
      paragraphStyle('Title', 'Title'),
      paragraphStyle('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      paragraphStyle('Heading2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ].join(''),
  ),
  clauses: `
    1 | Where Kit lives | Kit lives with Perpetua
    2 | Holidays |
    2.1 | Winter | Winter break is
    2.2 | Summer | Three weeks in
    3 | Money | Each parent pays`,
}

const unnumbered: PlanFixture = {
  name: 'unnumbered',
  made: 'by-hand',
  title: 'Our Parenting Plan',
  make: typed([
    ['Our Parenting Plan', headline],
    'Delphine Marchbanks and Gwilym Oduya',
    ['School days', bold],
    'Our son Caspian lives with Delphine from Monday to Thursday during term.',
    'He goes to Gwilym after school on Friday and stays until Monday morning.',
    ['Holidays', bold],
    'We share the holidays in halves, and we change over as follows:',
    '(a) at noon on the middle day; or',
    '(b) on the evening before, if that day is a school day.',
    'We talk once a month about what works and what does not.',
    'Date: ______________',
    'Delphine Marchbanks',
  ]),
  clauses: `
    ¶1 | School days | Our son Caspian
    ¶2 | School days | He goes to Gwilym
    ¶3 | Holidays | We share the holidays
    ¶3(a) || at noon
    ¶3(b) || on the evening
    ¶4 | Holidays | We talk once`,
  warnings: ['unnumbered-document'],
}

const bareNumbers: PlanFixture = {
  name: 'typed-bare-numbers',
  made: 'by-hand',
  title: 'Parenting plan',
  make: typed([
    ['Parenting plan', headline],
    '1 Parties',
    'Imke and Dov are the parents of one child.',
    '2 Exchanges',
    '2 adults may come to each exchange of the child.',
    '14 Fennel Row is where exchanges take place.',
    '3 Costs',
    '12 January is the day on which costs are settled.',
    '3.1- Receipts are kept.',
    '3.2- Receipts are shown.',
  ]),
  clauses: `
    1 | Parties | Imke and Dov
    2 | Exchanges | 2 adults may come
    3 | Costs | 12 January is
    3.1 || Receipts are kept.
    3.2 || Receipts are shown.`,
}

const listsInText: PlanFixture = {
  name: 'unnumbered-with-lists',
  made: 'by-hand',
  title: 'Our plan',
  make: typed([
    ['Our plan', headline],
    'We wrote this plan together on a rainy Sunday in May.',
    'We want Juno to have two homes and one life.',
    'Before each exchange we do three things:',
    '1. We pack the bag.',
    '2. We say what was eaten.',
    '3. We wave.',
    'On holidays we share the time in equal halves.',
    'We talk every month about how things are going.',
    'If we cannot agree, we ask a coordinator to help.',
    'This plan can be changed when both of us sign.',
    'We both keep a copy of this plan at home.',
  ]),
  clauses: `
    ¶1 || We wrote
    ¶2 || We want
    ¶3 || Before each exchange
    ¶3(1) || We pack
    ¶3(2) || We say
    ¶3(3) || We wave.
    ¶4 || On holidays
    ¶5 || We talk
    ¶6 || If we cannot
    ¶7 || This plan can
    ¶8 || We both keep`,
  warnings: ['unnumbered-document'],
}

const whereas: PlanFixture = {
  name: 'typed-headings-with-running-text',
  made: 'by-hand',
  title: 'AGREED PARENTING ORDER',
  make: typed([
    ['AGREED PARENTING ORDER', headline],
    'WHEREAS the parties are the parents of one child; and',
    'WHEREAS the parties have separated; and',
    'WHEREAS the parties wish to settle their affairs;',
    'NOW, THEREFORE, the parties agree as follows:',
    '1. Custody',
    'The parents have joint custody of the child.',
    'They consult on every important decision.',
    '2. Schedule',
    'The child is with Ione from Monday to Wednesday.',
    'The child is with Rafe from Wednesday to Friday.',
    'Weekends alternate between the parents.',
    'Dated: 12 May 2026',
    '____________ Ione',
    '____________ Rafe',
    ['HOLIDAY TABLE', headline],
    'The holidays are shared as the parents have written below.',
    'Winter is with Ione and spring is with Rafe.',
  ]),
  clauses: `
    1 | Custody | The parents have joint
    2 | Schedule | The child is with Ione
    HOLIDAY TABLE | HOLIDAY TABLE | The holidays are shared`,
  warnings: ['unnumbered-section'],
}

const bulletsOnly: PlanFixture = {
  name: 'unnumbered-bullets',
  made: 'by-hand',
  title: 'PARENTING PLAN',
  make: () =>
    makeWordFile({
      numbering: abstractList(0, [{ format: 'bullet', text: '\uF0B7' }]) + listInstance(1, 0),
      body: [
        para('PARENTING PLAN', headline),
        para('Week', bold),
        para('The child is with Ada on weekdays.', { list: [1, 0] }),
        para('The child is with Bram on weekends.', { list: [1, 0] }),
        para('Exchange', bold),
        para('Exchanges work like this:'),
        para('at the gate', { list: [1, 0] }),
        para('at six', { list: [1, 0] }),
      ].join(''),
    }),
  clauses: `
    ¶1 | Week | The child is with Ada
    ¶2 | Week | The child is with Bram
    ¶3 | Exchange | Exchanges work like this:`,
  warnings: ['unnumbered-document'],
}

const lateNumbers: PlanFixture = {
  name: 'unnumbered-before-a-schedule',
  made: 'by-hand',
  title: 'PARENTING PLAN',
  make: typed([
    ['PARENTING PLAN', headline],
    'The child lives with Ada during the school week and with Bram at weekends.',
    'Exchanges are at the school gate on Fridays at six in the evening.',
    'The parents speak once a week about how the child is doing.',
    'Holidays are shared in halves as the schedule below sets out.',
    'Either parent may travel with the child after a message.',
    ['SCHEDULE A', headline],
    '1. Winter is with Ada.',
    '2. Spring is with Bram.',
  ]),
  clauses: `
    ¶1 || The child lives
    ¶2 || Exchanges are
    ¶3 || The parents speak
    ¶4 || Holidays are
    ¶5 || Either parent
    Schedule A ||
    Schedule A.1 || Winter is
    Schedule A.2 || Spring is`,
  warnings: ['unnumbered-section'],
}

const shortWording: PlanFixture = {
  name: 'unnumbered-short-wording',
  made: 'by-hand',
  title: null,
  make: typed([
    ['Time', { style: 'Heading1' }],
    'Maud has weekdays.',
    ['Exchanges', { style: 'Heading1' }],
    'The Friday exchange takes place at the school gate.',
  ]),
  clauses: `
    ¶1 | Time | Maud has weekdays.
    ¶2 | Exchanges | The Friday exchange`,
  warnings: ['unnumbered-document'],
}

/** Plans of headings and running text, with few numbers or none. */
export const runningTextFixtures: readonly PlanFixture[] = [
  numberedHeadings,
  unnumbered,
  bareNumbers,
  listsInText,
  whereas,
  bulletsOnly,
  lateNumbers,
  shortWording,
]
