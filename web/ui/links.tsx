import { Anchor, type AnchorProps, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AnchorElement = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style'>;

/** A link in a text to a page of the interface. */
export const AnchorTo = createLink((props: AnchorProps & AnchorElement) => <Anchor {...props} />);

/** A place of the navigation; the router knows whether one is there. */
export const NavPlace = createLink((props: NavLinkProps & Omit<AnchorElement, 'children'>) => <NavLink {...props} />);
