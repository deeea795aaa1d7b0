const ADDRESS = /^(?:--[\w-]+=)?([a-z][a-z0-9+.-]+:\/\/.*)$/is;

/**
 * Looks through a command line before anything can print of it.
 * @throws UsageError where an address has a password in it
 */
export async function refusePasswords(argv: readonly string[]): Promise<void> {
  const addresses = argv.flatMap((word) => ADDRESS.exec(word)?.[1] ?? []);
  if (addresses.length === 0) return;
  const { refusePassword } = await import('../load/database-url.ts');
  for (const address of addresses) refusePassword(address);
}
