import { describe, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

const JONAS_ID = 3;

describe('somebody whose rights change', () => {
  const web = useWebTest('sqlite', { excused: /Failed to load resource/u });

  it('sees it on the screen that is open: what is in reach, and what can be done', async () => {
    const body = { name: 'Warehouse', visibility: 'private' };
    const { id } = (await call(web.testApp, 'POST /spaces', { body })).body;
    const page = await web.open('jonas.weber', '/inbox');
    const navigation = page.getByRole('navigation');
    const space = navigation.getByRole('link', { name: 'Warehouse' });
    const administration = navigation.getByRole('link', { name: 'Administration' });
    await navigation.getByRole('link', { name: 'Inbox' }).waitFor();
    const membership = `/spaces/${id}/members/${JONAS_ID}`;
    await call(web.testApp, `PUT ${membership}`, { body: { role: 'viewer' } });
    await space.waitFor();
    await administration.waitFor({ state: 'detached' });
    await call(web.testApp, `PUT ${membership}`, { body: { role: 'manager' } });
    await administration.waitFor();
    await call(web.testApp, `DELETE ${membership}`);
    await space.waitFor({ state: 'detached' });
    await administration.waitFor({ state: 'detached' });
    await call(web.testApp, `PATCH /users/${JONAS_ID}`, { body: { role: 'administrator' } });
    await administration.waitFor();
  });
});
