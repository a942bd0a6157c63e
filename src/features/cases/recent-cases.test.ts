import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putCase, readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';
import { openPlatform } from '../../app/open-platform.ts';
import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { restoreCase } from './bin/restore-case.ts';
import { deleteCase } from './delete-case.ts';
import { updateCase } from './update-case.ts';

const caseId = 2304;

describe.each(dialects)(
  'a case on %s that was read just now, alone and in the list, is read as it is after',
  (dialect) => {
    let testApp: TestApp;
    let other: Platform;
    let elsewhere: Context;
    beforeAll(async () => {
      testApp = await startTestApp(dialect);
      other = await openPlatform({ settings: testApp.settings, durable: false });
      elsewhere = new Context(other, operator('cli'));
      await testApp.platform.database.caseOrder.whenBuilt();
    });
    beforeEach(async () => {
      await testApp.reset();
      await seen();
    });
    afterAll(async () => {
      await other.database.close();
      await testApp.close();
    });

    /** The case as two calls show it; both must agree. */
    const seen = async () => {
      const alone = await readCase(testApp, caseId);
      const headers = { 'rest-api-key': SANDBOX_KEY };
      const list = await send(testApp, { url: '/api/cases?PageLength=5', headers });
      const listed = (list.envelope.ResponseData as { IssueID: number }[]).find(({ IssueID }) => IssueID === caseId);
      if (listed !== undefined)
        expect(listed).toMatchObject({ IssueTitle: alone['IssueTitle'], TagsCSV: alone['TagsCSV'] });
      return alone;
    };

    it('a change', async () => {
      await putCase(testApp, caseId, { IssueTitle: 'Changed here' });
      expect(await seen()).toMatchObject({ IssueTitle: 'Changed here' });
    });

    it('a change by another process', async () => {
      await updateCase(elsewhere, { caseId, changes: { title: 'Changed elsewhere', tags: ['elsewhere'] } });
      expect(await seen()).toMatchObject({ IssueTitle: 'Changed elsewhere', TagsCSV: 'elsewhere' });
    });

    it('a change that was refused halfway', async () => {
      const before = await seen();
      const failing = testApp.operator.inTransaction(async (tx) => {
        await updateCase(tx, { caseId, changes: { title: 'Never committed' } });
        throw new Error('planted');
      });
      await expect(failing).rejects.toThrow('planted');
      expect(await seen()).toEqual(before);
    });

    it('statements that touch only its tags or who is kept informed', async () => {
      await testApp.platform.database.transaction(async ({ kysely }) => {
        await kysely.updateTable('case_tags').set({ name: 'renamed' }).where('case_id', '=', caseId).execute();
        await kysely.deleteFrom('case_recipients').where('case_id', '=', caseId).execute();
      });
      const { TagsCSV, RecipientUserIDCSV } = await seen();
      expect(String(TagsCSV)).toMatch(/^(?:renamed,?)*$/u);
      expect(RecipientUserIDCSV).toBe('');
    });

    it('its move into the bin and back', async () => {
      const before = await seen();
      await deleteCase(testApp.operator, { caseId });
      const gone = await send(testApp, { url: `/api/cases/${caseId}`, headers: { 'rest-api-key': SANDBOX_KEY } });
      expect(gone.status).toBe(404);
      await restoreCase(testApp.operator, { caseId });
      expect(await seen()).toMatchObject({ IssueTitle: before['IssueTitle'] });
    });
  },
);
