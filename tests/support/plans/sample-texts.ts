/** One line of a sample plan: what it is, and its words. */
export type SampleLine =
  | {
      readonly as: 'title' | 'caption' | 'text' | 'article' | 'clause' | 'letter' | 'signature'
      readonly text: string
    }
  | { readonly as: 'table'; readonly rows: readonly (readonly string[])[] }

const line =
  (as: 'title' | 'caption' | 'text' | 'article' | 'clause' | 'letter' | 'signature') => (text: string) =>
    ({ as, text }) as const
const title = line('title')
const caption = line('caption')
const text = line('text')
const article = line('article')
const clause = line('clause')
const letter = line('letter')
const signature = line('signature')

/** The plan of the family Castellane and Veshti, whose numbers Word works out. */
export const castellaneVeshti: readonly SampleLine[] = [
  title('Parenting Plan'),
  caption('Imogen Castellane and Darko Veshti'),
  text(
    'This plan is made on Monday, 8 September 2025 between Imogen Castellane (“A”) and Darko Veshti (“B”), the parents of O.V-C., born in 2018 (“the child”). It is part of their separation agreement of the same date.',
  ),
  article('General'),
  clause('This plan starts on Monday, 15 September 2025.'),
  clause(
    'Both parents remain guardians of the child. Neither needs the permission of the other to look after the child on an ordinary day.',
  ),
  clause(
    'In this plan “school” is the school at which the child is enrolled, and “in term” means a day on which that school is open to pupils.',
  ),
  clause('Changes to the weekly pattern are made by signed agreement or order.'),
  clause(
    'A single day may be swapped by messages in the co-parenting app, if both parents have written yes.',
  ),
  article('Decisions'),
  clause('The parents decide together about:'),
  letter('the choice of school;'),
  letter('treatment that needs consent, except in an emergency;'),
  letter('religious instruction; and'),
  letter('moving the child’s residence out of the school’s catchment area.'),
  clause('The parent who is with the child decides about meals, bedtime, clothes and friends.'),
  clause('A parent who is asked for consent answers within seven days. No answer is not consent.'),
  article('The week'),
  clause('The child is with A from Friday evening to Wednesday morning, unless this plan says otherwise.'),
  clause('The child is with B every week from Wednesday after school to Friday.'),
  clause('On a Wednesday on which school is closed, B’s time begins at 3:00 p.m. at A’s home.'),
  clause(
    'Every third weekend, counted from Friday, 26 September 2025, the child stays with B until Sunday at 5:00 p.m.',
  ),
  article('Calls and messages'),
  clause('The child may call the other parent once a day between 6:30 p.m. and 7:30 p.m.'),
  clause('Calls are not recorded, and the child may end them.'),
  clause(
    'The parents write to one another in the co-parenting app about the child, and by telephone only in an emergency.',
  ),
  article('Health'),
  clause('Both parents may speak with the child’s doctors and dentist and receive reports.'),
  clause('Medicine travels with the child, with the dose and the time of the last dose in writing.'),
  clause('A parent who takes the child to a hospital tells the other at once.'),
  article('School and activities'),
  clause('Both parents may attend meetings, performances and matches.'),
  clause(
    'One activity in each school term may be chosen by each parent. It may not use the other parent’s time without consent.',
  ),
  clause('Homework due during a parent’s time is that parent’s care.'),
  article('Exchanges'),
  clause('A parent whose time begins collects the child from school in term.'),
  clause(
    'The Friday exchange takes place at 6:00 p.m., in term at the school gate, otherwise at the Millbrook Library entrance. A parent who runs late tells the other as soon as it is known.',
  ),
  clause(
    'A grandparent or another adult whom both parents have named in writing may bring or collect the child.',
  ),
  clause(
    'The child’s bag holds the school things, the glasses and the instrument. Clothes are sent back washed.',
  ),
  article('Holidays'),
  clause('Holiday time comes before the weekly pattern. The holidays are shared as follows:'),
  {
    as: 'table',
    rows: [
      ['Holiday', 'Odd years', 'Even years'],
      ['Winter break, first half', 'B', 'A'],
      ['Winter break, second half', 'A', 'B'],
      ['Spring break', 'A', 'B'],
      ['Thanksgiving weekend', 'B', 'A'],
    ],
  },
  clause(
    'In July and August each parent has two weeks in a row. The weeks are chosen in writing by 1 April, by A first in even years and by B first in odd years.',
  ),
  clause(
    'The child’s birthday follows the ordinary pattern. The other parent may visit for one hour, between 4:00 p.m. and 7:00 p.m.',
  ),
  article('Travel'),
  clause(
    'Travel within Canada of more than three nights is announced two weeks ahead with dates and an address.',
  ),
  clause(
    'Travel abroad needs written consent, which is asked for six weeks ahead and is not unreasonably refused.',
  ),
  clause('A keeps the passport and hands it over a week before travel that has been agreed.'),
  article('Costs'),
  clause('Each parent pays for food, clothes and outings during that parent’s own time.'),
  clause('Child support and special expenses are set by the separation agreement and not by this plan.'),
  article('When the parents disagree'),
  clause('A parent who sees a difficulty writes to the other in the app, in one message, with one proposal.'),
  clause(
    'If there is no agreement within seven days, either parent may bring the matter to a parenting coordinator appointed by both, within the coordinator’s written authority.',
  ),
  clause('Until the matter is settled, both parents keep to this plan.'),
  article('Final terms'),
  clause('If a part of this plan cannot be carried out, the rest stays in force.'),
  clause('The parents review this plan when the child begins secondary school.'),
  text('Signed by both parents on Monday, 8 September 2025.'),
  signature('_______________________________     Imogen Castellane'),
  signature('_______________________________     Darko Veshti'),
]

/** The plan of the Arizona family, whose numbers a lawyer’s office typed. */
export const quennellArden: readonly SampleLine[] = [
  caption('SUPERIOR COURT OF ARIZONA, SAGUARO FLATS COUNTY'),
  caption('In re the matter of Marisol Quennell and Tavish Arden, No. FC 2024-00917'),
  title('Joint Parenting Plan'),
  text(
    'The parents, Marisol Quennell (“A”) and Tavish Arden (“B”), agreed to this plan on Friday, 23 January 2026 for their daughter P.Q-A., who is seven years old. They ask the court to adopt it.',
  ),
  text('12 January 2026 is the day on which the parents completed the parent education course.'),
  article('1. Legal decision-making'),
  clause('1.1 The parents share legal decision-making.'),
  clause(
    '1.2 Major decisions are those about education, health care, personal care and religious training. They are made together:',
  ),
  letter('(a) the parent who proposes a decision writes down what and why;'),
  letter('(b) the other answers in writing within ten days; and'),
  letter('(c) until both agree, what was so far stays so.'),
  clause('1.3 Each parent decides alone in an emergency and tells the other at once.'),
  article('2. Weekdays'),
  text(
    'The child lives with A on school days. On Tuesdays and Thursdays B collects the child from school and brings her to A’s home at 7:30 p.m., fed and with homework done.',
  ),
  article('3. Weekends'),
  text(
    'The child is with B on alternate weekends from Friday at 6:00 p.m. to Sunday at 6:00 p.m., beginning on Friday, 13 February 2026. B’s weekends in the last quarter of 2026 are 9–11 October, 23–25 October, 6–8 November, 20–22 November, 4–6 December and 18–20 December 2026. All other weekends are with A.',
  ),
  article('4. Exchanges'),
  clause(
    '4.1 Exchanges that do not take place at school take place at the entrance of the Cholla Branch Library.',
  ),
  clause('4.2 A parent who is delayed by more than fifteen minutes sends a message with the expected time.'),
  clause(
    '4.3 Only licensed and insured drivers take the child in a car. 2 child seats are bought, one for each home.',
  ),
  article('5. Communication'),
  clause('5.1 The parents write by e-mail with one subject to a message, and answer within 48 hours.'),
  clause('5.2 The child may telephone either parent at any reasonable hour. Nobody listens in.'),
  article('6. Health and school'),
  clause('6.1 Both parents receive records from doctors and schools and may attend appointments and events.'),
  clause('6.2 The parent on duty gives medicines as prescribed:'),
  letter('(a) the bottle travels with the child;'),
  letter('(b) missed doses are written down:'),
  letter('(i) with the time; and'),
  letter('(ii) with the reason.'),
  article('7. Activities'),
  text(
    'Each parent may enrol the child in one activity that falls within that parent’s own time. An activity that falls within the time of both needs the consent of both.',
  ),
  article('8. Summer'),
  clause('8.1 In June and July each parent has one block of fourteen nights in a row.'),
  clause('8.2 The blocks are chosen by 15 March, by A first in even years and by B first in odd years.'),
  article('9. Holidays'),
  clause(
    '9.1 Winter break is shared equally; A has the first half in even years. It starts when school ends.',
  ),
  clause('9.2 Spring break is with B in even years and with A in odd years.'),
  clause(
    '9.3 Thanksgiving, from Wednesday when school ends until Sunday at 6:00 p.m., is with A in odd years and with B in even years.',
  ),
  clause('9.4 Holiday time comes before ordinary weekends.'),
  clause('9.5 Mother’s Day is with A and Father’s Day is with B, from 9:00 a.m. to 6:00 p.m.'),
  article('10. Travel'),
  clause(
    '10.1 Each parent may travel with the child within the United States during that parent’s own time and gives the other the dates and a telephone number.',
  ),
  clause('10.2 Travel to another country needs written consent.'),
  article('11. Costs'),
  text(
    'Support and the sharing of costs are dealt with in a separate order. $40 is the usual limit for a present to a classmate; the parents do not argue about less.',
  ),
  article('12. Disputes'),
  clause('12.1 The parents first try to settle a disagreement by e-mail.'),
  clause(
    '12.2 They have agreed in open court to the appointment of a parenting coordinator for twelve months from Friday, 6 February 2026, and to be bound by decisions within the scope of the appointment.',
  ),
  clause('12.3 A parent who is asked for a position has 48 hours to answer in writing.'),
  article('13. Term'),
  text(
    'This plan holds until the child is eighteen or has finished high school, whichever is later, unless the court changes it.',
  ),
  text('DATED this 23rd day of January, 2026.'),
  signature('/s/ Marisol Quennell'),
  signature('/s/ Tavish Arden'),
]
