import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Space } from '../../../../src/client/index.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { AnchorTo } from '../../../ui/links.tsx';
import { Listed } from '../../../ui/listed.tsx';
import { Section } from '../../../ui/section.tsx';
import { Thing, Things } from '../../../ui/things.tsx';
import { useMe } from '../../people/me.queries.ts';
import { allSpacesQuery } from './all-spaces.queries.ts';
import { NewSpace } from './new-space.tsx';

/** The spaces that one may configure. */
export const Spaces = () => {
  const { t } = useTranslation();
  const { isAdministrator } = useMe();
  const list = useQuery(allSpacesQuery);
  const spaces = (list.data ?? []).filter(({ rights }) => isAdministrator || rights.includes('ManageSpace'));
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <Section
      title={t('admin.parts.spaces')}
      actions={
        isAdministrator && (
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={open}>
            {t('space.new')}
          </Button>
        )
      }
    >
      <Listed list={list} isEmpty={spaces.length === 0} empty={t('space.none')}>
        <Things label={t('admin.parts.spaces')}>
          {spaces.map((space) => (
            <OneSpace key={space.id} space={space} />
          ))}
        </Things>
      </Listed>
      <Dialog title={t('space.new')} isOpen={isOpen} onClose={close}>
        <NewSpace onDone={close} />
      </Dialog>
    </Section>
  );
};

const OneSpace = ({ space: { id, name, visibility, archived, role } }: { readonly space: Space }) => {
  const { t } = useTranslation();
  const params = { spaceId: String(id) };
  return (
    <Thing
      title={
        <>
          <AnchorTo to="/admin/spaces/$spaceId" params={params} fw={600}>
            {name}
          </AnchorTo>
          {archived && (
            <Badge size="sm" color="gray" variant="light" tt="none">
              {t('space.archived')}
            </Badge>
          )}
        </>
      }
      details={`${t(`space.visibilities.${visibility}`)} · ${t(`space.roles.${role}`)}`}
    />
  );
};
