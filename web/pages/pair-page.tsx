import { Navigate } from '@tanstack/react-router'
import { firstPath } from '../roster/gate.ts'
import { PairingScreen } from '../roster/pairing-screen.tsx'
import { usePairing } from '../roster/use-pairing.ts'

/** Where a display on the wall begins: it shows a code until it is paired, then the board. */
export function PairPage() {
  const shown = usePairing()
  if (shown.isPaired) return <Navigate to={firstPath.floor} replace />
  return <PairingScreen shown={shown} />
}
