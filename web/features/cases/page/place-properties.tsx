import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../change/choice-field.tsx';
import { SpaceField } from '../change/space-field.tsx';
import type { MoveTarget } from '../move/move-dialog.tsx';
import { PlanProperties } from './plan-properties.tsx';
import { Property } from './property.tsx';
import type { PropertyPart } from './property-part.ts';

const MoveDialog = lazy(async () => ({ default: (await import('../move/move-dialog.tsx')).MoveDialog }));

/** Where a case belongs: space, project, section, and the milestone it is planned for. */
export const PlaceProperties = (part: PropertyPart) => {
  const { case: found, rights, onChange } = part;
  const { t } = useTranslation();
  const [target, setTarget] = useState<MoveTarget>();
  const { space, project } = found;
  return (
    <>
      <Property name="space" label={t('field.space')}>
        {rights.has('AdminEntityUpdate') ? (
          <SpaceField value={space} right="AdminEntityUpdate" onPick={(picked) => setTarget({ space: picked })} />
        ) : (
          space.name
        )}
      </Property>
      <Property name="project" label={t('field.project')}>
        {rights.has('Update') ? (
          <ChoiceField
            kind="project"
            place={found}
            value={{ id: project.id, name: project.title }}
            onPick={(picked) => {
              if (picked === null) return;
              if (found.sectionId !== null || found.milestoneId !== null) {
                setTarget({ space, project: picked });
                return;
              }
              const shown = { projectId: picked.id, project: { id: picked.id, title: picked.name } };
              onChange({ patch: { projectId: picked.id }, shown });
            }}
          />
        ) : (
          project.title
        )}
      </Property>
      <PlanProperties {...part} />
      <Suspense>
        {target !== undefined && (
          <MoveDialog
            case={found}
            target={target}
            onClose={() => setTarget(undefined)}
            onMove={({ spaceId, projectId, ...names }) => {
              setTarget(undefined);
              const patch = spaceId === found.spaceId ? { projectId } : { spaceId, projectId };
              onChange({ patch, shown: { spaceId, projectId, space: names.space, project: names.project } });
            }}
          />
        )}
      </Suspense>
    </>
  );
};
