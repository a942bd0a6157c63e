import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface FormEndProps {
  /** What the form does. */
  readonly label: string;
  readonly isPending: boolean;
  /** Whether all is filled in that it takes; the fields say so themselves unless told. */
  readonly isComplete?: boolean;
  readonly onCancel?: () => void;
}

/** The buttons under a form. */
export const FormEnd = ({ label, isPending, isComplete = true, onCancel }: FormEndProps) => {
  const { t } = useTranslation();
  return (
    <Group mt="md" justify={onCancel ? 'flex-end' : 'flex-start'}>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
      <Button type="submit" loading={isPending} disabled={!isComplete}>
        {label}
      </Button>
    </Group>
  );
};
