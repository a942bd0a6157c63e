import { ActionIcon, CloseButton, Group } from '@mantine/core';
import { IconArrowsMaximize, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Command, useOfferedCommands } from '../../../ui/commands.ts';
import styles from './panel.module.css';
import { NEXT, PREVIOUS } from './use-step-commands.ts';

interface PanelToolsProps {
  readonly caseId: number;
  readonly onClose: () => void;
}

/** What one can do with the panel: go through the cases beside it, have the whole page, and close it. */
export const PanelTools = ({ caseId, onClose }: PanelToolsProps) => {
  const { t } = useTranslation();
  const commands = useOfferedCommands();
  return (
    <Group gap={2} wrap="nowrap" className={styles.tools}>
      <Step command={commands.find(({ id }) => id === PREVIOUS)} icon={IconChevronUp} />
      <Step command={commands.find(({ id }) => id === NEXT)} icon={IconChevronDown} />
      <ActionIcon
        variant="subtle"
        color="gray"
        ms="auto"
        aria-label={t('case.openPage')}
        title={t('case.openPage')}
        renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: String(caseId) }} {...props} />}
      >
        <IconArrowsMaximize size={16} aria-hidden />
      </ActionIcon>
      <CloseButton aria-label={t('case.closePanel')} title={t('case.closePanel')} onClick={onClose} />
    </Group>
  );
};

interface StepProps {
  readonly command: Command | undefined;
  readonly icon: typeof IconChevronUp;
}

const Step = ({ command, icon: Icon }: StepProps) =>
  command && (
    <ActionIcon variant="subtle" color="gray" aria-label={command.label} title={command.label} onClick={command.run}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
