import { getRouteApi } from '@tanstack/react-router';
import { MissingPage } from '../../../ui/missing-page.tsx';
import { useMe } from '../../people/me.queries.ts';
import { CaseList } from './case-list.tsx';

const route = getRouteApi('/shell/spaces/$spaceId');

/** The cases of one space. */
export const SpaceCasesPage = () => {
  const { spaceId } = route.useParams();
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const space = useMe().spaces.find(({ id }) => String(id) === spaceId);
  if (space === undefined) return <MissingPage />;
  return (
    <CaseList
      key={space.id}
      title={space.name}
      spaceId={space.id}
      address={address}
      onGo={(search) => void navigate({ search: { ...address, ...search } })}
    />
  );
};
