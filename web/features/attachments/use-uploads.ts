import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { randomKey } from '../../../src/client/index.ts';
import { upload } from '../../server/upload.ts';

/** A file on its way. */
export interface Sending {
  readonly key: string;
  readonly file: File;
  /** How much has been sent, from 0 to 1. */
  readonly part: number;
  /** Why it has not arrived. */
  readonly error: unknown;
  readonly cancel: () => void;
}

/** Files on their way to a case, each with how far it has come; one that has not arrived can be sent again. */
export const useUploads = (caseId: number) => {
  const queryClient = useQueryClient();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const change = (key: string, changed: Partial<Sending>): void =>
    setSending((now) => now.map((each) => (each.key === key ? { ...each, ...changed } : each)));
  const forget = (key: string): void => setSending((now) => now.filter((each) => each.key !== key));
  const send = async (file: File, key: string): Promise<void> => {
    const leaving = new AbortController();
    const cancel = (): void => {
      leaving.abort();
      forget(key);
    };
    setSending((now) => [...now, { key, file, part: 0, error: undefined, cancel }]);
    const path = `/api/v1/cases/${caseId}/attachments`;
    try {
      await upload({
        ...{ path, file, idempotencyKey: key, signal: leaving.signal },
        onProgress: (part) => change(key, { part }),
      });
      await queryClient.invalidateQueries({ queryKey: ['case', caseId] });
      forget(key);
    } catch (error) {
      change(key, { error });
    }
  };
  return {
    sending,
    add: (files: readonly File[]) => {
      for (const file of files) void send(file, randomKey());
    },
    again: ({ key, file }: Sending) => {
      forget(key);
      void send(file, key);
    },
  };
};
