import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { type Answer, send } from './requests.ts';
import type { TestApp } from './test-app.ts';

export const BOUNDARY = 'x-boundary-x';

/** A file as a client sends it. */
export interface SentFile {
  readonly content: string | Buffer;
  /** What the file is called; absent in clients that call the field like the file. */
  readonly name?: string;
  readonly field?: string;
  readonly type?: string;
}

/** What a test looks at in a listed attachment. */
export interface ListedAttachment {
  readonly [property: string]: unknown;
  readonly AttachmentID: number;
  readonly FileName: string;
  readonly Caption: string;
  readonly MediaServerRootURL: string;
}

/** The smallest picture that browsers show. */
export const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const partOf = ({ content, name, field = 'file', type }: SentFile): Buffer => {
  const fileName = name === undefined ? '' : `; filename="${name}"`;
  const typeLine = type === undefined ? '' : `Content-Type: ${type}\r\n`;
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"${fileName}\r\n${typeLine}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content as string), Buffer.from('\r\n')]);
};

/** The body of an upload. */
export const bodyOf = (files: readonly SentFile[]): Buffer =>
  Buffer.concat([...files.map(partOf), Buffer.from(`--${BOUNDARY}--\r\n`)]);

interface SendBody {
  readonly path: string;
  readonly body: string | Buffer;
  readonly key?: string | undefined;
  readonly type?: string;
}

/** Sends these bytes as an upload. */
export const sendBody = (testApp: TestApp, { path, body, key = SANDBOX_KEY, type }: SendBody): Promise<Answer> =>
  send(testApp, {
    method: 'POST',
    url: `/api/cases/${path}`,
    headers: { 'rest-api-key': key, 'content-type': type ?? `multipart/form-data; boundary=${BOUNDARY}` },
    payload: body,
  });

/** Uploads files to a case, or with `2304/comments/5` to a comment. */
export const upload = (
  testApp: TestApp,
  to: number | string,
  files: readonly SentFile[],
  key?: string,
): Promise<Answer> => sendBody(testApp, { path: `${to}/attachments`, body: bodyOf(files), key });

/** Uploads one file, which has to succeed. */
export const attach = async (testApp: TestApp, to: number | string, file: SentFile): Promise<ListedAttachment> => {
  const { status, envelope } = await upload(testApp, to, [file]);
  if (status !== 200) throw new Error(`The file was refused: ${envelope.ResponseMessage}`);
  return (envelope.ResponseData as [ListedAttachment])[0];
};

/** The files at a case (19) or a comment (20), which have to be listed. */
export const listFiles = async (testApp: TestApp, id: number, type = 19, key?: string): Promise<ListedAttachment[]> => {
  const { status, envelope } = await send(testApp, {
    url: `/api/content/${id}/attachments?entitytype=${type}`,
    ...(key === undefined ? {} : { headers: { 'rest-api-key': key } }),
  });
  if (status !== 200) throw new Error(`The list was refused: ${envelope.ResponseMessage}`);
  return envelope.ResponseData as ListedAttachment[];
};

/** Fetches a file as clients put its address together; without a key unless there is one in the headers. */
export const fetchFile = (
  { app }: TestApp,
  { MediaServerRootURL, FileName }: Pick<ListedAttachment, 'MediaServerRootURL' | 'FileName'>,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> => app.inject({ url: `${MediaServerRootURL}/${FileName}`, headers });

/** The names of all files that are kept or on their way, sorted. */
export const filesOnDisk = async ({ settings }: TestApp): Promise<string[]> => {
  const entries = await readdir(join(settings.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
};

/** What uploads leave behind: equal before and after means that nothing was kept. */
export const fileTraces = async (testApp: TestApp): Promise<unknown> => [
  await filesOnDisk(testApp),
  await testApp.rows('select count(*) as attachments, coalesce(sum(byte_size), 0) as bytes from attachments'),
  await testApp.rows('select sum(attachment_count) as counted, max(updated_at) as updated from cases'),
  await testApp.rows('select coalesce(sum(byte_count), 0) as bytes from attachment_usage'),
  await testApp.rows('select count(*) as events from events'),
];
