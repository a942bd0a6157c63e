import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../ui/commands.ts';
import { Things } from '../../ui/things.tsx';
import type { FullCase } from '../cases/cases.queries.ts';
import { LinkedCase } from './linked-case.tsx';
import { linksQuery, relations } from './links.queries.ts';
import { useUnlink } from './use-unlink.ts';

const LinkForm = lazy(async () => ({ default: (await import('./link-form.tsx')).LinkForm }));

interface CaseLinksProps {
  readonly case: FullCase;
  readonly mayLink: boolean;
}

/** What a case blocks, waits for, duplicates, or has to do with. */
export const CaseLinks = ({ case: found, mayLink }: CaseLinksProps) => {
  const { t } = useTranslation();
  const { data: links = [] } = useQuery(linksQuery(found.id));
  const { mutate: unlink } = useUnlink(found.id);
  const [isLinking, setLinking] = useState(false);
  const begin = (): void => setLinking(true);
  const group = t('case.number', { id: found.id });
  useCommands(mayLink ? [{ id: 'case-link', label: t('links.command'), group, run: begin }] : []);
  if (links.length === 0 && !mayLink) return null;
  return (
    <Stack
      component="section"
      gap="xs"
      aria-label={t('links.title')}
      data-screen-only={links.length === 0 || undefined}
    >
      <Group gap="xs">
        <Title order={2} size="h5">
          {t('links.title')}
        </Title>
        {mayLink && !isLinking && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconLink size={14} aria-hidden />}
            onClick={begin}
          >
            {t('links.add')}
          </Button>
        )}
      </Group>
      {isLinking && mayLink && (
        <Suspense>
          <LinkForm case={found} onClose={() => setLinking(false)} />
        </Suspense>
      )}
      {[...Map.groupBy(links, ({ relation }) => relation)]
        .sort(([one], [other]) => relations.indexOf(one) - relations.indexOf(other))
        .map(([relation, some]) => (
          <Stack key={relation} gap={4}>
            <Text size="xs" c="dimmed" fw={600}>
              {t(`links.relation.${relation}`)}
            </Text>
            <Things label={t(`links.relation.${relation}`)}>
              {some.map((link) => (
                <LinkedCase key={link.id} link={link} mayUnlink={mayLink} onUnlink={() => unlink(link)} />
              ))}
            </Things>
          </Stack>
        ))}
    </Stack>
  );
};
