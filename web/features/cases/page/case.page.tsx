import { Alert, Container, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isMissing } from '../../../server/refusal.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { AnchorTo } from '../../../ui/links.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Attachments } from '../../attachments/attachments.tsx';
import { CaseLike } from '../../likes/case-like.tsx';
import { CaseLinks } from '../../links/case-links.tsx';
import { useMe } from '../../people/me.queries.ts';
import { caseQuery, type FullCase } from '../cases.queries.ts';
import { rightsOnCase } from '../change/rights-on-case.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { CaseMenu } from './case-menu.tsx';
import { CaseTitle } from './case-title.tsx';
import { Description } from './description.tsx';
import { Properties } from './properties.tsx';

const route = getRouteApi('/shell/cases/$caseId');

/** One case with all that belongs to it. */
export const CasePage = () => {
  const { t } = useTranslation();
  const { caseId } = route.useParams();
  const { data, error, refetch } = useQuery(caseQuery(Number(caseId)));
  const isGone = isMissing(error);
  if (data !== undefined) {
    return (
      <>
        {isGone && (
          <Alert color="yellow" role="alert" radius={0}>
            {t('case.gone', { id: caseId })}
          </Alert>
        )}
        <FoundCase key={data.id} case={data} />
      </>
    );
  }
  if (error === null) return <Loading />;
  return (
    <Container py="xl">
      {isGone ? (
        <Text>{t('case.missing', { id: caseId })}</Text>
      ) : (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      )}
    </Container>
  );
};

const FoundCase = ({ case: found }: { readonly case: FullCase }) => {
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
          <CaseLike caseId={found.id} />
          <CaseMenu case={found} rights={rights} />
        </Group>
      </Group>
      <CaseTitle case={found} mayEdit={rights.has('Update')} />
      <Grid gap="xl" mt="md">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Properties case={found} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
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
