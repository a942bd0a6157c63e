import { List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Revert, RevertRequest } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { usePropertyName } from './property-name.ts';

/** Takes back a change of a case, or one entry of it, and tells what could not be taken back. */
export const useRevert = () => {
  const { t } = useTranslation();
  const nameOf = usePropertyName();
  const tell = ({ reverted, kept }: Revert): void => {
    notifications.show({
      color: kept.length === 0 ? undefined : 'yellow',
      title: reverted.length > 0 ? t('history.undone') : t('history.notUndone'),
      autoClose: kept.length === 0 ? undefined : 15_000,
      message: (
        <List size="sm">
          {kept.map(({ property, detail }) => (
            <List.Item key={property}>{t('history.kept', { property: nameOf(property), detail })}</List.Item>
          ))}
        </List>
      ),
    });
  };
  return useWrite({
    write: (asked: { readonly caseId: number; readonly body: RevertRequest }) => casekeep.revertCase(asked),
    outdates: [['case'], ['cases']],
    onDone: tell,
  });
};
