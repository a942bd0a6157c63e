import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { Listed } from '../../../ui/listed.tsx';
import { Person } from '../../../ui/person.tsx';
import { Section } from '../../../ui/section.tsx';
import { Thing, Things } from '../../../ui/things.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { AddMember } from './add-member.tsx';
import { membersQuery } from './members.queries.ts';
import { type Role, RoleSelect } from './role-select.tsx';

/** Who belongs to a space, and as what. */
export const Members = ({ spaceId }: { readonly spaceId: number }) => {
  const { t } = useTranslation();
  const list = useQuery(membersQuery(spaceId));
  const members = list.data ?? [];
  return (
    <Section title={t('space.parts.members')}>
      <AddMember spaceId={spaceId} />
      <Listed list={list} isEmpty={members.length === 0} empty={t('space.members.none')}>
        <Things label={t('space.parts.members')}>
          {members.map((member) => (
            <OneMember key={member.userId} spaceId={spaceId} member={member} />
          ))}
        </Things>
      </Listed>
    </Section>
  );
};

const OneMember = ({ spaceId, member }: { readonly spaceId: number; readonly member: Member }) => {
  const { t } = useTranslation();
  const { userId, username, displayName, avatarUrl, isActive, role } = member;
  const outdates = [['space', spaceId], ['users'], ['me']];
  const setting = useWrite({
    write: (wanted: Role) => casekeep.setMember({ spaceId, userId, body: { role: wanted } }),
    outdates,
  });
  const removing = useWrite({ write: () => casekeep.removeMember({ spaceId, userId }), outdates });
  return (
    <Thing
      title={
        <>
          <Person name={displayName} picture={avatarUrl} />
          {!isActive && (
            <Badge size="sm" color="gray" variant="light" tt="none">
              {t('space.members.inactive')}
            </Badge>
          )}
        </>
      }
      details={username}
    >
      <RoleSelect
        size="xs"
        w={130}
        aria-label={t('space.members.roleOf', { name: displayName })}
        value={setting.isPending ? setting.variables : role}
        onChange={(wanted) => wanted !== null && setting.mutate(wanted)}
      />
      <ConfirmButton
        label={t('space.members.remove')}
        aria-label={`${t('space.members.remove')}: ${displayName}`}
        question={t('space.members.removeOne', { name: displayName })}
        loading={removing.isPending}
        onConfirm={() => removing.mutate()}
      >
        {t('space.members.removeWhy')}
      </ConfirmButton>
    </Thing>
  );
};
