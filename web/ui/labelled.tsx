import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

/** A choice in a form, with its name above it; what is chosen says the name, too. */
export const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <Input.Label component="div" size="xs">
      {label}
    </Input.Label>
    {children}
  </div>
);
