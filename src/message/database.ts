/** Messages about tables in a database. */
export interface DatabaseArgs {
  'address-unknown': { scheme: string; form: string };
  /** What may be one is hidden in `masked`. */
  'database-password': { masked: string };
  'database-form': { found: string; form: string };
  'database-parameter': { found: string; valid: readonly string[]; suggestion: string | null };
  'database-setting': {
    name: string;
    found: string;
    valid: readonly string[];
    suggestion: string | null;
  };
  'database-only-results': Record<never, never>;
  'database-engine': { engine: string };
  /** `said` are the words of the server or the system; `seconds` is how long it was waited. */
  'database-unreachable': {
    at: string;
    why: 'refused' | 'unknown-host' | 'timeout' | 'other';
    seconds: number;
    said: string;
  };
  'database-login': {
    user: string;
    at: string;
    why: 'no-password' | 'wrong' | 'refused';
    said: string;
  };
  /** Others may read the password file. */
  'database-password-open': { user: string; at: string; file: string };
  'database-unknown': { database: string; at: string };
  'database-tls': { at: string; sslmode: string; said: string };
  'database-denied': { user: string; said: string };
  'database-failed': { at: string; said: string };
  'database-table': { table: string; suggestion: string | null };
  'database-columns': {
    table: string;
    missing: readonly string[];
    /** Of which one is needed besides; empty where it is there. */
    oneOf: readonly string[];
    found: readonly string[];
  };
  'database-type': { table: string; column: string; type: string };
  'database-order': { table: string; column: string; suggestion: string | null };
  'database-no-key': { table: string };
}
