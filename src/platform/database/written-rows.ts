import type { DatabaseSync } from 'node:sqlite';

/** A look at a number that moves whenever another connection commits. Source: SQLite, `pragma data_version`. */
export const dataVersionOf = (connection: DatabaseSync): (() => unknown) => {
  const dataVersion = connection.prepare('pragma data_version');
  return () => dataVersion.get()?.['data_version'];
};

/**
 * The same look once in a turn of the event loop at the most: requests that are read in one turn arrived together, and
 * may share it.
 */
export const oncePerTurn = <Seen>(look: () => Seen): (() => Seen) => {
  let last: { readonly seen: Seen } | undefined;
  const nextTurn = (): void => {
    last = undefined;
  };
  return () => {
    if (last === undefined) {
      last = { seen: look() };
      setImmediate(nextTurn);
    }
    return last.seen;
  };
};

interface NoticedTable {
  /** The column with the ID that is told. */
  readonly id: string;
  /** Only updates of these columns are told; of all when there are none. */
  readonly updated?: readonly string[];
}

interface NoticeWrittenRows {
  /** Under which name, which nobody else uses on this connection. */
  readonly name: string;
  readonly tables: Readonly<Record<string, NoticedTable>>;
  /** Is told the ID of each row, inside the transaction that touches it. */
  readonly told: (id: number) => void;
}

/**
 * Tells of every row that a connection touches, by whatever statement: by triggers that live as long as the connection.
 */
export const noticeWrittenRows = (writer: DatabaseSync, { name, tables, told }: NoticeWrittenRows): void => {
  writer.function(name, (id) => {
    told(Number(id));
    return null;
  });
  for (const [table, { id, updated }] of Object.entries(tables)) {
    const columns = updated === undefined ? '' : `of ${updated.join(', ')} `;
    writer.exec(`
      create temp trigger ${name}_${table}_insert after insert on main.${table} begin select ${name}(new.${id}); end;
      create temp trigger ${name}_${table}_delete after delete on main.${table} begin select ${name}(old.${id}); end;
      create temp trigger ${name}_${table}_update after update ${columns}on main.${table}
        begin select ${name}(new.${id}); end`);
  }
};
