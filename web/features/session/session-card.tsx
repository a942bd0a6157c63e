import { Card, Center, Image, Stack, Title } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';

interface SessionCardProps {
  readonly title: string;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
}

/** A form for those who are not signed in. */
export const SessionCard = ({ title, onSubmit, children }: SessionCardProps) => (
  <Center component="main" mih="100dvh" p="md">
    <Card withBorder w="100%" maw={380} p="xl" radius="lg">
      <form onSubmit={onSubmit}>
        <Stack>
          <Image src="/icon.svg" w={40} h={40} alt="" />
          <Title order={1} size="h3">
            {title}
          </Title>
          {children}
        </Stack>
      </form>
    </Card>
  </Center>
);
