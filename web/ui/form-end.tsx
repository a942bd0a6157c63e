import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface FormEndProps {
  /** What the form does. */
  readonly label: string;
  readonly isPending: boolean;
  readonly onCancel?: () => void;
}

/** The buttons under a form. */
export const FormEnd = ({ label, isPending, onCancel }: FormEndProps) => {
  const { t } = useTranslation();
  return (
    <Group mt="md" justify={onCancel ? 'flex-end' : 'flex-start'}>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
      <Button type="submit" loading={isPending}>
        {label}
      </Button>
    </Group>
  );
};
