import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import { type ComponentPropsWithRef } from 'react'

type ButtonElement = Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps> & ButtonProps

const AnchorButton = (props: ButtonElement) => <Button component="a" {...props} />

/** A link to a page of ours that is the next thing to do. */
export const ButtonLink = createLink(AnchorButton)
