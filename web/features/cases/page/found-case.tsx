import { Container, Grid, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorTo } from '../../../ui/links.tsx';
import { loadEditor } from '../../../ui/rich-text/load-editor.ts';
import { useAhead } from '../../../ui/use-ahead.ts';
import { Attachments } from '../../attachments/attachments.tsx';
import { CaseLike } from '../../likes/case-like.tsx';
import { CaseLinks } from '../../links/case-links.tsx';
import { MutedMark } from '../../mutes/muted-mark.tsx';
import { useMe } from '../../people/me.queries.ts';
import { CaseViewers } from '../../viewers/case-viewers.tsx';
import type { FullCase } from '../cases.queries.ts';
import { rightsOnCase } from '../change/rights-on-case.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { CaseMenu } from './case-menu.tsx';
import { CaseTitle } from './case-title.tsx';
import { Description } from './description.tsx';
import { Properties } from './properties.tsx';

interface FoundCaseProps {
  readonly case: FullCase;
  /** Whether it has the room of a column. */
  readonly isPanel: boolean;
  readonly onDeleted: () => void;
}

/** A case with all that belongs to it. */
export const FoundCase = ({ case: found, isPanel, onDeleted }: FoundCaseProps) => {
  // Whoever reads a case may answer it next.
  useAhead(loadEditor);
  const { t } = useTranslation();
  const rights = rightsOnCase(useMe(), found);
  const mayDelete = rights.has('Delete');
  return (
    <Container size="xl" py="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('case.number', { id: found.id })} ·{' '}
          <AnchorTo to="/spaces/$spaceId" params={{ spaceId: String(found.spaceId) }} inherit c="inherit">
            {found.space.name}
          </AnchorTo>
        </Text>
        <Group gap={4} wrap="nowrap">
          <MutedMark caseId={found.id} />
          <CaseViewers caseId={found.id} />
          <CaseLike caseId={found.id} />
          <CaseMenu case={found} rights={rights} onDeleted={onDeleted} />
        </Group>
      </Group>
      <CaseTitle case={found} mayEdit={rights.has('Update')} />
      <Grid gap="xl" mt="md">
        <Grid.Col span={isPanel ? 12 : { base: 12, md: 4 }} order={{ base: 1, md: isPanel ? 1 : 2 }}>
          <Properties case={found} />
        </Grid.Col>
        <Grid.Col span={isPanel ? 12 : { base: 12, md: 8 }} order={{ base: 2, md: isPanel ? 2 : 1 }}>
          <Stack>
            <Description case={found} mayEdit={rights.has('Update')} />
            <CaseLinks case={found} mayLink={rights.has('Update')} />
            <Attachments
              caseId={found.id}
              mayUpload={rights.has('UploadAttachment')}
              mayDeleteOthers={mayDelete && rights.has('AdminEntityUpdate')}
            />
            <Timeline case={found} rights={rights} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Container>
  );
};
