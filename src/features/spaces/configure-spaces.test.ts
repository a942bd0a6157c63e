import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, postCase, traces } from '../../../test/support/cases.ts';
import { actingAs, configurationTraces } from '../../../test/support/configuration.ts';
import { putCase, readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import type { Context } from '../../platform/context.ts';
import { createProject } from '../choices/create-project.ts';
import { addMember } from './add-member.ts';
import { archiveSpace } from './archive-space.ts';
import { createSpace } from './create-space.ts';
import { listSpaces } from './list-spaces.ts';
import { removeMember } from './remove-member.ts';
import { renameSpace } from './rename-space.ts';
import { setSpaceVisibility } from './set-space-visibility.ts';
import type { SpaceVisibility } from './space.ts';
import { getConfiguration } from './space-configuration.ts';
import { unarchiveSpace } from './unarchive-space.ts';

const DIEGO = 5;
const CLAIRE = 8;

describe.each(dialects)('a space on %s', (dialect) => {
  let testApp: TestApp;
  let operator: Context;
  let spaceId: number;
  let projectId: number;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    operator = testApp.operator;
    spaceId = await createSpace(operator, { name: 'Garage', visibility: 'private' });
    projectId = await createProject(operator, { spaceId, title: 'Cars' });
  });
  afterAll(() => testApp.close());

  const space = async () => (await getConfiguration(operator, spaceId)).space;
  const expectRefused = async (work: () => Promise<unknown>, expected: object): Promise<void> => {
    const before = await configurationTraces(testApp);
    await expect(work()).rejects.toMatchObject(expected);
    expect(await configurationTraces(testApp)).toEqual(before);
  };

  it('is created by administrators, and by nobody else', async () => {
    const administrator = await actingAs(testApp, 'admin');
    const id = await createSpace(administrator, { name: ' <i>Cellar</i> ', visibility: 'isolated' });
    expect((await listSpaces(operator)).at(-1)).toEqual({
      id,
      name: 'Cellar',
      visibility: 'isolated',
      archived: false,
    });
    const scope = { spaceIds: null, rights: new Set(['ManageSpace'] as const) };
    const others = [await actingAs(testApp, 'sara.lindqvist'), await actingAs(testApp, 'admin', undefined, scope)];
    for (const other of others) {
      const attempt = () => createSpace(other, { name: 'Attic', visibility: 'public' });
      await expectRefused(attempt, {
        code: 'RIGHT_MISSING',
        message: expect.stringMatching(/^You may not create spaces: /u),
      });
    }
  });

  it('has a name of its own', async () => {
    await renameSpace(operator, { spaceId, name: 'GARAGE' });
    await renameSpace(operator, { spaceId, name: 'Garage' });
    for (const name of ['', 'customer SUPPORT', 'x'.repeat(201)]) {
      const refusal = { code: 'FIELDS_INVALID', fields: [{ field: 'name' }] };
      await expectRefused(() => renameSpace(operator, { spaceId, name }), refusal);
      await expectRefused(() => createSpace(operator, { name, visibility: 'public' }), refusal);
    }
    await expectRefused(() => renameSpace(operator, { spaceId: 987_654, name: 'New' }), { code: 'SPACE_NOT_FOUND' });
  });

  it('becomes visible to everybody, and hidden again', async () => {
    const key = await newKeyOf(testApp, 'omar.haddad');
    const caseId = await newCase(testApp, { IssueTitle: 'Hidden', SpaceID: spaceId, ProjectID: projectId });
    const status = async () =>
      (await send(testApp, { url: `/api/cases/${caseId}`, headers: { 'rest-api-key': key } })).status;
    const seen = [await status()];
    await setSpaceVisibility(operator, { spaceId, visibility: 'public' });
    seen.push(await status());
    await setSpaceVisibility(operator, { spaceId, visibility: 'private' });
    seen.push(await status());
    expect(seen).toEqual([404, 200, 404]);
    const unknown = () => setSpaceVisibility(operator, { spaceId, visibility: 'secret' as SpaceVisibility });
    await expectRefused(unknown, { fields: [{ field: 'visibility' }] });
  });

  it('gains and loses members, whose cases stay', async () => {
    await addMember(operator, { spaceId, userId: CLAIRE, role: 'agent' });
    const title = { IssueTitle: 'Hers', SpaceID: spaceId, ProjectID: projectId, AssignedToUserID: CLAIRE };
    const caseId = await newCase(testApp, title);
    await removeMember(operator, { spaceId, userId: CLAIRE });
    expect(await readCase(testApp, caseId)).toMatchObject({ AssignedToUserID: CLAIRE });
    expect((await putCase(testApp, caseId, { IssueTitle: 'Still hers', AssignedToUserID: CLAIRE })).status).toBe(200);
    await expectRefused(() => removeMember(operator, { spaceId, userId: CLAIRE }), { code: 'USER_NOT_FOUND' });
    await expectRefused(() => addMember(operator, { spaceId, userId: 987_654, role: 'agent' }), {
      fields: [{ field: 'userId' }],
    });
  });

  it('is configured by its managers, not by its agents, and is not there for others', async () => {
    const manager = await actingAs(testApp, 'sara.lindqvist', { spaceId, role: 'manager' });
    const agent = await actingAs(testApp, 'jonas.weber', { spaceId, role: 'agent' });
    const outsider = await actingAs(testApp, 'yuki.tanaka');
    const verbs: ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => renameSpace(ctx, { spaceId, name: 'Carport' }),
      (ctx) => setSpaceVisibility(ctx, { spaceId, visibility: 'isolated' }),
      (ctx) => addMember(ctx, { spaceId, userId: DIEGO, role: 'contributor' }),
      (ctx) => removeMember(ctx, { spaceId, userId: DIEGO }),
      (ctx) => archiveSpace(ctx, { spaceId }),
      (ctx) => unarchiveSpace(ctx, { spaceId }),
    ];
    for (const verb of verbs)
      await expectRefused(() => verb(agent), { code: 'RIGHT_MISSING', message: /ManageSpace/u });
    for (const verb of verbs) await expectRefused(() => verb(outsider), { code: 'SPACE_NOT_FOUND' });
    for (const verb of verbs) await verb(manager);
    expect(await space()).toMatchObject({ name: 'Carport', visibility: 'isolated', archived: false });
  });

  it('that is archived can be read, and nothing in it can be changed', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Frozen', SpaceID: spaceId, ProjectID: projectId });
    const elsewhere = await newCase(testApp, { IssueTitle: 'Outside', SpaceID: 1, ProjectID: 1 });
    await archiveSpace(operator, { spaceId });
    const before = await traces(testApp);
    const answers = [
      await putCase(testApp, caseId, { IssueTitle: 'Thawed' }),
      await postCase(testApp, { IssueTitle: 'New', SpaceID: spaceId, ProjectID: projectId }),
      await putCase(testApp, elsewhere, { SpaceID: spaceId }),
      await putCase(testApp, caseId, { SpaceID: 1 }),
    ];
    const message = expect.stringMatching(/^You may not .+: the space is archived\.$/u);
    expect(answers.map(({ status, envelope }) => [status, envelope.ResponseMessage])).toEqual(
      answers.map(() => [403, message]),
    );
    expect(await traces(testApp)).toEqual(before);
    expect(await readCase(testApp, caseId)).toMatchObject({ IssueTitle: 'Frozen' });
    await unarchiveSpace(operator, { spaceId });
    expect((await putCase(testApp, caseId, { IssueTitle: 'Thawed' })).status).toBe(200);
  });
});
