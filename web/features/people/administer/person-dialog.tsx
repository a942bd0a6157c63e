import { useTranslation } from 'react-i18next';
import type { User } from '../../../../src/client/index.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { KeyList } from '../../keys/key-list.tsx';
import { EditPerson } from './edit-person.tsx';
import { NewPerson } from './new-person.tsx';
import { PasswordLink } from './password-link.tsx';

/** What somebody is about to do with people. */
export type PersonTask =
  | { readonly do: 'create' }
  | { readonly do: 'edit' | 'link' | 'keys'; readonly user: User }
  | undefined;

interface PersonDialogProps {
  readonly task: PersonTask;
  readonly onTask: (task: PersonTask) => void;
}

/** Where it is done. */
export const PersonDialog = ({ task, onTask }: PersonDialogProps) => {
  const { t } = useTranslation();
  const close = (): void => onTask(undefined);
  const name = task === undefined || task.do === 'create' ? '' : task.user.displayName;
  const titles = {
    create: t('admin.people.new'),
    edit: t('admin.people.editOne', { name }),
    link: t('admin.people.linkOne', { name }),
    keys: t('admin.people.keysOf', { name }),
  };
  return (
    <Dialog title={titles[task?.do ?? 'create']} isOpen={task !== undefined} onClose={close}>
      {task?.do === 'create' && <NewPerson onCreated={(user) => onTask({ do: 'link', user })} onCancel={close} />}
      {task?.do === 'edit' && <EditPerson user={task.user} onDone={close} />}
      {task?.do === 'link' && <PasswordLink user={task.user} onClose={close} />}
      {task?.do === 'keys' && <KeyList userId={task.user.id} />}
    </Dialog>
  );
};
