import { DomainError } from '../../kernel/errors.ts';
import type { Query } from '../query.ts';

/** Which file an address means, and what proves that it may be read; "" without a proof. */
interface MediaAddress {
  readonly attachmentId: number;
  readonly signature: string;
}

/** The number comes first; what follows it is for people. */
const LEADING_NUMBER = /^(\d{1,15})(?:\/|$)/u;
/** A proof that came as a part of the path: some clients encode `FileName` as if it were one name. */
const SIGNATURE_IN_PATH = /[?&]sig=([\w.-]+)$/u;

/** Reads the address of a file. Throws ATTACHMENT_NOT_FOUND. */
export const readMediaAddress = (params: unknown, query: Query): MediaAddress => {
  const path = (params as { readonly '*'?: string })['*'] ?? '';
  const attachmentId = Number(LEADING_NUMBER.exec(path)?.[1] ?? 0);
  if (attachmentId === 0) throw new DomainError('ATTACHMENT_NOT_FOUND');
  return { attachmentId, signature: query['sig'] ?? SIGNATURE_IN_PATH.exec(path)?.[1] ?? '' };
};
