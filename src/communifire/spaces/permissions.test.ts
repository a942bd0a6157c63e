import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, refusalBody } from '../../../test/support/cases.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

const onCases = [
  'Create',
  'Update',
  'Delete',
  'AdminEntityUpdate',
  'AssignToUser',
  'UpdateIssuePriority',
  'UpdateIssueStatus',
  'AddRecipients',
  'UploadAttachment',
] as const;

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const name of ['jonas.weber', 'priya.raman', 'diego.fuentes', 'sara.lindqvist']) {
      keys[name] = await newKeyOf(testApp, name);
    }
  });
  afterAll(() => testApp.close());

  const ask = (query: string, by: string) =>
    send(testApp, { url: `/api/permissions/access?${query}`, headers: { 'rest-api-key': keys[by] ?? '' } });
  const read = async (query: string, by: string): Promise<unknown> => {
    const { status, envelope } = await ask(query, by);
    expect([status, envelope.IsError]).toEqual([200, false]);
    return envelope.ResponseData;
  };
  /** Which of the permissions on cases somebody has. */
  const held = async (place: string, by: string): Promise<string[]> => {
    const found = await read(`entitytype=19&permissionsCsv=${onCases.join(',')}&${place}`, by);
    expect(Object.keys(found as object)).toEqual(onCases);
    return Object.entries(found as object).flatMap(([name, isHeld]) => (isHeld === true ? [name] : []));
  };

  it('in a space one may do what the own role allows', async () => {
    expect(await held('spaceID=1', 'jonas.weber')).toEqual(onCases);
    const contributor = ['Create', 'Update', 'AddRecipients', 'UploadAttachment'];
    expect(await held('spaceid=1&entityid=0', 'diego.fuentes')).toEqual(contributor);
    expect(await held('spaceID=1', 'priya.raman')).toEqual([]);
  });

  it('without a space one may do what one may do somewhere', async () => {
    expect(await held('spaceID=0', 'jonas.weber')).toEqual(onCases);
    expect(await held('', 'diego.fuentes')).toEqual(['Create', 'Update', 'AddRecipients', 'UploadAttachment']);
  });

  it('on a case of others a contributor may not change anything, on an own one what contributors may', async () => {
    const others = await newCase(testApp, supportCase);
    expect(await held(`entityid=${others}&spaceID=1`, 'diego.fuentes')).toEqual(['Create', 'UploadAttachment']);
    const own = await newCase(testApp, { IssueTitle: 'Mine', SpaceID: 1, ProjectID: 1 }, keys['diego.fuentes']);
    expect(await held(`entityid=${own}`, 'diego.fuentes')).toEqual([
      'Create',
      'Update',
      'AddRecipients',
      'UploadAttachment',
    ]);
  });

  it('who may change the cases of others may update each of them', async () => {
    expect(await held(`entityid=${await newCase(testApp, supportCase)}`, 'jonas.weber')).toEqual(onCases);
  });

  it('names are answered as they were spelled, and what is not known is not allowed', async () => {
    const names = 'create,UPDATE, assigntouser ,Publish,__proto__,constructor,Create';
    const { body } = await ask(`entitytype=19&permissionsCsv=${encodeURIComponent(names)}&spaceID=1`, 'jonas.weber');
    expect(JSON.stringify(JSON.parse(body).ResponseData)).toBe(
      '{"create":true,"UPDATE":true,"assigntouser":true,"Publish":false,"__proto__":false,"constructor":false,"Create":true}',
    );
  });

  it('Create of the entity type 20 is to comment; of other kinds of content nothing is allowed', async () => {
    const both = 'permissionsCsv=Create,Update&spaceID=1';
    expect(await read(`entitytype=20&${both}`, 'diego.fuentes')).toEqual({ Create: true, Update: false });
    expect(await read(`entitytype=20&${both}&entityid=999999`, 'priya.raman')).toEqual({
      Create: false,
      Update: false,
    });
    expect(await read(`entitytype=3&${both}`, 'jonas.weber')).toEqual({ Create: false, Update: false });
  });

  it('no names are no answers', async () => {
    expect(await read('entitytype=19&permissionsCsv=&spaceID=1', 'jonas.weber')).toEqual({});
  });

  it('a case that one cannot see is like one that does not exist, and so is a space', async () => {
    const caseId = await newCase(testApp, productCase);
    for (const id of [caseId, 999_999]) {
      const { status, body } = await ask(`entitytype=19&permissionsCsv=Update&entityid=${id}`, 'sara.lindqvist');
      expect([status, body]).toEqual([404, refusalBody(`There is no case ${id}.`)]);
    }
    for (const id of [2, 777]) {
      const { status, body } = await ask(`entitytype=19&permissionsCsv=Create&spaceID=${id}`, 'sara.lindqvist');
      expect([status, body]).toEqual([404, refusalBody(`There is no space ${id}.`)]);
    }
  });

  it.each([
    ['permissionsCsv=Create', 'entitytype must be the number of a kind of content.'],
    ['entitytype=Issue&permissionsCsv=Create', 'entitytype must be the number of a kind of content.'],
    ['entitytype=19&permissionsCsv=Create&spaceID=x', 'spaceID must be an ID (a positive integer), not "x".'],
    ['entitytype=19&permissionsCsv=Create&entityid=-1', 'entityid must be an ID (a positive integer), not "-1".'],
  ])('%s is refused', async (query, message) => {
    const { status, body } = await ask(query, 'jonas.weber');
    expect([status, body]).toEqual([400, refusalBody(message)]);
  });
});
