import { Type } from 'typebox';
import type { Envelope } from '../envelope.ts';

export const XML_TYPE = 'application/xml; charset=utf-8';

/** The envelope for the documentation. */
export const XmlEnvelope = Type.Object(
  {
    IsError: Type.Boolean(),
    ResponseMessage: Type.String(),
    ResponseData: Type.Integer({ description: 'The ID of what was made.' }),
  },
  { xml: { name: 'Response' } },
);

/** What both services tell the documentation. */
export const xmlConfig = {
  bodyType: 'application/xml',
  answerType: 'application/xml',
  refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED'],
} as const;

/** What XML 1.0 does not allow, however it is written. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"\r]/gu, (character) => references[character] ?? '');

/** The envelope as XML elements; null is an empty one. Source: communifire-api.md section 3, the older XML services. */
export const xmlEnvelope = ({ IsError, ResponseMessage, ResponseData }: Envelope<number | null>): string =>
  `<?xml version="1.0" encoding="utf-8"?><Response><IsError>${IsError}</IsError>` +
  `<ResponseMessage>${escaped(ResponseMessage)}</ResponseMessage>` +
  `<ResponseData>${ResponseData ?? ''}</ResponseData></Response>`;
