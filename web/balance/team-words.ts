import { type StandingLabel } from '../../shared/balance/standing-label.ts'
import { type ChainGrouping, type Measure } from '../../shared/balance/words.ts'

/** What the page of a team says. */
export const teamWords = {
  title: 'Team',
  lead: 'How calls turn out, beside colleagues’ calls of the same kinds. No duration enters a standing, and nobody is ranked.',
  filters: 'What is shown',
  team: 'Team',
  everyTeam: 'All teams',
  measure: 'Resolved where nobody called again within',
  measures: {
    same_issue_7d: '7 days, same issue',
    return_24h: '24 hours',
  } satisfies Record<Measure, string>,
  measureMeans: {
    same_issue_7d:
      'A call counts as resolved when its rep saw it through and the customer did not call again about the same issue within 7 days.',
    return_24h:
      'A call counts as resolved when the customer did not call again, about anything, within 24 hours.',
  } satisfies Record<Measure, string>,
  noVersion: 'Nothing to compare with yet',
  noVersionWhy:
    'Standing compares calls with colleagues’ calls of the same kinds. The first comparison is worked out by itself, once calls are older than 7 days.',
  withheld: 'Too few to compare fairly',
  withheldWhy: (have: number, need: number) =>
    have < 2
      ? `A comparison takes at least ${need} reps with decided calls; here it is ${have === 0 ? 'none' : 'one'}.`
      : `Between ${have} reps a comparison would be noise, or would say something about one of them. It takes at least ${need}.`,
  nobody: 'Nobody has decided calls in these days',
  nobodyWhy: 'Choose other days or another team. A call is decided when its window has closed.',
  placeTitle: 'Outcome beside time',
  placeLead:
    'Upwards: what a rep would get resolved of the common mix of calls. Along: how long their calls take beside colleagues’ calls of the same kinds. Only upwards is better.',
  placeLabel: 'Reps: outcome beside time',
  placeHint:
    'Each mark is a rep, its lines how sure both numbers are. The dotted lines are the usual, the box holds about two of three reps. Point at a mark, or Tab here and use the arrow keys, to read it; Enter leads to the numbers.',
  placeX: 'Time beside colleagues on the same kinds of calls',
  placeY: 'Resolved of the common mix',
  notPlaced: (names: string) => `Too few calls for a place here: ${names}.`,
  nonePlaced: 'No rep has enough calls for a place here yet.',
  repsTitle: 'The reps, by name',
  repsLead: 'In words first. The order is the alphabet and means nothing else.',
  repsLabel: 'Reps, by name',
  moreReps: (count: number) => `Show ${count} more`,
  more: 'Classes of calls, and week by week',
  contents: 'On this page',
  classes: 'Decided calls by class',
  ledger: 'Later calls, against what is usual',
  ledgerUnsure: 'about as usual',
  funnelTitle: 'Beyond chance?',
  funnelLead:
    'How many calls in 100 are resolved beyond or below what is expected, and how far chance alone reaches for so many calls. The further right, the more calls.',
  funnelLabel: 'Reps: difference from expected beside the number of calls',
  funnelHint:
    'Within the full lines about 95 % of reps would lie by chance, within the broken ones 99.8 %; a short tick is the limit for exactly this rep’s calls. Outside, but in line, is a real difference that is small.',
  funnelX: 'Decided calls',
  funnelY: 'Resolved in 100, more or fewer than expected',
  usual: 'Usual in the center',
  usualRestsOn: 'resolved of the common mix of calls',
  reach: 'Two of three reps lie between',
  reachRestsOn: (tau: string) => `on the common mix, beyond chance (τ ${tau} in log-odds)`,
  reachAssumed: 'assumed, until a version has seen eight reps with enough calls',
  spread: 'Spread against chance',
  spreadAlone: '1 is chance alone',
  overdispersed:
    'More than chance explains: reps differ, or their calls do in something nobody records.',
  trendTitle: 'Week by week',
  trendLead: 'Resolved calls beyond what one fixed baseline expects, with the limits of noise.',
  recognizeTitle: 'To recognize',
  recognizeLead:
    'Long calls that stayed resolved, and calls that ended a chain. They are recognized by themselves; a word from you is worth more.',
  recognizeLabel: 'Calls to recognize',
  recognizeNone: 'No call is to be recognized yet',
  recognizeNoneWhy:
    'A long call that stays resolved, or one that ends a chain of calls, appears here on the day its window closes.',
  highlighted: 'To mention first.',
  weekOf: (day: string) => `Decided in the week of ${day}`,
  talkTitle: 'To talk about',
  talkLead:
    'Calls that were not resolved and were short or long for their kind. They are where a conversation starts, not a list of faults.',
  talkLabel: 'Calls to talk about',
  talkNone: 'No call to talk about',
  talkNoneWhy: 'No decided call was both unresolved and short or long for its kind.',
  knownTitle: 'What is known so far',
  knownLead:
    'Outcomes take days to be known. What is decided, what is still open, and when customers come back.',
  curveLabel: 'Share of calls without a return, day by day',
  curveHint:
    'The line goes down by those who come back on a day; calls whose week is not over count for the days that are. The band holds about 95 %. Point at a day, or Tab here and use the arrow keys, to read it.',
  curveX: 'Days since the call',
  curveY: 'Without a return',
  curveTooFew: 'Too few calls are known for a curve of returns.',
  costTitle: 'What a resolution takes',
  costLead:
    'Handle time of every call it took until the matter stayed resolved. This is the figure to work on; it exists for groups of calls, never for a rep.',
  costBy: 'By',
  costGroupings: { queue: 'Queue', issue: 'Issue', team: 'Team' } satisfies Record<
    ChainGrouping,
    string
  >,
  costNone: 'No chain of calls is closed yet',
  costNoneWhy: 'A chain is closed when the window of its last call has closed without another.',
  costClosed: 'closed chains',
  costOpen: 'open chains',
  costShow: (count: string, of: string) => `${count}: show the calls of ${of}`,
  costAll: 'All teams you may see; the choice of a team above does not apply here.',
  costTooFew: (have: number) =>
    have === 0 ? 'no closed chain yet' : `${have} closed: too few to say`,
  legend: {
    clearly_above: 'clearly above',
    no_clear_difference: 'in line',
    clearly_below: 'clearly below',
    not_enough_calls: 'not enough calls',
  } satisfies Record<StandingLabel, string>,
} as const
