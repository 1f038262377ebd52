import { NativeSelect } from '@mantine/core'
import { countries, timeZones } from './places.ts'

type Props = {
  label: string
  hint: string
  /** What is said where nothing was chosen. */
  nothing: string
  value: string | null
  error?: string | undefined
  onChange: (value: string | null) => void
}

/** A time zone by its IANA name; a browser's own list is typed through. */
export function ZoneChoice(props: Props) {
  return <Choice {...props} data={timeZones.map((zone) => ({ value: zone, label: zone }))} />
}

export function CountryChoice(props: Props) {
  const data = countries.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
  return <Choice {...props} data={data} />
}

type Option = { value: string; label: string }

function Choice({
  label,
  hint,
  nothing,
  value,
  error,
  onChange,
  data,
}: Props & { data: Option[] }) {
  return (
    <NativeSelect
      {...{ label, error }}
      description={hint}
      value={value ?? ''}
      data={[{ value: '', label: nothing }, ...data]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChange(chosen === '' ? null : chosen)
      }}
    />
  )
}
