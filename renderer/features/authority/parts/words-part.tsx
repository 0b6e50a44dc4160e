import { TextInput } from '@mantine/core'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { documentTitleFor, printableReview } from '#shared/domain/authority/profile.ts'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { InstrumentView } from '../queries.ts'
import { usePart } from '../use-part.ts'

/** What a decision is called and how it can be reviewed, where the paper uses other words than those on file. */
export function WordsPart({ view: { entry, profile } }: { readonly view: InstrumentView }) {
  const { head, id } = entry
  const title = usePart(id, head.documentTitle, (documentTitle) => ({ documentTitle }))
  const review = usePart(id, head.reviewText, (reviewText) => ({ reviewText }))
  const reviewOnFile = printableReview(profile)
  return (
    <Section title={t('authority.words.title')} description={t('authority.words.lead')}>
      <div className={classes.fields}>
        <TextInput
          className={classes.medium}
          label={t('authority.words.documentTitle')}
          description={t('authority.words.documentTitleHelp', {
            word: documentTitleFor(profile, head.decisionType),
          })}
          value={title.value}
          error={lineProblem(title.value)}
          onChange={(event) => title.change(event.currentTarget.value)}
          onBlur={() => void title.flush()}
        />
        <LongTextArea
          label={t('authority.words.review')}
          description={
            reviewOnFile === ''
              ? t('authority.words.reviewNone')
              : t('authority.words.reviewHelp', { text: reviewOnFile })
          }
          minRows={3}
          value={review.value}
          onChange={review.change}
          onBlur={() => void review.flush()}
        />
        <RefusalNotice refusal={title.problem ?? review.problem} />
      </div>
    </Section>
  )
}
