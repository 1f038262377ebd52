import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** Fountain-pen blue: the one accent. Its shades 7 and 3 are --ws-accent of the two schemes. */
const pen: MantineColorsTuple = [
  '#f1f2f9',
  '#e0e3f2',
  '#ccd3f1',
  '#b4bff0',
  '#8d9bd6',
  '#6a79b8',
  '#4f5e9e',
  '#3a4a86',
  '#303d70',
  '#262f58',
]

const stone: MantineColorsTuple = [
  '#f6f1e8',
  '#f2ece1',
  '#eae2d5',
  '#e3dacb',
  '#cfc4b2',
  '#a3978a',
  '#7d7264',
  '#655c50',
  '#453e36',
  '#2b2620',
]

const night: MantineColorsTuple = [
  '#efe7db',
  '#d8cebf',
  '#b9ad9c',
  '#8a7d6d',
  '#4a423a',
  '#342d28',
  '#28231f',
  '#1d1916',
  '#171412',
  '#110f0d',
]

const serif =
  "'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, Georgia, serif"
const sans =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"

/** Lists to choose from scroll themselves and stay beside their field, for screen readers. */
const choosing = {
  defaultProps: {
    comboboxProps: { withinPortal: false, shadow: 'md' },
    withScrollArea: false,
    styles: { options: { maxHeight: 240, overflowY: 'auto' } },
  },
}

/** What is filled with the accent is dark on light in one scheme, light on dark in the other. */
const onAccent: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...resolved, color: 'var(--ws-on-accent)' } : resolved
}

/** Nearly every field is needed; an optional one says so itself. */
const plain = { defaultProps: { withAsterisk: false } }

const marked = { defaultProps: { iconColor: 'var(--ws-on-accent)' } }

export const theme = createTheme({
  white: '#fffdf8',
  black: '#2b2620',
  colors: { pen, gray: stone, dark: night },
  primaryColor: 'pen',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: onAccent,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
    },
  },
  components: {
    Select: choosing,
    MultiSelect: choosing,
    Radio: marked,
    Checkbox: marked,
    InputWrapper: plain,
  },
})

/** The kit's own variables, taken from colors.css, so that every colour is written once. */
const fromTokens = {
  '--mantine-color-body': 'var(--ws-paper)',
  '--mantine-color-text': 'var(--ws-ink)',
  '--mantine-color-bright': 'var(--ws-ink)',
  '--mantine-color-dimmed': 'var(--ws-ink-soft)',
  '--mantine-color-placeholder': 'var(--ws-ink-soft)',
  '--mantine-color-anchor': 'var(--ws-accent)',
  '--mantine-color-error': 'var(--ws-problem)',
  '--mantine-color-default': 'var(--ws-raised)',
  '--mantine-color-default-hover': 'var(--ws-sunken)',
  '--mantine-color-default-color': 'var(--ws-ink)',
  '--mantine-color-default-border': 'var(--ws-edge)',
  '--mantine-color-disabled': 'var(--ws-sunken)',
  '--mantine-color-disabled-color': 'var(--ws-ink-soft)',
  '--mantine-color-disabled-border': 'var(--ws-line)',
}

export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
})
