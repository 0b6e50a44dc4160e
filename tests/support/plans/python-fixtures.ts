import type { PlanFixture } from './fixture.ts'

const listStyles: PlanFixture = {
  name: 'python-list-styles',
  made: 'python-docx',
  make: null,
  title: 'Parenting Plan',
  clauses: `
    1 | Exchanges | The Friday exchange
    2 | Exchanges | A late parent calls:
    2(1) || by telephone, or
    2(2) || by message.
    3 | Holidays | Winter break is shared`,
}

const cover: PlanFixture = {
  name: 'python-cover-and-contents',
  made: 'python-docx',
  make: null,
  title: 'PARENTING PLAN',
  clauses: `
    1 || General. This plan starts
    2 || Exchanges. Exchanges are
    2.1 | Friday exchange | The Friday exchange takes place
    3 | Money | Each parent pays half.`,
}

const longOutline: PlanFixture = {
  name: 'python-letters-to-i',
  made: 'python-docx',
  make: null,
  clauses: `
    I | RULES OF THE HOUSE |
    I.A || Rule number 1.
    I.B || Rule number 2.
    I.C || Rule number 3.
    I.D || Rule number 4.
    I.E || Rule number 5.
    I.F || Rule number 6.
    I.G || Rule number 7.
    I.H || Rule number 8.
    I.I || Rule number 9.
    II | RULES OF THE ROAD |
    II.A || Belts are worn.
    II.B || Doors are locked.`,
}

const sameLook: PlanFixture = {
  name: 'python-list-inside-list',
  made: 'python-docx',
  make: null,
  clauses: `
    1 || Custody is shared.
    2 || Exchanges happen:
    2(1) || at school;
    2(2) || at the library;
    2(3) || at home.
    3 || Holidays are halved.
    4 || Money is not dealt with here.`,
}

const rows: PlanFixture = {
  name: 'python-table',
  made: 'python-docx',
  make: null,
  title: 'Plan in a table',
  clauses: `
    7.1 || Everybody is on time.
    7.2 | Friday exchange | The Friday exchange takes place
    7.3 || A late parent calls.
    7.4 || A very late parent comes tomorrow.`,
}

const sections: PlanFixture = {
  name: 'python-sections-as-headings',
  made: 'python-docx',
  make: null,
  title: 'PARENTING PLAN',
  clauses: `
    1 | Custody | Both parents share custody.
    2 | Exchanges |
    2.1 | Friday | The exchange is at six.
    2.2 | Sunday | The exchange is at five.`,
}

/** Plans made by python-docx from its own template. */
export const pythonFixtures: readonly PlanFixture[] = [
  listStyles,
  cover,
  longOutline,
  sameLook,
  rows,
  sections,
]
