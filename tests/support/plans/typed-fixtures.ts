import type { PlanFixture } from './fixture.ts'
import { bold, headline, typed } from './typed-file.ts'

const separators: PlanFixture = {
  name: 'typed-separators',
  made: 'by-hand',
  title: 'PARENTING PLAN',
  make: typed([
    ['PARENTING PLAN', headline],
    'The parents are Maud Ellery and Tobiah Kross. Their child is Wren.',
    '7. Exchanges',
    '7.1 Wren is collected from school.',
    '7.2. The other exchanges take place at the mill.',
    '7.3\tA parent waits twenty minutes.',
    '7.4\u00A0The waiting parent sends a message.',
    '7.5\u2002The late parent answers.',
    '7.6The answer gives a time.',
    '7.7 – The time is kept.',
    '¶7.8 Lateness is noted.',
    '§ 8 Costs',
    '§ 8.1 Tolls are shared.',
    'Clause 9: Either parent may ask for a review.',
    'Section 10. This plan is governed by the law of the place where Wren lives.',
  ]),
  clauses: `
    7 | Exchanges |
    7.1 || Wren is collected
    7.2 || The other exchanges
    7.3 || A parent waits
    7.4 || The waiting parent
    7.5 || The late parent
    7.6 || The answer gives
    7.7 || The time is kept.
    7.8 || Lateness is noted.
    8 | Costs |
    8.1 || Tolls are shared.
    9 || Either parent may
    10 || This plan is governed`,
}

const letters: PlanFixture = {
  name: 'typed-letters-and-romans',
  made: 'by-hand',
  make: typed([
    '4.1 Each parent tells the other about:',
    '(a) illness;',
    '(b) accidents;',
    '(c) visits to a doctor;',
    '(d) visits to a dentist;',
    '(e) tests;',
    '(f) grades;',
    '(g) teachers;',
    '(h) friends;',
    '(i) sleep;',
    '(j) meals, namely:',
    '(i) breakfast;',
    '(ii) lunch;',
    '(iii) dinner;',
    '(iv) what was left over;',
    '(v) sweets; and',
    '(k) pets.',
    '4.2 News is sent:',
    'a) in the app;',
    'b) on the day, and',
    'i. before bedtime, or',
    'ii. at breakfast,',
    'c) without comment.',
    '4.3 Answers are:',
    '1) short;',
    '2) polite.',
  ]),
  clauses: `
    4.1 || Each parent tells
    4.1(a) || illness;
    4.1(b) || accidents;
    4.1(c) || visits to a doctor;
    4.1(d) || visits to a dentist;
    4.1(e) || tests;
    4.1(f) || grades;
    4.1(g) || teachers;
    4.1(h) || friends;
    4.1(i) || sleep;
    4.1(j) || meals, namely:
    4.1(j)(i) || breakfast;
    4.1(j)(ii) || lunch;
    4.1(j)(iii) || dinner;
    4.1(j)(iv) || what was left over;
    4.1(j)(v) || sweets; and
    4.1(k) || pets.
    4.2 || News is sent:
    4.2(a) || in the app;
    4.2(b) || on the day, and
    4.2(b)(i) || before bedtime, or
    4.2(b)(ii) || at breakfast,
    4.2(c) || without comment.
    4.3 || Answers are:
    4.3(1) || short;
    4.3(2) || polite.`,
}

const traps: PlanFixture = {
  name: 'typed-dates-times-and-money',
  made: 'by-hand',
  title: 'Parenting Plan',
  make: typed([
    ['Parenting Plan', bold],
    '12 January 2026',
    '14 Fennel Row is the address of neither parent.',
    '1. The plan holds from 12 January 2026.',
    '12 January 2026 is a Monday.',
    '24. December is shared, see below.',
    '6:00 p.m. is the usual hour.',
    '6.30 p.m. is the hour in summer.',
    '2026 is the first year of this plan.',
    '$40 is the most that a birthday present costs.',
    '40 dollars is the least.',
    '50% of the cost is borne by each parent.',
    '1.5 hours is the longest drive.',
    '3 or more late arrivals in a month are reported.',
    '24/7 reachability is not expected.',
    '01.09.2026 is the first day of school.',
    '(555) 010-4477 is the number of the school.',
    'A. Ellery collects the child when both parents are away.',
    'I. Kross may do so as well.',
    '2. The plan ends when the child turns eighteen.',
    'e.g. on the birthday itself.',
    '2.1 and 2 are read together.',
    'Section 12 of the Act is not touched.',
    '3. Article 4 of the order stays in force.',
  ]),
  clauses: `
    1 || The plan holds from 12 January 2026.
    2 || The plan ends
    3 || Article 4 of`,
}

const outline: PlanFixture = {
  name: 'typed-outline',
  made: 'by-hand',
  title: 'STIPULATED PARENTING PLAN',
  make: typed([
    ['IN THE FAMILY COURT OF QUENTIN COUNTY', headline],
    ['STIPULATED PARENTING PLAN', headline],
    'WHEREAS, the parties are the parents of Linnet; and',
    'WHEREAS, they wish to settle the care of Linnet;',
    ['I. LEGAL CUSTODY', bold],
    'A. The parents share legal custody.',
    'B. Each parent may decide alone about:',
    '1. meals;',
    '2. clothes, but',
    'a. not uniforms;',
    'b. not costumes.',
    ['II. PHYSICAL CUSTODY', bold],
    'A. Linnet lives with Corisande on school days.',
    'B. Linnet lives with Balthazar on other days.',
    ['III. GENERAL', bold],
    'This plan replaces all earlier ones.',
    'IN WITNESS WHEREOF, the parties have signed below.',
    '/s/ Corisande Vale',
  ]),
  clauses: `
    I | LEGAL CUSTODY |
    I.A || The parents share
    I.B || Each parent may
    I.B.1 || meals;
    I.B.2 || clothes, but
    I.B.2(a) || not uniforms;
    I.B.2(b) || not costumes.
    II | PHYSICAL CUSTODY |
    II.A || Linnet lives with Corisande
    II.B || Linnet lives with Balthazar
    III | GENERAL | This plan replaces`,
}

const recitals: PlanFixture = {
  name: 'typed-recitals-and-schedule',
  made: 'by-hand',
  title: 'PARENTING AGREEMENT',
  make: typed([
    ['PARENTING AGREEMENT', headline],
    ['PARTIES', bold],
    '(1) Isolde Farthing of the first part; and',
    '(2) Ravi Lindqvist of the second part.',
    ['BACKGROUND', bold],
    '(A) The parents have two sons.',
    '(B) They live four streets apart.',
    ['AGREED TERMS', bold],
    '1. The sons spend alternate weeks with each parent.',
    '2. The week changes on Monday:',
    '2.1 after school; or',
    '2.2 at 9:00 a.m. in the holidays.',
    'Signed by both parents on 4 May 2026',
    '________________',
    ['SCHEDULE A – HOLIDAYS', headline],
    '1. Spring break is with Isolde.',
    '2. Autumn break is with Ravi.',
  ]),
  clauses: `
    Party 1 || Isolde Farthing
    Party 2 || Ravi Lindqvist
    Recital A || The parents have
    Recital B || They live
    1 || The sons spend
    2 || The week changes
    2.1 || after school; or
    2.2 || at 9:00 a.m.
    Schedule A | HOLIDAYS |
    Schedule A.1 || Spring break
    Schedule A.2 || Autumn break`,
}

const oldConversion: PlanFixture = {
  name: 'typed-with-tabs-and-breaks',
  made: 'by-hand',
  make: typed([
    '\t1.\tRELIGION.  Each parent may take the child to services.',
    '',
    '\t\ta.\tFeasts are shared.',
    '',
    '\t\tb.\tFasts are not required.',
    '',
    '\t2.\tFOOD.  No nuts.',
    '',
    '- 2 -',
    '',
    '\t3.\tDRIVERS.  Licensed drivers only.\n3.1 Seat belts are worn.\n3.2 Child seats are used\nuntil the child is tall enough.',
    'Page 3 of 5',
    '\tThe seat is checked once a year.',
  ]),
  clauses: `
    1 || RELIGION.  Each parent
    1(a) || Feasts are shared.
    1(b) || Fasts are not required.
    2 || FOOD.  No nuts.
    3 || DRIVERS.  Licensed drivers only.
    3.1 || Seat belts are worn.
    3.2 || Child seats are used`,
}

const duplicates: PlanFixture = {
  name: 'typed-duplicate-numbers',
  made: 'by-hand',
  make: typed([
    '7.1 Telephone calls are at seven.',
    '7.2 They last ten minutes.',
    '(a) The door stays open.',
    '7.2 They are not recorded.',
    '(a) Nor are they overheard.',
    '7.2 The child may end the call.',
    '7.4 Letters are not opened.',
  ]),
  clauses: `
    7.1 || Telephone calls
    7.2 || They last
    7.2(a) || The door stays
    7.2 (2) || They are not recorded.
    7.2 (2)(a) || Nor are
    7.2 (3) || The child may
    7.4 || Letters are`,
  warnings: ['duplicate-number', 'duplicate-number', 'number-skipped'],
}

const mixedScripts: PlanFixture = {
  name: 'typed-right-to-left-and-emoji',
  made: 'by-hand',
  make: typed([
    '1. \u200Fشرط الزيارة يوم الجمعة.',
    '2. הילדה אצל אמא בשבת.',
    '3. The child may send 🎈 and 👨‍👩‍👧 at any hour.',
    '4. “Make-up time” means time that was lost – and given back.',
  ]),
  clauses: `
    1 || \u200Fشرط
    2 || הילדה
    3 || The child may send 🎈 and 👨‍👩‍👧
    4 || “Make-up time” means`,
}

const wholeNumbers: PlanFixture = {
  name: 'typed-letters-after-whole-numbers',
  made: 'by-hand',
  make: typed([
    '7. (a) Gates are closed.',
    '(b) Doors are closed.',
    '(c) Windows may stay open.',
    '8.1(a)(i) Shoes are left at the door,',
    '(ii) as are boots.',
    '(b) Slippers are not.',
    '8.2 (a) Coats hang low.',
    '(b) Scarves hang high.',
    '9. State of mind is not a subject of this plan.',
    'State of mind may change.',
    'Signed changes bind both.',
  ]),
  clauses: `
    7(a) || Gates
    7(b) || Doors
    7(c) || Windows
    8.1(a)(i) || Shoes
    8.1(a)(ii) || as are boots.
    8.1(b) || Slippers
    8.2(a) || Coats
    8.2(b) || Scarves
    9 || State of mind is not`,
}

const outlineLetters: PlanFixture = {
  name: 'typed-outline-letters',
  made: 'by-hand',
  title: null,
  make: typed([
    'I. TIME',
    'A. Weekdays',
    '1. Wren is with Maud on Mondays.',
    'a. in the morning',
    'b. at noon',
    'B. Weekends',
    '1. Wren is with Tobiah.',
    'II. EXCHANGES',
    'A. The Friday exchange takes place at 6:00 p.m. at the school gate.',
  ]),
  clauses: `
    I | TIME |
    I.A | Weekdays |
    I.A.1 || Wren is with Maud
    I.A.1(a) || in the morning
    I.A.1(b) || at noon
    I.B | Weekends |
    I.B.1 || Wren is with Tobiah.
    II | EXCHANGES |
    II.A || The Friday exchange`,
}

/** Plans whose numbers were typed. */
export const typedFixtures: readonly PlanFixture[] = [
  separators,
  letters,
  traps,
  outline,
  recitals,
  oldConversion,
  duplicates,
  mixedScripts,
  wholeNumbers,
  outlineLetters,
]
