import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../src/client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { TemplateForm } from './template-form.tsx';
import { blankParts, templatePartsQuery } from './templates.queries.ts';

interface TemplateDialogProps {
  readonly spaceId: number;
  readonly projectId: number;
  /** None for a new one. */
  readonly template: Template | undefined;
  readonly onClose: () => void;
}

/** Where a template is written. */
export const TemplateDialog = ({ template, onClose, ...place }: TemplateDialogProps) => {
  const { t } = useTranslation();
  const title = template === undefined ? t('template.new') : t('choice.editOne', { name: template.name });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {template === undefined ? (
        <TemplateForm {...place} template={undefined} parts={blankParts} onDone={onClose} />
      ) : (
        <KnownTemplate {...place} template={template} onClose={onClose} />
      )}
    </Dialog>
  );
};

interface KnownTemplateProps extends TemplateDialogProps {
  readonly template: Template;
}

const KnownTemplate = ({ template, onClose, ...place }: KnownTemplateProps) => {
  const { data: parts, error, refetch } = useQuery(templatePartsQuery(place.spaceId, template));
  if (parts !== undefined) return <TemplateForm {...place} template={template} parts={parts} onDone={onClose} />;
  return error === null ? <Loading /> : <FailureNotice error={error} onRetry={() => void refetch()} />;
};
