import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CaseList } from './case-list.tsx';

const route = getRouteApi('/shell/cases');

/** The cases of all spaces that a query means. */
export const CaseListPage = () => {
  const { t } = useTranslation();
  const address = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <CaseList
      title={t('cases.title')}
      address={address}
      onGo={(search) => void navigate({ search: { ...address, ...search } })}
    />
  );
};
