import type { Context } from '../../../platform/context.ts';
import { requireSpace } from '../case-access.ts';
import { beginGroup } from '../history/begin-group.ts';
import { keepActor } from '../kept-actor.ts';
import type { GivenMapping } from './column-mapping.ts';
import { getImport } from './get-import.ts';
import type { Import, ImportFormat } from './import.ts';
import { formatOf } from './import-format.ts';
import { requireImportRoom } from './import-room.ts';
import { insertImport } from './imports.store.ts';
import type { ImportFile } from './receive-import-file.ts';

interface BeginImport {
  readonly spaceId: number;
  readonly file: ImportFile;
  /** What the file is; by its name unless told. */
  readonly format?: ImportFormat | undefined;
  readonly columns: GivenMapping;
  /** Checks every row, counts what would be, and writes nothing. */
  readonly isDryRun: boolean;
}

/** Lets a job import a file that was received, in the name of whoever acts. Throws FIELDS_INVALID, FILE_QUOTA_EXCEEDED. */
export const beginImport = (ctx: Context, { spaceId, file, isDryRun, ...how }: BeginImport): Promise<Import> =>
  ctx.inTransaction(async (tx) => {
    await requireSpace(tx, spaceId);
    await requireImportRoom(tx, file);
    const importId = await insertImport(tx.db, {
      ...{ spaceId, isDryRun, groupId: isDryRun ? null : (await beginGroup(tx)).groupId },
      ...{ fileName: file.name, storageKey: file.key, byteSize: file.byteSize },
      request: { format: how.format ?? formatOf(file.name), columns: how.columns },
      ...{ actor: keepActor(tx.actor), createdAt: tx.now },
    });
    return getImport(tx, { importId });
  });
