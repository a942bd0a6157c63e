import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueryProblem, TextHint } from '../../../../src/client/index.ts';
import { isolated } from '../../../ui/isolated.ts';

export type QueryFault = NonNullable<QueryProblem['queryFaults']>[number];

/** What is wrong, or probably meant otherwise, at a place of a query. */
export type QueryRemark = (QueryFault | TextHint) & {
  /** Whether the query can be read in spite of it. */
  readonly isHint: boolean;
};

interface QueryFaultsProps {
  readonly remarks: readonly QueryRemark[];
  readonly onTake: (remark: QueryRemark) => void;
}

/** What is wrong in a query, and what could stand there instead. */
export const QueryFaults = ({ remarks, onTake }: QueryFaultsProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap={2} role="status" id="query-remarks">
      {remarks.map((remark) => {
        const Icon = remark.isHint ? IconBulb : IconAlertCircle;
        return (
          <Group key={`${remark.start}-${remark.end}-${remark.code}`} gap={6} wrap="nowrap" align="flex-start">
            <Text span c={remark.isHint ? 'yellow.8' : 'red'} pt={2}>
              <Icon size={15} aria-hidden style={{ display: 'block' }} />
            </Text>
            <Text size="sm" component="div">
              {t(`list.query.remark.${dashed(remark.code)}`, {
                replace: isolatedAll(remark.values),
                defaultValue: remark.problem,
              })}{' '}
              {remark.suggestion !== null && (
                <Button variant="light" size="compact-xs" onClick={() => onTake(remark)}>
                  {t('cases.didYouMean', { suggestion: remark.suggestion })}
                </Button>
              )}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
};

const isolatedAll = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]));

type Dashed<Code extends string> = Code extends `${infer First}_${infer Others}` ? `${First}-${Dashed<Others>}` : Code;

/** As a key of a text: there, what is behind a low line is a context. */
const dashed = <Code extends string>(code: Code): Dashed<Code> => code.replaceAll('_', '-') as Dashed<Code>;
