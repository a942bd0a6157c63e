import { Container, Group, Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Space } from '../../../../src/client/index.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { AnchorTo } from '../../../ui/links.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { prioritiesOf, statusesOf } from '../configure/choice-kinds.ts';
import { ChoiceList } from '../configure/choice-list.tsx';
import { Projects } from '../configure/projects.tsx';
import { spaceQuery } from './all-spaces.queries.ts';
import { General } from './general.tsx';
import { Members } from './members.tsx';
import { Tags } from './tags.tsx';

const route = getRouteApi('/shell/admin/spaces/$spaceId');
const parts = ['general', 'statuses', 'priorities', 'projects', 'members', 'tags'] as const;

/** Everything that is configured in one space. */
export const SpacePage = () => {
  const { t } = useTranslation();
  const spaceId = Number(route.useParams().spaceId);
  const { part = 'general' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: space, error, refetch } = useQuery(spaceQuery(spaceId));
  return (
    <Container size="md" py="md">
      <AnchorTo to="/admin" size="sm">
        {t('space.back')}
      </AnchorTo>
      <Title order={1} size="h4" mb="sm">
        {space?.name ?? ''}
      </Title>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {space === undefined && error === null && <Loading />}
      {space !== undefined && (
        <Tabs
          value={part}
          onChange={(value) => void navigate({ search: { part: value ?? undefined } })}
          keepMounted={false}
        >
          <Tabs.List mb="lg">
            {parts.map((each) => (
              <Tabs.Tab key={each} value={each} px="sm">
                {t(`space.parts.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={part}>
            <Part part={part} space={space} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Container>
  );
};

const Part = ({ part, space }: { readonly part: string; readonly space: Space }) => {
  const { project } = route.useSearch();
  if (part === 'statuses') return <ChoiceList kind={statusesOf(space.id)} />;
  if (part === 'priorities') return <ChoiceList kind={prioritiesOf(space.id)} />;
  if (part === 'projects') return <Projects spaceId={space.id} projectId={project} />;
  if (part === 'members') return <Members spaceId={space.id} />;
  if (part === 'tags') return <Tags spaceId={space.id} />;
  return (
    <Group>
      <General key={space.id} space={space} />
    </Group>
  );
};
