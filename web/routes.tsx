import { type QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { type Role } from '../shared/roster/role.ts'
import { readTargetSearch } from './balance/target-search.ts'
import { readTeamSearch } from './balance/team-search.ts'
import { readCallSearch } from './calls/call-search.ts'
import { readFloorSearch } from './floor/floor-search.ts'
import { readConnectionSearch } from './intake/connections/connection-search.ts'
import { readImportSearch } from './intake/import-search.ts'
import { FailedDoor } from './pages/failed-door.tsx'
import { FailedPage } from './pages/failed-page.tsx'
import { NothingHerePage } from './pages/nothing-here-page.tsx'
import { paths } from './paths.ts'
import { enter, firstPath, mustBe } from './roster/gate.ts'
import { type Me } from './roster/me.ts'
import { readThen } from './roster/then.ts'
import { Shell } from './roster/shell.tsx'
import { idIn } from './api/id-in.ts'
import { readSearchText, writeSearchText } from './api/search-text.ts'
import { Loading } from './ui/loading.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()()

/** Pages before the sign-in. */
const door = createRoute({
  getParentRoute: () => root,
  id: 'door',
  errorComponent: FailedDoor,
})

const signIn = createRoute({
  getParentRoute: () => door,
  path: paths.signIn,
  validateSearch: readThen,
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

const firstRun = createRoute({
  getParentRoute: () => door,
  path: paths.firstRun,
  component: lazyRouteComponent(() => import('./pages/first-run-page.tsx'), 'FirstRunPage'),
})

const join = createRoute({
  getParentRoute: () => door,
  path: paths.join,
  component: lazyRouteComponent(() => import('./pages/join-page.tsx'), 'JoinPage'),
})

const pair = createRoute({
  getParentRoute: () => door,
  path: paths.pair,
  component: lazyRouteComponent(() => import('./pages/pair-page.tsx'), 'PairPage'),
})

/** Everything below is for whoever is signed in, and stands inside the shell. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => ({
    me: await enter(context.queryClient, location.href),
  }),
  component: Shell,
  errorComponent: FailedDoor,
})

/** Says to others, in words, that a page is not for them. */
const only =
  (...roles: readonly Role[]) =>
  ({ context }: { context: { me: Me } }): void => {
    mustBe(context.me, roles)
  }

const home = createRoute({
  getParentRoute: () => signedIn,
  path: paths.home,
  beforeLoad: ({ context }) => {
    redirect({ to: firstPath[context.me.role], replace: true, throw: true })
  },
})

const floor = createRoute({
  getParentRoute: () => signedIn,
  path: paths.floor,
  validateSearch: readFloorSearch,
  component: lazyRouteComponent(() => import('./pages/floor-page.tsx'), 'FloorPage'),
})

/** Any other address. */
const nothingHere = createRoute({
  getParentRoute: () => signedIn,
  path: '$',
  component: NothingHerePage,
})

const myCalls = createRoute({
  getParentRoute: () => signedIn,
  path: paths.myCalls,
  beforeLoad: only('rep'),
  component: lazyRouteComponent(() => import('./pages/my-calls-page.tsx'), 'MyCallsPage'),
})

const calls = createRoute({
  getParentRoute: () => signedIn,
  path: paths.calls,
  validateSearch: readCallSearch,
  beforeLoad: only('rep', 'supervisor', 'admin'),
  component: lazyRouteComponent(() => import('./pages/calls-page.tsx'), 'CallsPage'),
})

const call = createRoute({
  getParentRoute: () => signedIn,
  path: paths.call,
  params: { parse: ({ callId }) => ({ callId: idIn(callId) }) },
  beforeLoad: only('rep', 'supervisor', 'admin'),
  component: lazyRouteComponent(() => import('./pages/call-page.tsx'), 'CallPage'),
})

const team = createRoute({
  getParentRoute: () => signedIn,
  path: paths.team,
  validateSearch: readTeamSearch,
  beforeLoad: only('supervisor', 'admin'),
  component: lazyRouteComponent(() => import('./pages/team-page.tsx'), 'TeamPage'),
})

const targets = createRoute({
  getParentRoute: () => signedIn,
  path: paths.targets,
  validateSearch: readTargetSearch,
  beforeLoad: only('supervisor', 'admin'),
  component: lazyRouteComponent(() => import('./pages/targets-page.tsx'), 'TargetsPage'),
})

const myGrowth = createRoute({
  getParentRoute: () => signedIn,
  path: paths.myGrowth,
  beforeLoad: only('rep'),
  component: lazyRouteComponent(() => import('./pages/my-growth-page.tsx'), 'MyGrowthPage'),
})

const numbers = createRoute({
  getParentRoute: () => signedIn,
  path: paths.numbers,
  component: lazyRouteComponent(() => import('./pages/numbers-page.tsx'), 'NumbersPage'),
})

const imports = createRoute({
  getParentRoute: () => signedIn,
  path: paths.imports,
  beforeLoad: only('supervisor', 'admin'),
  component: lazyRouteComponent(() => import('./pages/imports-page.tsx'), 'ImportsPage'),
})

const importFiles = createRoute({
  getParentRoute: () => signedIn,
  path: paths.importFiles,
  validateSearch: readImportSearch,
  beforeLoad: only('admin'),
  component: lazyRouteComponent(() => import('./pages/import-files-page.tsx'), 'ImportFilesPage'),
})

const refusedLines = createRoute({
  getParentRoute: () => signedIn,
  path: paths.refusedLines,
  params: { parse: ({ importId }) => ({ importId: idIn(importId) }) },
  beforeLoad: only('admin'),
  component: lazyRouteComponent(() => import('./pages/refused-lines-page.tsx'), 'RefusedLinesPage'),
})

const connections = createRoute({
  getParentRoute: () => signedIn,
  path: paths.connections,
  beforeLoad: only('admin'),
  component: lazyRouteComponent(() => import('./pages/connections-page.tsx'), 'ConnectionsPage'),
})

const newConnection = createRoute({
  getParentRoute: () => signedIn,
  path: paths.newConnection,
  validateSearch: readConnectionSearch,
  beforeLoad: only('admin'),
  component: lazyRouteComponent(
    () => import('./pages/new-connection-page.tsx'),
    'NewConnectionPage',
  ),
})

const connection = createRoute({
  getParentRoute: () => signedIn,
  path: paths.connection,
  params: { parse: ({ connectionId }) => ({ connectionId: idIn(connectionId) }) },
  beforeLoad: only('admin'),
  component: lazyRouteComponent(() => import('./pages/connection-page.tsx'), 'ConnectionPage'),
})

const setUp = createRoute({
  getParentRoute: () => signedIn,
  id: 'set-up',
  beforeLoad: only('admin'),
  component: lazyRouteComponent(() => import('./pages/set-up-page.tsx'), 'SetUpPage'),
})

const people = createRoute({
  getParentRoute: () => setUp,
  path: paths.setUp,
  component: lazyRouteComponent(() => import('./roster/people.tsx'), 'People'),
})

const teams = createRoute({
  getParentRoute: () => setUp,
  path: paths.setUpTeams,
  component: lazyRouteComponent(() => import('./roster/teams.tsx'), 'Teams'),
})

const reps = createRoute({
  getParentRoute: () => setUp,
  path: paths.setUpReps,
  component: lazyRouteComponent(() => import('./roster/reps.tsx'), 'Reps'),
})

const keys = createRoute({
  getParentRoute: () => setUp,
  path: paths.setUpKeys,
  component: lazyRouteComponent(() => import('./roster/keys.tsx'), 'Keys'),
})

const kinds = createRoute({
  getParentRoute: () => setUp,
  path: paths.setUpKinds,
  component: lazyRouteComponent(() => import('./balance/kinds.tsx'), 'Kinds'),
})

const webhooks = createRoute({
  getParentRoute: () => setUp,
  path: paths.setUpWebhooks,
  component: lazyRouteComponent(() => import('./outgoing/webhooks.tsx'), 'Webhooks'),
})

const displays = createRoute({
  getParentRoute: () => setUp,
  path: paths.setUpDisplays,
  component: lazyRouteComponent(() => import('./roster/displays.tsx'), 'Displays'),
})

const tree = root.addChildren([
  door.addChildren([signIn, firstRun, join, pair]),
  signedIn.addChildren([
    home,
    floor,
    nothingHere,
    myCalls,
    calls,
    call,
    team,
    targets,
    myGrowth,
    numbers,
    imports,
    importFiles,
    refusedLines,
    connections,
    newConnection,
    connection,
    setUp.addChildren([people, teams, reps, keys, webhooks, displays, kinds]),
  ]),
])

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    parseSearch: readSearchText,
    stringifySearch: writeSearchText,
    scrollRestoration: true,
    defaultPreload: false,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NothingHerePage,
    defaultPendingComponent: Loading,
  })
