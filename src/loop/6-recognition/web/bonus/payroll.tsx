import { Download } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '#platform/http/call'
import { useList, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  ConfirmDialog,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  ShowMore,
  sayRefusal,
  Time,
  toast,
  useDate,
} from '#ui'
import {
  getPayrollFile,
  listPayrollExports,
  makePayrollExport,
  type PayrollExport,
} from '../../payroll.contract.ts'
import { useText } from './text.ts'

/** What went to payroll, each file to be taken again, and the way to hand over what was approved since. */
export function Payroll() {
  const t = useText()
  const date = useDate('moment')
  const list = useList(listPayrollExports, { query: { limit: 10 } }, { topics: ['bonuses'] })
  return (
    <Card title={t('bonus.payroll')} aside={<HandOver />}>
      <p className="ui-muted">{t('bonus.payroll.lead')}</p>
      <ListStatus list={list} rows={2} />
      {list.isSuccess && list.items.length === 0 && <p>{t('bonus.payroll.none')}</p>}
      <List label={t('bonus.payroll')}>
        {list.items.map(({ id: exportId, bonuses, by, at }) => (
          <ListRow
            key={exportId}
            title={t('bonus.payroll.line', { count: bonuses, name: by.name })}
            text={<Time at={at} />}
            after={
              <LinkButton
                size="sm"
                icon={Download}
                href={addressOf(getPayrollFile, { params: { exportId } })}
                download={`payroll-${exportId}.csv`}
                aria-label={t('bonus.payroll.fileOf', { date: date(at) })}
              >
                {t('bonus.payroll.file')}
              </LinkButton>
            }
          />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

function HandOver() {
  const t = useText()
  const make = useWrite(makePayrollExport, ['bonuses', 'accounts'])
  const [isOpen, setOpen] = useState(false)
  const done = ({ bonuses }: PayrollExport) =>
    toast({ text: t('bonus.payroll.made', { count: bonuses }), tone: 'success' })
  const go = () => {
    setOpen(false)
    make.mutate({}, { onSuccess: done, onError: sayRefusal })
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('bonus.payroll.make')}</Button>
      <ConfirmDialog
        title={t('bonus.payroll.make')}
        action={t('bonus.payroll.make')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        isPending={make.isPending}
        onConfirm={go}
      >
        {t('bonus.payroll.confirm')}
      </ConfirmDialog>
    </>
  )
}
