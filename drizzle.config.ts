import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/*/{table,rollup-table,span-table}.ts',
  out: './drizzle',
})
