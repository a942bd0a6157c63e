import { Fragment, type ReactNode } from 'react';

/** Small facts on one line, with dots between them. */
export const Joined = ({ children }: { readonly children: readonly ReactNode[] }) => (
  <>
    {children
      .filter((each) => each !== null && each !== undefined && each !== false)
      .map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one thing keep their places
        <Fragment key={index}>
          {index > 0 && ' · '}
          {each}
        </Fragment>
      ))}
  </>
);
