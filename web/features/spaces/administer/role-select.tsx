import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const roles = ['manager', 'agent', 'contributor', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What somebody is in a space. */
export const RoleSelect = (props: Omit<SelectProps<Role>, 'data'>) => {
  const { t } = useTranslation();
  const data = roles.map((value) => ({ value, label: t(`space.roles.${value}`) }));
  return <Select allowDeselect={false} {...props} data={data} />;
};
