import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/*/{table,rollup-table}.ts',
  out: './drizzle',
})
