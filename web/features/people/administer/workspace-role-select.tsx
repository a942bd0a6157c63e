import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const roles = ['member', 'administrator'] as const;

/** What somebody is in the workspace. */
export const WorkspaceRoleSelect = (props: Omit<SelectProps<(typeof roles)[number]>, 'data'>) => {
  const { t } = useTranslation();
  return (
    <Select
      label={t('admin.people.role')}
      allowDeselect={false}
      {...props}
      data={roles.map((value) => ({ value, label: t(`admin.people.${value}`) }))}
    />
  );
};
