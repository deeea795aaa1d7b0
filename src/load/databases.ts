import { databaseTable } from './database-url.ts';
import type { OpenTable } from './sources/sql-table.ts';

/** The tables in databases that are open while something is read. */
export interface Databases {
  /**
   * The table behind an address, the same as long as it is open, however often it is read.
   * @throws UsageError where it cannot be read
   */
  table(address: string): Promise<OpenTable>;
  close(): Promise<void>;
}

export function openDatabases(): Databases {
  const tables = new Map<string, Promise<OpenTable>>();
  return {
    table(address) {
      const table = tables.get(address) ?? opened(address);
      tables.set(address, table);
      return table;
    },
    async close() {
      const all = await Promise.allSettled(tables.values());
      for (const one of all) if (one.status === 'fulfilled') await one.value.close();
    },
  };
}

/** What reads databases is loaded where there is one. */
async function opened(address: string): Promise<OpenTable> {
  const { openPostgres } = await import('./sources/postgres.ts');
  return openPostgres(databaseTable(address));
}
