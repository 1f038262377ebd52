import { useCallback, useEffect, useRef, useState } from 'react'
import { watch } from '../../shared/floor/contract.ts'
import { beginWatching, type Watching } from '../../shared/floor/watching.ts'
import { type FloorWatcher, type Ground, openFloorWatcher } from './floor-watcher.ts'
import { browserNow } from './use-tick.ts'

const browser: Ground = {
  openSocket: () => new WebSocket(socketAddress(window.location)),
  now: browserNow,
  random: Math.random,
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds)
    return () => {
      clearTimeout(timer)
    }
  },
}

/** Written out in full: browsers of displays do not all know where a path alone would lead. */
const socketAddress = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string =>
  `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${watch.path}`

/** The floor of the organization for as long as the page is open, and how its connection stands. */
export function useFloor(ground: Ground = browser): { watching: Watching; hurry: () => void } {
  const [watching, setWatching] = useState(() => beginWatching(ground.now()).watching)
  const watcher = useRef<FloorWatcher>(null)
  useEffect(() => {
    const opened = openFloorWatcher(ground, setWatching)
    watcher.current = opened
    const hurry = (): void => {
      if (document.visibilityState === 'visible') opened.hurry()
    }
    document.addEventListener('visibilitychange', hurry)
    window.addEventListener('online', hurry)
    return () => {
      document.removeEventListener('visibilitychange', hurry)
      window.removeEventListener('online', hurry)
      opened.close()
    }
  }, [ground])
  const hurry = useCallback(() => watcher.current?.hurry(), [])
  return { watching, hurry }
}
