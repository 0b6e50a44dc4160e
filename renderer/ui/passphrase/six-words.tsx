import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { t } from '#shared/i18n/index.ts'
import classes from './six-words.module.css'

interface SixWordsProps {
  readonly words: string
  readonly onAnother: () => void
}

/** The made words, large and numbered, so that they are copied by hand without a slip. */
export function SixWords({ words, onAnother }: SixWordsProps) {
  return (
    <div>
      <ol className={classes.words} aria-label={t('ui.passphrase.yourWords')} data-testid="six-words">
        {(words === '' ? Array.from({ length: 6 }, () => '\u00a0') : words.split(' ')).map((word, index) => (
          <li key={`${index}-${word}`}>{word}</li>
        ))}
      </ol>
      <div className={classes.below}>
        <p>{t('ui.passphrase.copy')}</p>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
          onClick={onAnother}
        >
          {t('ui.passphrase.another')}
        </Button>
      </div>
    </div>
  )
}
