/** On Apple's keyboards the key beside the space bar is the one for commands. */
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The keys that save, as they are written on this keyboard. */
export const saveKeys = isApple ? '⌘ Enter' : 'Ctrl Enter'

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean }

export const isSave = ({ key, ctrlKey, metaKey }: Pressed): boolean =>
  key === 'Enter' && (ctrlKey || metaKey)
