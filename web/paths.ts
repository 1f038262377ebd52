/** Every address of the browser half, written once. Parameters are named as `$name`. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  firstRun: '/first-run',
  join: '/join/$token',
  noBoard: '/no-board',
  myCalls: '/my-calls',
  calls: '/calls',
  call: '/calls/$callId',
  imports: '/imports',
  refusedLines: '/imports/$importId',
  setUp: '/set-up',
  setUpTeams: '/set-up/teams',
  setUpReps: '/set-up/reps',
  setUpKeys: '/set-up/keys',
} as const
