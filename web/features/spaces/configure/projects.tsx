import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorTo } from '../../../ui/links.tsx';
import { Templates } from '../../templates/templates.tsx';
import { milestonesOf, projectsOf, sectionsOf } from './choice-kinds.ts';
import { ChoiceList } from './choice-list.tsx';
import { useChoices } from './use-choices.ts';

interface ProjectsProps {
  readonly spaceId: number;
  /** The one whose sections and milestones are shown. */
  readonly projectId: number | undefined;
}

/** The projects of a space, or what belongs to one of them. */
export const Projects = ({ spaceId, projectId }: ProjectsProps) => {
  const { t } = useTranslation();
  const { data = [] } = useChoices(projectsOf(spaceId));
  const params = { spaceId: String(spaceId) };
  if (projectId !== undefined) {
    return (
      <>
        <AnchorTo to="/admin/spaces/$spaceId" params={params} search={{ part: 'projects' }} size="sm">
          {t('choice.project.title')}
        </AnchorTo>
        <Title order={2} size="h4" mb="md">
          {data.find(({ id }) => id === projectId)?.name}
        </Title>
        <ChoiceList kind={sectionsOf(spaceId, projectId)} />
        <ChoiceList kind={milestonesOf(spaceId, projectId)} />
        <Templates spaceId={spaceId} projectId={projectId} />
      </>
    );
  }
  return (
    <ChoiceList
      kind={projectsOf(spaceId)}
      actionsOf={({ id, name }) => (
        <AnchorTo
          to="/admin/spaces/$spaceId"
          params={params}
          search={{ part: 'projects', project: id }}
          size="sm"
          aria-label={t('choice.openOne', { name })}
        >
          {t('choice.open')}
        </AnchorTo>
      )}
    />
  );
};
