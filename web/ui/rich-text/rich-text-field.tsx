import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { EditorProps } from './editor.tsx';

const Editor = lazy(async () => ({ default: (await import('./editor.tsx')).Editor }));

/** A field for rich text, which is loaded when it is needed. */
export const RichTextField = (props: EditorProps) => (
  <Suspense fallback={<Skeleton h={130} />}>
    <Editor {...props} />
  </Suspense>
);
