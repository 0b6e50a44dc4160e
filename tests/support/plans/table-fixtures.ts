import type { PlanFixture } from './fixture.ts'
import { abstractList, listInstance, makeWordFile, para, table } from './ooxml.ts'

const firstColumn: PlanFixture = {
  name: 'table-number-column',
  made: 'by-hand',
  title: 'Parenting plan in a table',
  make: () =>
    makeWordFile({
      body: [
        para('Parenting plan in a table', { bold: true, centred: true }),
        table(
          [
            ['No.', 'Topic', 'What was agreed'],
            ['1', 'School', 'Both parents receive reports.'],
            ['2', 'Sport', para('Training is on Tuesday.') + para('The driver is the parent on duty.')],
            ['2.1', 'Swimming', 'Lessons go on through the summer.'],
            ['3', 'Pets', 'The rabbit moves with the child.'],
          ],
          { 0: '<w:tblHeader/>' },
        ),
        para('Signed by both'),
        table([
          ['____________________', '____________________'],
          ['Sabela Quist', 'Hamish Uwaifo'],
        ]),
      ].join(''),
    }),
  clauses: `
    1 | School | Both parents receive
    2 | Sport | Training is on Tuesday.
    2.1 | Swimming | Lessons go on
    3 | Pets | The rabbit moves`,
}

const twoColumns: PlanFixture = {
  name: 'table-letters-and-continuation',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      body: [
        para('5. Holidays', { bold: true }),
        table([
          ['5.1', 'Holidays are shared as the table in this clause says:'],
          [
            '',
            table([
              ['Spring', 'Sabela'],
              ['Autumn', 'Hamish'],
            ]) + para(''),
          ],
          ['(a)', 'The first day begins at 10:00 a.m.'],
          ['(b)', 'The last day ends at 6:00 p.m.'],
          [
            '5.2',
            para('A holiday lost to illness is made up.') +
              para('(a) within two months;') +
              para('(b) on days that both accept.'),
          ],
        ]),
        para('6. Birthdays', { bold: true }),
        para('Each parent sees the child for two hours.'),
      ].join(''),
    }),
  clauses: `
    5 | Holidays |
    5.1 || Holidays are shared
    5.1(a) || The first day
    5.1(b) || The last day
    5.2 || A holiday lost
    5.2(a) || within two months;
    5.2(b) || on days
    6 | Birthdays | Each parent sees`,
}

const autoColumn: PlanFixture = {
  name: 'table-automatic-numbers',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      numbering:
        abstractList(0, [
          { format: 'decimal', text: '%1.' },
          { format: 'decimal', text: '%1.%2' },
        ]) + listInstance(1, 0),
      body: table([
        [para('', { list: [1, 0] }), para('Telephone', { bold: true })],
        [para('', { list: [1, 1] }), 'Calls are at seven.'],
        [para('', { list: [1, 1] }), 'The parent at home does not listen.'],
        [para('', { list: [1, 0] }), para('Mail', { bold: true })],
        [para('', { list: [1, 1] }), 'Letters are handed over unopened.'],
      ]),
    }),
  clauses: `
    1 | Telephone |
    1.1 || Calls are at seven.
    1.2 || The parent at home
    2 | Mail |
    2.1 || Letters are handed`,
}

const cells: PlanFixture = {
  name: 'table-clauses-in-cells',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      body: table([
        [para('1. The parents use one calendar.') + para('2. Each enters changes within a day.'), 'Agreed'],
        [para('3. Swaps need a yes in writing.') + para('A thumbs-up is a yes.'), 'Agreed'],
      ]),
    }),
  clauses: `
    1 || The parents use
    2 || Each enters
    3 || Swaps need`,
}

const amountsInside: PlanFixture = {
  name: 'table-of-amounts-inside-a-clause',
  made: 'by-hand',
  make: () =>
    makeWordFile({
      body: [
        para('11.1 Costs are shared as follows:'),
        table([
          ['Item', 'A', 'B'],
          ['Camp', '4.50', '3.25'],
          ['2026', '12', '14'],
          ['6:00 p.m. class', '7.2', '8'],
        ]),
        para('11.2 Receipts are sent within a week.'),
      ].join(''),
    }),
  clauses: `
    11.1 || Costs are shared as follows:
    11.2 || Receipts are sent`,
}

/** Plans whose clauses stand in tables. */
export const tableFixtures: readonly PlanFixture[] = [
  firstColumn,
  twoColumns,
  autoColumn,
  cells,
  amountsInside,
]
