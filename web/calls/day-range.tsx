import { useId } from 'react'
import { DatePickerInput } from '@mantine/dates'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type choices } from '../../shared/calls/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'

type Props = {
  filter: CallFilter
  choices: Pick<ReplyOf<typeof choices>, 'earliestAt' | 'latestAt'>
  onChange: (filter: CallFilter) => void
}

const dayLength = 'YYYY-MM-DD'.length

/** From one day to another, both included, among the days that have calls. */
export function DayRange({ filter, choices: { earliestAt, latestAt }, onChange }: Props) {
  const labelId = useId()
  const { from, to, ...others } = filter
  return (
    <DatePickerInput
      type="range"
      label="Days (UTC)"
      labelProps={{ id: labelId }}
      /* The kit names the calendar after the element with the popover's id. */
      popoverProps={{ id: labelId }}
      ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
      clearButtonProps={{ 'aria-label': 'Any day' }}
      placeholder="Any"
      size="sm"
      clearable
      allowSingleDateInRange
      hideOutsideDates
      /* A weekend is no reason for red. */
      weekendDays={[]}
      valueFormat="D MMM YYYY"
      value={[from ?? null, to ?? null]}
      {...(earliestAt !== null && { minDate: earliestAt.slice(0, dayLength) })}
      {...(latestAt !== null && { maxDate: latestAt.slice(0, dayLength) })}
      onChange={([first, last]) => {
        onChange({
          ...others,
          ...(first !== null && { from: first }),
          ...(last !== null && { to: last }),
        })
      }}
    />
  )
}
