import { Checkbox, Stack, TextInput } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { Notice } from '#renderer/ui/notice.tsx'
import type { LeakFinding } from '#shared/documents/leak-check.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './send-panel.module.css'

interface LeakCheckProps {
  readonly findings: readonly LeakFinding[]
  /** True when something was found that nobody may let through. */
  readonly isBlocked: boolean
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly hasLooked: boolean
  readonly onLooked: (hasLooked: boolean) => void
}

/** What the check found in everything that would leave; a protected place stops it, the rest needs a reason. */
export function LeakCheck({ findings, isBlocked, reason, onReason, hasLooked, onLooked }: LeakCheckProps) {
  return (
    <section aria-labelledby="leak-check">
      <h2 id="leak-check" className={classes.title}>
        {t('documents.send.check')}
      </h2>
      {findings.length === 0 ? (
        <p className={classes.ok}>
          <IconShieldCheck size={18} stroke={1.6} aria-hidden />
          {t('documents.send.clean')}
        </p>
      ) : (
        <Stack gap="sm">
          {isBlocked ? (
            <Notice
              live
              tone="danger"
              title={t('documents.send.blocked')}
              next={t('documents.send.blockedNext')}
            />
          ) : (
            <Notice live tone="warning" title={t('documents.send.found', { count: findings.length })} />
          )}
          <Findings findings={findings} />
          {!isBlocked && (
            <>
              <TextInput
                label={t('documents.send.reason')}
                description={t('documents.send.reasonHelp')}
                value={reason}
                maxLength={500}
                autoComplete="off"
                required
                onChange={(event) => onReason(event.currentTarget.value)}
              />
              <Checkbox
                label={t('documents.send.looked')}
                checked={hasLooked}
                onChange={(event) => onLooked(event.currentTarget.checked)}
              />
            </>
          )}
        </Stack>
      )}
    </section>
  )
}

function Findings({ findings }: Pick<LeakCheckProps, 'findings'>) {
  return (
    <ul className={classes.list}>
      {findings.map((finding) => (
        <li
          key={[finding.class, finding.where, finding.place, finding.found].join('\n')}
          className={classes.finding}
          data-blocks={!finding.canOverride || undefined}
          data-class={finding.class}
        >
          <b>{t(`documents.send.classes.${finding.class}`)}</b>
          <span className={classes.soft}>{placeOf(finding)}</span>
          <span className={classes.soft}>{t(`documents.send.advice.${finding.advice}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function placeOf({ place, section, found }: LeakFinding): string {
  if (place === 'title') return t('documents.send.placeTitle', { found })
  if (place === 'file-name') return t('documents.send.placeFileName', { found })
  if (!place.startsWith('block')) return t('documents.send.placeFurniture', { found })
  return section === ''
    ? t('documents.send.placeBare', { found })
    : t('documents.send.place', { section, found })
}
