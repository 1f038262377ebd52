import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import { type ComponentPropsWithRef } from 'react'

type AnchorElement = Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps> & AnchorProps
type ButtonElement = Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps> & ButtonProps

const PlainAnchor = (props: AnchorElement) => <Anchor underline="always" {...props} />
const ButtonAnchor = (props: ButtonElement) => <Button component="a" {...props} />

/** A link to a page of ours, in running text. */
export const TextLink = createLink(PlainAnchor)

/** A link to a page of ours that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor)
