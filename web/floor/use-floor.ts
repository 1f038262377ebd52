import { useEffect, useState } from 'react'
import { beginWatching, type Watching } from '../../shared/floor/watching.ts'
import { watch } from '../../shared/floor/contract.ts'
import { browserNow } from './use-tick.ts'
import { type Ground, openFloorWatcher } from './floor-watcher.ts'

const browser: Ground = {
  openSocket: () => new WebSocket(watch.path),
  now: browserNow,
  random: Math.random,
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds)
    return () => {
      clearTimeout(timer)
    }
  },
}

/** The floor of the organization for as long as the page is open, and how its connection stands. */
export function useFloor(ground: Ground = browser): Watching {
  const [watching, setWatching] = useState(() => beginWatching(ground.now()).watching)
  useEffect(() => {
    const watcher = openFloorWatcher(ground, () => {
      setWatching(watcher?.watching() ?? beginWatching(ground.now()).watching)
    })
    const hurry = (): void => {
      if (document.visibilityState === 'visible') watcher.hurry()
    }
    document.addEventListener('visibilitychange', hurry)
    window.addEventListener('online', hurry)
    return () => {
      document.removeEventListener('visibilitychange', hurry)
      window.removeEventListener('online', hurry)
      watcher.close()
    }
  }, [ground])
  return watching
}
