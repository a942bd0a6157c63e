import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconBulb } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';

/** What is wrong, or probably meant otherwise, at a place of a query. */
export interface QueryRemark {
  readonly start: number;
  readonly end: number;
  /** Completes a sentence that begins with the query. */
  readonly problem: string;
  readonly suggestion: string | null;
  /** Whether the query can be read in spite of it. */
  readonly isHint: boolean;
}

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
        const key = remark.isHint ? 'list.query.hint' : 'list.query.fault';
        return (
          <Group key={`${remark.start}-${remark.end}`} gap={6} wrap="nowrap" align="flex-start">
            <Text span c={remark.isHint ? 'yellow.8' : 'red'} pt={2}>
              <Icon size={15} aria-hidden style={{ display: 'block' }} />
            </Text>
            <Text size="sm" component="div">
              <Trans i18nKey={key} components={{ problem: <bdi>{remark.problem}</bdi> }} />{' '}
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
