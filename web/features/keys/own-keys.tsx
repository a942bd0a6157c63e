import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedApiKey } from '../../../src/client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { IssuedKey } from './issued-key.tsx';
import { KeyList } from './key-list.tsx';
import { NewKey } from './new-key.tsx';

/** The keys that work in one's own name. */
export const OwnKeys = () => {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  const [issued, setIssued] = useState<IssuedApiKey>();
  const begin = (): void => {
    setIssued(undefined);
    open();
  };
  return (
    <Section
      title={t('key.title')}
      hint={t('key.intro')}
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={begin}>
          {t('key.new')}
        </Button>
      }
    >
      <KeyList />
      <Dialog
        title={issued === undefined ? t('key.new') : t('key.issued', { name: issued.name })}
        isOpen={isOpen}
        onClose={close}
      >
        {issued === undefined ? (
          <NewKey onIssued={setIssued} onCancel={close} />
        ) : (
          <IssuedKey issued={issued} onClose={close} />
        )}
      </Dialog>
    </Section>
  );
};
