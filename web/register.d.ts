import { type makeRouter } from './routes.tsx'

declare module '@tanstack/react-router' {
  /** Merges with the router's own empty type: links and parameters are checked by it. */
  class Register {
    router: ReturnType<typeof makeRouter>
  }
}
