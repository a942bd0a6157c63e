import { type TSchema, Type } from 'typebox';

/** The shape around every answer. Source: communifire-api.md section 1, response envelope. */
export interface Envelope<T> {
  readonly IsError: boolean;
  readonly ResponseMessage: string;
  readonly ResponseData: T;
}

/** The answer to a successful write of a case: its ID. */
export const written = (caseId: number): Envelope<number> => ({
  IsError: false,
  ResponseMessage: 'ToBePublished',
  ResponseData: caseId,
});

/** The answer to a successful read. */
export const answer = <T>(data: T): Envelope<T> => ({ IsError: false, ResponseMessage: '', ResponseData: data });

/** The answer to a refused request. */
export const refusal = (message: string): Envelope<null> => ({
  IsError: true,
  ResponseMessage: message,
  ResponseData: null,
});

/** The schema of a successful answer, which also fixes the order of its properties. */
export const envelopeOf = <T extends TSchema>(data: T) =>
  Type.Object({ IsError: Type.Boolean(), ResponseMessage: Type.String(), ResponseData: data });
