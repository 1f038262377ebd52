import { type Character } from './characters.ts'
import { normal } from './draws.ts'
import { seededRandom } from './random.ts'
import { repNames, teamNames, type TeamName } from './teams.ts'

export type SimulatedRep = {
  /** From 0 to 59; everything in the world names a rep by it. */
  place: number
  name: string
  team: TeamName
  /** What the phone system calls the rep. */
  alias: string
  character: Character
  /** First day at work, counted from the world's first day; long ago for most. */
  hiredOn: number
  /** New colleagues are in the phone system before anybody has put them on the roster. */
  isOnRoster: boolean
  /** Some reps sign in, read their own calls and write reflections. */
  signsIn: boolean
  /** How this one differs from others of the same character. */
  pace: number
  ease: number
}

const longAgo = -1_000
/** Of each team, those at these places in its list of names; see `characterAt`. */
const signInPlaces = 5
const newColleaguePlace = 11
const teamsWithTwoFixers: readonly TeamName[] = ['Harbour', 'Mill', 'Workshop']
const teamsWithNewColleague: readonly TeamName[] = ['Harbour', 'Mill', 'Lighthouse']

/** The sixty reps of the world with this seed: 8 fixers, 5 brush-offs, 8 beginners, 39 others. */
export function peopleOf(seed: number): SimulatedRep[] {
  return teamNames
    .flatMap((team) => repNames[team].map((name, placeInTeam) => ({ team, name, placeInTeam })))
    .map(({ team, name, placeInTeam }, place) => {
      const random = seededRandom(seed, place, 0x9e09)
      const isNew = placeInTeam === newColleaguePlace && teamsWithNewColleague.includes(team)
      const character = isNew ? 'beginner' : characterAt(team, placeInTeam)
      return {
        place,
        name,
        team,
        alias: `PJSIP/${7_001 + place}`,
        character,
        hiredOn: hiredOn(character, isNew, place),
        isOnRoster: !isNew,
        signsIn: placeInTeam < signInPlaces,
        pace: Math.exp(0.13 * normal(random)),
        ease: 0.12 * normal(random),
      }
    })
}

function characterAt(team: TeamName, placeInTeam: number): Character {
  if (placeInTeam === 0) return 'patient_fixer'
  if (placeInTeam === 1 && teamsWithTwoFixers.includes(team)) return 'patient_fixer'
  if (placeInTeam === 2) return 'quick_brush_off'
  return placeInTeam === 3 ? 'beginner' : 'average'
}

/** Beginners start within the first week, new colleagues within the last three of the history. */
function hiredOn(character: Character, isNew: boolean, place: number): number {
  if (isNew) return 69 + (place % 5)
  return character === 'beginner' ? place % 6 : longAgo
}
