import { Button, TextInput } from '@mantine/core'
import { IconFolderPlus, IconFolders, IconSearch } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useVault } from '#renderer/data/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Toolbar } from '#renderer/ui/toolbar.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './case-list.module.css'
import { CaseTable } from './case-table.tsx'
import { caseRows, searchRows } from './queries.ts'

/** All families, narrowed while one types. */
export function CaseList() {
  const records = useVault((model) => model)
  const now = useNow()
  const [typed, setTyped] = useState('')
  const searched = useDeferredValue(typed)
  const rows = useMemo(() => caseRows(records, now), [records, now])
  const found = useMemo(() => searchRows(rows, searched), [rows, searched])
  const clear = useCallback(() => setTyped(''), [])
  const isFirst = rows.length === 0
  return (
    <Page
      title={t('cases.title')}
      where={[t('cases.title')]}
      lead={t('cases.lead')}
      action={isFirst ? undefined : <EnterButton />}
    >
      {isFirst ? (
        <EmptyState
          icon={IconFolders}
          title={t('cases.none.title')}
          hint={t('cases.none.hint')}
          action={<EnterButton />}
        />
      ) : (
        <>
          <Toolbar label={t('cases.search')} end={<Count found={found.length} all={rows.length} />}>
            <TextInput
              className={classes.search}
              type="search"
              aria-label={t('cases.search')}
              placeholder={t('cases.search')}
              leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </Toolbar>
          <CaseTable rows={found} typed={searched} onClear={clear} />
        </>
      )}
    </Page>
  )
}

function Count({ found, all }: { readonly found: number; readonly all: number }) {
  const words = found === all ? t('cases.count', { count: all }) : t('cases.found', { count: found, all })
  return (
    <p className={classes.count} role="status">
      {words}
    </p>
  )
}

function EnterButton() {
  return (
    <Button
      component="a"
      href="#/cases/new"
      leftSection={<IconFolderPlus size={18} stroke={1.6} aria-hidden />}
    >
      {t('cases.enterFamily')}
    </Button>
  )
}
