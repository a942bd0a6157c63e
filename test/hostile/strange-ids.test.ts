import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf } from '../support/cases.ts';
import { newComment } from '../support/comments.ts';
import { dialects, type TestApp } from '../support/test-app.ts';
import { BOUNDARY, bodyOf } from '../support/uploads.ts';
import { addressOf, attack, everything, expectNoDefect, type Route, startSweptApp } from './swept-app.ts';

/** What belongs to the private space 2, by the places that its ID can be put in, in lower case. */
type Hidden = Readonly<Record<string, number>>;

/** An ID that nothing has. */
const NO_SUCH_ID = 876_543_219;

/** Who asks: an agent of the public space 1 who is nobody in the private one. */
const OUTSIDER = 'omar.haddad';

/** What can be seen of the public space, for the places beside the one that is tried. */
const seen: Readonly<Record<string, number>> = { spaceid: 1, projectid: 1, caseid: 2304 };

/** The body of one of the older services. */
const xmlOf = ({ url }: Route, content: Readonly<Record<string, unknown>>): string => {
  const root = url.endsWith('comment') ? 'IssueCommentDTO' : 'IssueDTO';
  const elements = Object.entries(content).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<${root}>${elements.join('')}</${root}>`;
};

describe.each(dialects)('on %s, an ID in a space that one cannot see is as one that does not exist:', (dialect) => {
  let testApp: TestApp;
  let routes: readonly Route[];
  let key: string;
  let hidden: Hidden;
  let commentId: number;
  beforeAll(async () => {
    const swept = await startSweptApp(dialect);
    testApp = swept.testApp;
    routes = swept.routes.filter(({ url }) => url.startsWith('/api') || url.startsWith('/services'));
    key = await newKeyOf(testApp, OUTSIDER);
    const caseId = await newCase(testApp, { IssueTitle: 'Hidden', SpaceID: 2, ProjectID: 3 });
    commentId = await newComment(testApp, { CommentText: 'Hidden', IssueID: caseId });
    const [choice] = await testApp.rows(
      `select (select min(id) from statuses where space_id = 2) as status,
        (select min(id) from priorities where space_id = 2) as priority`,
    );
    hidden = {
      spaceid: 2,
      spaceidcsv: 2,
      projectid: 3,
      caseid: caseId,
      entityid: caseId,
      issueid: caseId,
      commentid: commentId,
      parentcommentid: commentId,
      categoryid: 9,
      projectsectionid: 9,
      milestoneid: 7,
      issuestatusid: Number(choice?.['status']),
      priorityid: Number(choice?.['priority']),
      issuepriorityid: Number(choice?.['priority']),
    };
  });
  afterAll(async () => {
    expectNoDefect(testApp);
    await testApp.close();
  });

  interface Sent {
    readonly url: string;
    readonly body?: string;
  }

  /** What is told about one ID, without the ID. */
  const told = async ({ method }: Route, { url, body }: Sent, id: number): Promise<unknown> => {
    const isUpload = url.includes('/attachments') && method === 'POST';
    const textType = url.startsWith('/services') ? 'application/xml' : 'application/json';
    const type = isUpload ? `multipart/form-data; boundary=${BOUNDARY}` : textType;
    const payload = isUpload ? bodyOf([{ name: 'x.txt', content: 'x' }]) : body;
    const response = await attack(testApp, {
      method: method as 'GET',
      url,
      headers: { 'rest-api-key': key, ...(payload === undefined ? {} : { 'content-type': type }) },
      ...(payload === undefined ? {} : { payload }),
    });
    // Every answer has a number of its own in the new API.
    const content = response.body.replace(/^<\?.*?\?>/u, '').replace(/"requestId":"[^"]*"/u, '');
    return [response.statusCode, content.replace(new RegExp(`\\b${id}\\b`, 'gu'), '#')];
  };

  /** Compares what is told about both; nothing may be written, whatever is answered. */
  const expectAlike = async (route: Route, hiddenId: number, sentFor: (id: number) => Sent): Promise<void> => {
    const before = await everything(testApp);
    const ofHidden = await told(route, sentFor(hiddenId), hiddenId);
    const ofNothing = await told(route, sentFor(NO_SUCH_ID), NO_SUCH_ID);
    const what = `${route.method} ${JSON.stringify(sentFor(hiddenId))}`;
    expect([what, ofHidden, await everything(testApp)]).toEqual([what, ofNothing, before]);
  };

  interface Place {
    readonly route: Route;
    readonly name: string;
    readonly id: number;
    /** Number of the kind of content, where an ID alone does not say it. */
    readonly type: number;
  }

  const placesIn = (route: Route, names: readonly string[]): Place[] =>
    names.flatMap((name) => {
      const isContent = name === 'id' && route.parameters.includes('entitytype');
      const ids = isContent
        ? [[hidden['caseid'], 19] as const, [hidden['commentid'], 20] as const]
        : [[hidden[name.toLowerCase()], 19] as const];
      return ids.flatMap(([id, type]) => (id === undefined ? [] : [{ route, name, id, type }]));
    });

  /** Tries the ID in all these places, of which there must be some. */
  const expectAllAlike = async (
    places: readonly Place[],
    sentFor: (place: Place, id: number) => Sent,
  ): Promise<void> => {
    expect(places.length).toBeGreaterThan(10);
    for (const place of places) await expectAlike(place.route, place.id, (id) => sentFor(place, id));
  };

  it('in every path', async () => {
    const places = routes.flatMap((route) => {
      const names = [...route.url.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
      return placesIn(route, names);
    });
    await expectAllAlike(places, ({ route, name, type }, id) => ({
      url: `${addressOf(route, { ...seen, [name]: id })}${route.url.startsWith('/api/v1') ? '' : `?entitytype=${type}`}`,
      ...(route.fields.length > 0 && route.method !== 'GET' ? { body: '{"IssueTitle":"Mine"}' } : {}),
    }));
  });

  it('in every parameter', async () => {
    const places = routes.flatMap((route) => placesIn(route, route.parameters));
    await expectAllAlike(places, ({ route, name }, id) => {
      const more = route.url.includes('permissions') ? '&entitytype=19&permissionsCsv=Create,Update' : '&keyword=a';
      return { url: `${addressOf(route, seen)}?${name}=${id}${more}` };
    });
  });

  it('in every property of a body', async () => {
    const places = routes
      .filter(({ method }) => method === 'PUT' || method === 'POST')
      .flatMap((route) => placesIn(route, route.fields));
    const sound = { IssueTitle: 'Mine', SpaceID: 1, ProjectID: 1, CommentText: 'Mine', IssueID: 2304 };
    await expectAllAlike(places, ({ route, name }, id) => {
      const rest = Object.entries(sound).filter(([field]) => route.fields.includes(field));
      const content = { ...Object.fromEntries(rest), [name]: id };
      const body = route.url.startsWith('/services') ? xmlOf(route, content) : JSON.stringify(content);
      return { url: addressOf(route, { caseid: 2304 }), body };
    });
  });
});
