import { Anchor, type AnchorProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import { type ComponentPropsWithRef } from 'react'

type AnchorElement = Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps> & AnchorProps

const UnderlinedAnchor = (props: AnchorElement) => <Anchor underline="always" {...props} />

/** A link to a page of ours, in running text. */
export const TextLink = createLink(UnderlinedAnchor)
