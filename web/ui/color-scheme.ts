import { isMantineColorScheme } from '@mantine/core'

/** Where the kit's own manager keeps the choice. */
const storageKey = 'mantine-color-scheme-value'

/**
 * Puts the chosen scheme on the page before anything is drawn, so that it does not flash.
 * A module, not an inline script: the content security policy allows none.
 */
export function showChosenColorScheme(
  storage: Pick<Storage, 'getItem'>,
  root: HTMLElement,
  systemIsDark: boolean,
): void {
  const chosen = storage.getItem(storageKey)
  const scheme = isMantineColorScheme(chosen) && chosen !== 'auto' ? chosen : null
  root.dataset['mantineColorScheme'] = scheme ?? (systemIsDark ? 'dark' : 'light')
}
