import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../test/support/cases.ts';
import { supportCase } from '../../../test/support/property-table.ts';
import { readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { attach, fetchFile, filesOnDisk, listFiles, PIXEL, sendBody, upload } from '../../../test/support/uploads.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';
import { resetSandbox } from '../../app/reset-sandbox.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let caseId: number;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    caseId = await newCase(testApp, supportCase);
  });
  afterAll(() => testApp.close());

  const newComment = async (properties: object = {}): Promise<number> => {
    const { envelope } = await send(testApp, {
      method: 'POST',
      url: '/api/case/comments',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ CommentText: 'With a file', IssueID: caseId, ...properties }),
    });
    return envelope.ResponseData as number;
  };

  it('an upload is answered with the files as the list has them', async () => {
    const own = await newCase(testApp, supportCase);
    const { status, envelope } = await upload(testApp, own, [{ name: 'pixel.gif', content: PIXEL, type: 'x/y' }]);
    expect([status, envelope.IsError, envelope.ResponseMessage]).toEqual([200, false, '']);
    const listed = await listFiles(testApp, own);
    expect(listed).toEqual(envelope.ResponseData);
    expect(listed).toEqual([
      {
        AttachmentID: expect.any(Number),
        FileName: expect.stringMatching(/^\d+\/pixel\.gif\?sig=[\w.-]+$/u),
        Caption: 'pixel.gif',
        MediaServerRootURL: 'http://localhost:80/media',
        FileSizeText: `${PIXEL.length} bytes`,
        FileSize: PIXEL.length,
        ContentType: 'image/gif',
        IsImage: true,
        EntityID: own,
        EntityType: 19,
        IssueID: own,
        CommentID: 0,
        UserID: 1,
        UserDisplayName: 'Alex Morgan',
        DateCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
      },
    ]);
    expect(await readCase(testApp, own)).toMatchObject({ Attachments: listed });
  });

  it('a file is fetched by its address, byte for byte, without a key', async () => {
    const response = await fetchFile(testApp, await attach(testApp, caseId, { name: 'pixel.gif', content: PIXEL }));
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'image/gif']);
    expect(response.rawPayload).toEqual(PIXEL);
  });

  it('a file is fetched with a key in the header, without what its address is signed with', async () => {
    const { FileName, ...attachment } = await attach(testApp, caseId, { name: 'a b.txt', content: 'Hello' });
    const unsigned = { ...attachment, FileName: FileName.replace(/\?.*$/u, '') };
    expect((await fetchFile(testApp, unsigned, { 'rest-api-key': SANDBOX_KEY })).body).toBe('Hello');
    expect((await fetchFile(testApp, unsigned)).statusCode).toBe(403);
  });

  it('several files of one upload are listed in their order, also with the same name', async () => {
    const own = await newCase(testApp, supportCase);
    const names = ['b.txt', 'a.txt', 'b.txt'];
    await upload(
      testApp,
      own,
      names.map((name, index) => ({ name, content: `${index}`, field: name })),
    );
    const listed = await listFiles(testApp, own);
    expect(listed.map(({ Caption }) => Caption)).toEqual(names);
    const contents = await Promise.all(listed.map(async (each) => (await fetchFile(testApp, each)).body));
    expect(contents).toEqual(['0', '1', '2']);
  });

  it.each([
    ['only the name of the field', { field: 'photo.png' }, 'photo.png'],
    ['only the type of a file', { field: 'upload', type: 'application/pdf' }, 'upload'],
    ['an empty file name', { field: 'shot.png', name: '' }, 'shot.png'],
    ['no name at all', { field: '', name: '' }, 'file'],
  ])('a part with %s is a file', async (_name, sent, caption) => {
    expect(await attach(testApp, caseId, { content: 'x', ...sent })).toMatchObject({ Caption: caption });
  });

  it('a field beside the file is no file', async () => {
    const { envelope } = await upload(testApp, caseId, [
      { field: 'spaceid', content: '1' },
      { name: 'a.txt', content: 'x' },
    ]);
    expect(envelope.ResponseData).toMatchObject([{ Caption: 'a.txt' }]);
  });

  it('an empty file is a file', async () => {
    const attachment = await attach(testApp, caseId, { name: 'empty.txt', content: '' });
    expect(attachment).toMatchObject({ FileSize: 0, FileSizeText: '0 bytes', ContentType: 'application/octet-stream' });
    const response = await fetchFile(testApp, attachment);
    expect([response.statusCode, response.headers['content-length'], response.body]).toEqual([200, '0', '']);
  });

  it('the whole upload may be multipart of another kind, its boundary quoted', async () => {
    const body = '--a b\r\nContent-Disposition: attachment; filename=n.txt\r\n\r\nx\r\n--a b--';
    const { envelope } = await sendBody(testApp, {
      path: `${caseId}/attachments`,
      body: `before\r\n${body}\r\nafter`,
      type: 'Multipart/Mixed; charset=utf-8; Boundary="a b"',
    });
    expect(envelope.ResponseData).toMatchObject([{ Caption: 'n.txt', FileSize: 1 }]);
  });

  it('files of a comment are listed with the comment and not with the case', async () => {
    const own = await newCase(testApp, supportCase);
    const comment = await newComment({ IssueID: own });
    const attachment = await attach(testApp, `${own}/comments/${comment}`, { name: 'a.txt', content: 'x' });
    expect(attachment).toMatchObject({ EntityID: comment, EntityType: 20, IssueID: own, CommentID: comment });
    expect(await listFiles(testApp, comment, 20)).toEqual([attachment]);
    const { envelope } = await send(testApp, { url: `/api/case/comments?caseid=${own}` });
    expect(envelope.ResponseData).toMatchObject([{ CommentID: comment, Attachments: [attachment] }]);
    expect(await listFiles(testApp, own)).toEqual([]);
    expect(await readCase(testApp, own)).toMatchObject({ Attachments: [] });
  });

  it('lists of cases have the files of each case', async () => {
    const ids = [await newCase(testApp, supportCase), await newCase(testApp, supportCase)];
    for (const id of ids) await attach(testApp, id, { name: `${id}.txt`, content: 'x' });
    const { envelope } = await send(testApp, { url: '/api/cases?PageLength=3' });
    const names = (envelope.ResponseData as { IssueID: number; Attachments: { Caption: string }[] }[])
      .filter(({ IssueID }) => ids.includes(IssueID))
      .map(({ IssueID, Attachments }) => [IssueID, Attachments.map(({ Caption }) => Caption)]);
    expect(new Map(names as [number, string[]][])).toEqual(new Map(ids.map((id) => [id, [`${id}.txt`]])));
  });

  it('a file makes the case updated, and one event tells of it', async () => {
    const own = await newCase(testApp, supportCase);
    const before = await readCase(testApp, own);
    const { AttachmentID } = await attach(testApp, own, { name: 'a.txt', content: 'x' });
    const after = await readCase(testApp, own);
    expect(Date.parse(String(after['DateUpdated']))).toBeGreaterThan(Date.parse(String(before['DateUpdated'])));
    const payload = { attachmentId: AttachmentID, commentId: null, name: 'a.txt', isInternal: false };
    expect(
      await testApp.rows(`select type, space_id, actor_id, payload from events where case_id = ${own} and id =
        (select max(id) from events)`),
    ).toEqual([{ type: 'attachment.added', space_id: 1, actor_id: 1, payload: JSON.stringify(payload) }]);
  });

  it('a reset of the example data takes the files along', async () => {
    await attach(testApp, caseId, { name: 'a.txt', content: 'x' });
    expect(await filesOnDisk(testApp)).not.toEqual([]);
    await resetSandbox(testApp.operator);
    expect(await filesOnDisk(testApp)).toEqual([]);
    caseId = await newCase(testApp, supportCase);
    await attach(testApp, caseId, { name: 'a.txt', content: 'x' });
  });
});
