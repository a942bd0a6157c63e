import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CasekeepProblem, type QueryProblem, type TextHint } from '../../../../src/client/index.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';

interface QueryFieldProps {
  readonly query: string;
  /** Why it was refused. */
  readonly error: unknown;
  /** What it was probably meant to say. */
  readonly hints: readonly TextHint[];
  /** Where in the query a place of the error is. */
  readonly placeOf: (position: number) => number;
  readonly onChange: (query: string) => void;
}

/** Where one says which cases, with what is wrong in it and what could stand there instead. */
export const QueryField = ({ query, error, hints, placeOf, onChange }: QueryFieldProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(query);
  const faults = faultsIn(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(text.trim());
  };
  return (
    <Stack gap={4} component="form" onSubmit={submit} role="search">
      <TextInput
        aria-label={t('cases.query')}
        placeholder={t('cases.queryPlaceholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        spellCheck={false}
        autoComplete="off"
        dir="ltr"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={faults.length > 0 ? faults.map(({ problem }) => problem).join(' · ') : undefined}
      />
      {[...faults, ...hints].map(({ start, end, suggestion }) =>
        suggestion === null ? null : (
          <Suggestion
            key={`${start}-${end}`}
            suggestion={suggestion}
            onTake={() => onChange(`${query.slice(0, placeOf(start))}${suggestion}${query.slice(placeOf(end))}`)}
          />
        ),
      )}
      {error !== null && faults.length === 0 && <FailureNotice error={error} />}
    </Stack>
  );
};

const faultsIn = (error: unknown): NonNullable<QueryProblem['queryFaults']> =>
  error instanceof CasekeepProblem ? ((error.document as unknown as QueryProblem).queryFaults ?? []) : [];

const Suggestion = ({ suggestion, onTake }: { readonly suggestion: string; readonly onTake: () => void }) => {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      <Button variant="subtle" size="compact-sm" onClick={onTake}>
        {t('cases.didYouMean', { suggestion })}
      </Button>
    </Text>
  );
};
