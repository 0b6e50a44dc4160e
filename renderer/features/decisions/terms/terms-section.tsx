import { Button, Menu, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { execute } from '#renderer/data/index.ts'
import { Section } from '#renderer/ui/section.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { addTerm } from '#shared/commands/decision-content.ts'
import type { TermDurationInput } from '#shared/commands/decision-content.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import classes from './terms.module.css'
import { TermFields } from './term-fields.tsx'

/** The operative terms, each with its own number, and the questions their words raise. */
export function TermsSection({ reading }: { readonly reading: BuilderReading }) {
  const { decision, matter, body } = reading.setting
  const { terms } = body.content
  const today = dateIn(matter.head.zone, useNow())
  const add = (duration: TermDurationInput) =>
    void execute(addTerm, { decision: decision.id, text: '', duration })
  return (
    <div data-part="terms" className={classes.part}>
      <Section
        title={t('decisions.terms.title')}
        description={t('decisions.terms.description')}
        action={
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}>
                {t('decisions.terms.add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => add({ kind: 'once', on: today })}>
                {t('decisions.terms.addOnce')}
              </Menu.Item>
              <Menu.Item onClick={() => add({ kind: 'until', start: today, end: today })}>
                {t('decisions.terms.addUntil')}
              </Menu.Item>
              <Menu.Item onClick={() => add({ kind: 'standing', reviewOn: null })}>
                {t('decisions.terms.addStanding')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        }
      >
        {terms.length === 0 && <p className={classes.soft}>{t('decisions.terms.none')}</p>}
        <Stack gap="lg" component="ol" className={classes.terms}>
          {terms.map((term, index) => (
            <TermFields
              key={term.id}
              reading={reading}
              term={term}
              index={index}
              count={terms.length}
              today={today}
            />
          ))}
        </Stack>
      </Section>
    </div>
  )
}
