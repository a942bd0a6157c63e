import { Container, Grid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isMissing } from '../../../server/refusal.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { When } from '../../../ui/when.tsx';
import { useMe } from '../../people/me.queries.ts';
import { caseQuery, type FullCase } from '../cases.queries.ts';
import { rightsOnCase } from '../change/rights-on-case.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { CaseTitle } from './case-title.tsx';
import { Description } from './description.tsx';
import { Properties } from './properties.tsx';

const route = getRouteApi('/shell/cases/$caseId');

/** One case with all that belongs to it. */
export const CasePage = () => {
  const { t } = useTranslation();
  const { caseId } = route.useParams();
  const { data, error, refetch } = useQuery(caseQuery(Number(caseId)));
  if (data !== undefined) return <FoundCase key={data.id} case={data} />;
  if (error === null) return <Loading />;
  return (
    <Container py="xl">
      {isMissing(error) ? (
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
  return (
    <Container size="xl" py="md">
      <Text size="sm" c="dimmed">
        {t('case.number', { id: found.id })} · {found.space.name} · <When at={found.createdAt} />
      </Text>
      <CaseTitle case={found} mayEdit={rights.has('Update')} />
      <Grid gap="xl" mt="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Description case={found} mayEdit={rights.has('Update')} />
            <Timeline case={found} rights={rights} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Properties case={found} />
        </Grid.Col>
      </Grid>
    </Container>
  );
};
