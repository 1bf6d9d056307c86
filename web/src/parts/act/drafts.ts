// What is being written is kept in the browser until it is recorded, thrown away, or its writer signs out.

const prefix = "nennep.draft.";

export function clearDrafts(): void {
  for (const keep of [localStorage, sessionStorage]) {
    for (const key of Object.keys(keep)) if (key.startsWith(prefix)) keep.removeItem(key);
  }
}
