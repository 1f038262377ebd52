import { Button, Group, MultiSelect, SimpleGrid } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type choices } from '../../shared/calls/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { countFilters } from './call-search.ts'
import { sayCounted, withoutCounted } from './counting-words.ts'
import { DayRange } from './day-range.tsx'
import { filterOptions, type ListFilter } from './filter-options.ts'
import classes from './call-filters.module.css'

type Props = {
  filter: CallFilter
  choices: ReplyOf<typeof choices>
  onChange: (filter: CallFilter) => void
}

/** How many entries of a long list are drawn at once; typing narrows them. */
const optionsShownLimit = 100

/** Combined filters. On a narrow screen they wait behind a button that says how many are set. */
export function CallFilters({ filter, choices: given, onChange }: Props) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const count = countFilters(filter)
  const narrowed = sayCounted(filter)
  const set = (name: ListFilter, values: (string | number)[]) => {
    onChange({ ...filter, [name]: values.length > 0 ? values : undefined })
  }
  return (
    <section aria-label="Filters" className={classes['filters']}>
      <Button variant="default" aria-expanded={isOpen} onClick={toggle} hiddenFrom="sm">
        {count === 0 ? 'Filters' : `Filters (${count} set)`}
      </Button>
      <SimpleGrid
        cols={{ base: 1, xs: 2, md: 4 }}
        spacing="sm"
        className={classes['fields'] ?? ''}
        data-open={isOpen || undefined}
      >
        {filterOptions(given, filter).map(({ name, label, data, read }) => (
          <MultiSelect
            key={name}
            label={label}
            placeholder={(filter[name]?.length ?? 0) > 0 ? '' : 'Any'}
            data={data}
            value={(filter[name] ?? []).map(String)}
            onChange={(values) => {
              set(name, values.map(read))
            }}
            limit={optionsShownLimit}
            searchable
            clearable
            size="sm"
            classNames={{ inputField: classes['search'] ?? '' }}
            clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
            nothingFoundMessage="Nothing with this name"
          />
        ))}
        <DayRange filter={filter} choices={given} onChange={onChange} />
      </SimpleGrid>
      {narrowed !== null && <p className={classes['narrowed']}>{narrowed}</p>}
      {count > 0 && (
        <Group gap="xs">
          {narrowed !== null && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                onChange(withoutCounted(filter))
              }}
            >
              Show the others too
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onChange({})
            }}
          >
            Clear all filters
          </Button>
        </Group>
      )}
    </section>
  )
}
