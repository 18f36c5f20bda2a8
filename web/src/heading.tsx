// The heading of a step: a screen reader and the keyboard go on from there when the step has come.

import type { ComponentChildren } from 'preact';

/** Called once, when the heading appears. */
const focus = (heading: HTMLElement | null): void => {
  heading?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
};

export const Heading = ({ children }: { children: ComponentChildren }) => (
  <h1 tabIndex={-1} ref={focus}>{children}</h1>
);
