import type { Expected } from './compare.ts';
import { anyId, anyText, textWith } from './matchers.ts';

/** The answer to a read. Source: communifire-api.md section 1, response envelope. */
export const read = (data: Expected): Expected => ({ IsError: false, ResponseMessage: '', ResponseData: data });

/** The answer to a write of a case. */
export const written = (caseId: Expected = anyId): Expected => ({
  IsError: false,
  ResponseMessage: 'ToBePublished',
  ResponseData: caseId,
});

/** The answer to a write of something else than a case: the reference does not say what its message is. */
export const succeeded = (data: Expected): Expected => ({
  IsError: false,
  ResponseMessage: anyText,
  ResponseData: data,
});

/** The answer to what is refused, with a sentence in which the pattern is found. */
export const refused = (message: RegExp): Expected => ({
  IsError: true,
  ResponseMessage: textWith(message),
  ResponseData: null,
});
