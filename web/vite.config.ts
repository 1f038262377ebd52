import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The browser half, from here to dist/web, where the server finds it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    /** Pages may not load data: scripts or fonts; small images are files like the others. */
    assetsInlineLimit: 0,
    /** The largest chunk is the interface kit; a bigger one is a mistake worth a warning. */
    chunkSizeWarningLimit: 600,
    license: { fileName: 'licenses.md' },
  },
})
