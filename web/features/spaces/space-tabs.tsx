import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TabTo } from '../../ui/tab-to.tsx';
import styles from './space-tabs.module.css';

const exactly = { exact: true, includeSearch: false };

/** The pages of a space, side by side. */
export const SpaceTabs = ({ spaceId }: { readonly spaceId: number }) => {
  const { t } = useTranslation();
  const params = { spaceId: String(spaceId) };
  return (
    <Group component="nav" aria-label={t('spaces.pages')} gap={2} wrap="nowrap" className={styles.tabs}>
      <TabTo to="/spaces/$spaceId" params={params} search={{ q: 'is:open' }} activeOptions={exactly}>
        {t('spaces.list')}
      </TabTo>
      <TabTo to="/spaces/$spaceId/board" params={params}>
        {t('spaces.board')}
      </TabTo>
      <TabTo to="/spaces/$spaceId/milestones" params={params}>
        {t('spaces.milestones')}
      </TabTo>
      <TabTo to="/spaces/$spaceId/reports" params={params}>
        {t('spaces.reports')}
      </TabTo>
    </Group>
  );
};
