import { Outlet } from '@tanstack/react-router'
import { SetUpNavigation } from '../roster/set-up-navigation.tsx'

/** The frame of the set-up: its parts stand side by side. */
export function SetUpPage() {
  return (
    <>
      <SetUpNavigation />
      <Outlet />
    </>
  )
}
