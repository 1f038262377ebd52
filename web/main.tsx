import './ui/styles.ts'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './api/query-client.ts'
import { Refused } from './api/refused.ts'
import { leaveWhenSessionEnds } from './roster/leave-when-session-ends.ts'
import { makeRouter } from './routes.tsx'
import { showChosenColorScheme } from './ui/color-scheme.ts'
import { NowProvider } from './ui/now.tsx'
import { theme, themeVariables } from './ui/theme.ts'

/** The one place of the browser half that reads the clock. */
const clock = () => new Date()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element named root.')

const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches
showChosenColorScheme(localStorage, document.documentElement, systemIsDark)

/** A refusal is shown on the page in a sentence; the console is for what nobody expected. */
function reportUnlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) console.error(error)
}

const queryClient = makeQueryClient()
const router = makeRouter(queryClient)
leaveWhenSessionEnds(queryClient, router)

createRoot(root, { onCaughtError: reportUnlessRefused }).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <NowProvider clock={clock}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </NowProvider>
    </MantineProvider>
  </StrictMode>,
)
