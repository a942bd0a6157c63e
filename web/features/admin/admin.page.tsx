import { Container, Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../src/client/index.ts';
import { Audit } from '../audit/audit.tsx';
import { Bin } from '../bin/bin.tsx';
import { Health } from '../health/health.tsx';
import { AllKeys } from '../keys/all-keys.tsx';
import { People } from '../people/administer/people.tsx';
import { useMe } from '../people/me.queries.ts';
import { Spaces } from '../spaces/administer/spaces.tsx';
import { Webhooks } from '../webhooks/webhooks.tsx';
import { WorkspaceSettings } from '../workspace/workspace-settings.tsx';

const route = getRouteApi('/shell/admin');
const parts = ['spaces', 'users', 'keys', 'webhooks', 'bin', 'audit', 'workspace', 'health'] as const;
type Part = (typeof parts)[number];

/** What is shown to administrators of the workspace alone. */
const ofAdministrators: ReadonlySet<Part> = new Set(['users', 'keys', 'audit', 'workspace', 'health']);

/** Only what one may do is offered. */
const isOffered = (part: Part, { isAdministrator }: Me): boolean => isAdministrator || !ofAdministrators.has(part);

const contents = {
  spaces: Spaces,
  users: People,
  keys: AllKeys,
  webhooks: Webhooks,
  bin: Bin,
  audit: Audit,
  workspace: WorkspaceSettings,
  health: Health,
} as const;

/** What is decided for everybody. */
export const AdminPage = () => {
  const { t } = useTranslation();
  const me = useMe();
  const { part: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const offered = parts.filter((each) => isOffered(each, me));
  const part = offered.find((each) => each === wanted) ?? 'spaces';
  const Content = contents[part];
  return (
    <Container size="md" py="md">
      <Title order={1} size="h4" mb="sm">
        {t('admin.title')}
      </Title>
      <Tabs
        value={part}
        onChange={(value) => void navigate({ search: { part: value ?? undefined } })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {offered.map((each) => (
            <Tabs.Tab key={each} value={each} px="sm">
              {t(`admin.parts.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part}>
          <Content />
        </Tabs.Panel>
      </Tabs>
    </Container>
  );
};
