import { useLocation } from '@tanstack/react-router'
import { type ComponentProps, Fragment, useEffect } from 'react'
import Markdown, { type Components } from 'react-markdown'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import text from '../../docs/balance.md?raw'
import { PageHeading } from '../ui/page-heading.tsx'
import { partsOf } from './entries-of.ts'
import classes from './numbers-page.module.css'

const remarks = [remarkGfm]
const rehypes = [rehypeSlug]

/** Other documents lie beside this one in the project and are not served: their names are text. */
function Reference({ href, children }: ComponentProps<'a'>) {
  const isServed = href?.startsWith('#') ?? false
  return isServed ? <a href={href}>{children}</a> : <span>{children}</span>
}

const components: Components = {
  h1: () => (
    <>
      <PageHeading
        title="How the numbers are made"
        lead="What each number on the pages asks, and how it is answered."
      />
      <Contents />
    </>
  ),
  a: Reference,
  code: Code,
}

/** The page is long: its parts, to go to. */
function Contents() {
  return (
    <nav aria-label="On this page">
      <ul className={classes['contents']}>
        {partsOf(text).map(({ title, slug }) => (
          <li key={slug}>
            <a href={`#${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A name of several words may break between them, and not within one. */
function Code({ children }: ComponentProps<'code'>) {
  if (typeof children !== 'string' || children.includes('\n')) return <code>{children}</code>
  return (
    <code>
      {children.split(/(?<=[_/])/).map((word, place) => (
        <Fragment key={place}>
          {word}
          <wbr />
        </Fragment>
      ))}
    </code>
  )
}

/** What every number means, as docs/balance.md says it; numbers elsewhere lead to their entry. */
export function NumbersPage() {
  const { hash } = useLocation()
  useEffect(() => {
    const entry = hash === '' ? null : document.getElementById(hash)
    entry?.scrollIntoView({ block: 'start' })
    entry?.setAttribute('tabindex', '-1')
    entry?.focus({ preventScroll: true })
  }, [hash])
  return (
    <article className={classes['numbers']}>
      <Markdown components={components} remarkPlugins={remarks} rehypePlugins={rehypes}>
        {text}
      </Markdown>
    </article>
  )
}
