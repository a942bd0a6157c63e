import { type RawBuilder, sql } from 'kysely';
import type { Session } from './session.ts';

/** A text for Kysely that is compared and sorted byte by byte on both databases. */
export const inByteOrder = ({ dialect }: Session, text: RawBuilder<string>): RawBuilder<string> =>
  dialect === 'sqlite' ? text : sql<string>`${text} collate "C"`;
