import { useSearch } from '@tanstack/react-router'
import { useFloor } from '../floor/use-floor.ts'
import { useTick } from '../floor/use-tick.ts'
import { useTrouble } from '../floor/use-trouble.ts'
import { Wall } from '../floor/wall.tsx'
import { floorWords } from '../floor/words.ts'
import { paths } from '../paths.ts'
import { AccountMenu } from '../roster/account-menu.tsx'
import { type Me, useMe } from '../roster/me.ts'
import { shellWords } from '../roster/words.ts'
import { TextLink } from '../ui/link.tsx'
import { FloorDesk } from './floor-desk.tsx'

/** The live floor: across a whole screen for a wall, else the board with what stands beside it. */
export function FloorPage() {
  const me = useMe()
  const { wall } = useSearch({ strict: false })
  const { watching, hurry } = useFloor()
  const shown = { watching, at: useTick(), trouble: useTrouble(watching) }
  const isDisplay = me.role === 'floor'
  if (!isDisplay && wall !== true) return <FloorDesk {...shown} onHurry={hurry} />
  return (
    <Wall
      {...shown}
      organization={nameOf(me.organization)}
      corner={isDisplay ? <AccountMenu me={me} /> : <Leave />}
    />
  )
}

const Leave = () => (
  <TextLink to={paths.floor} search={{}}>
    {floorWords.fromWall}
  </TextLink>
)

/** Made-up data say so, also on a wall; once is enough. */
const nameOf = ({ name, isSimulated }: Me['organization']): string =>
  isSimulated && !/simulated/i.test(name) ? `${name} · ${shellWords.simulated}` : name
