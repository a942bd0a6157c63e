import { getRouteApi } from '@tanstack/react-router';
import { CaseView } from './case-view.tsx';

const route = getRouteApi('/shell/cases/$caseId');

/** The page of one case. */
export const CasePage = () => {
  const { caseId } = route.useParams();
  const navigate = route.useNavigate();
  const leave = (): void => void navigate({ to: '/cases', search: { q: 'is:open' } });
  return <CaseView caseId={Number(caseId)} onDeleted={leave} />;
};
