import { Container } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { FailureNotice } from './failure-notice.tsx';

/** What stands in the place of a page that could not be shown. */
export const FailurePage = ({ error, reset }: ErrorComponentProps) => (
  <Container size="sm" py="xl">
    <FailureNotice error={error} onRetry={reset} />
  </Container>
);
