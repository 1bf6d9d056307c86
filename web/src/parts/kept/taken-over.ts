// Until they were kept by the server, filters and columns lay in the browser: what still lies there is handed
// over, once. What the server has already is the later one.
const handedOver = ["filters.", "columns."];

export async function takenOver(
  account: string,
  kept: Record<string, unknown>,
  put: (name: string, value: unknown) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const all = { ...kept };
  const prefix = `nennep.${account}.`;
  try {
    for (const place of Object.keys(localStorage)) {
      const name = place.slice(prefix.length);
      if (!place.startsWith(prefix) || !handedOver.some((beginning) => name.startsWith(beginning))) continue;
      if (!(name in all)) {
        const value: unknown = JSON.parse(localStorage.getItem(place) ?? "null");
        await put(name, value);
        all[name] = value;
      }
      localStorage.removeItem(place);
    }
  } catch {
    // It stays where it is, for the next time.
  }
  return all;
}
