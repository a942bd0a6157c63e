import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Person } from '../../../ui/person.tsx';
import { When } from '../../../ui/when.tsx';
import { useMe } from '../../people/me.queries.ts';
import type { FullCase } from '../cases.queries.ts';
import { rightsOnCase } from '../change/rights-on-case.ts';
import { useChangeCase } from '../change/use-change-case.ts';
import { DueProperty } from './due-property.tsx';
import { PeopleProperties } from './people-properties.tsx';
import { PlaceProperties } from './place-properties.tsx';
import { Property } from './property.tsx';
import { StateProperties } from './state-properties.tsx';
import { TagsProperty } from './tags-property.tsx';
import { usePropertyCommands } from './use-property-commands.ts';

/** What is known of a case beside its texts, edited where it stands by those who may. */
export const Properties = ({ case: found }: { readonly case: FullCase }) => {
  const { t } = useTranslation();
  const me = useMe();
  const { mutate: change } = useChangeCase(found.id);
  const part = { case: found, rights: rightsOnCase(me, found), onChange: change };
  const section = usePropertyCommands(part);
  return (
    <Stack ref={section} component="section" aria-label={t('case.properties')} gap={4}>
      <StateProperties {...part} />
      <PeopleProperties {...part} />
      <PlaceProperties {...part} />
      <DueProperty {...part} />
      <TagsProperty {...part} />
      <Property label={t('field.reporter')}>
        <Person name={found.reporter.displayName} picture={found.reporter.avatarUrl} />
      </Property>
      <Property label={t('field.createdAt')}>
        <When at={found.createdAt} />
      </Property>
      <Property label={t('field.updatedAt')}>
        <When at={found.updatedAt} />
      </Property>
    </Stack>
  );
};
