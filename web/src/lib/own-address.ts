// Where to go on after signing in is told by an address, and an address can be sent by anybody.

/** The address if it is a place of our own program, else the beginning. */
export function ownAddress(asked: string | null | undefined, origin: string = location.origin): string {
  if (!asked?.startsWith("/")) return "/";
  let there: URL;
  try {
    there = new URL(asked, origin);
  } catch {
    return "/";
  }
  // "//elsewhere" and "/\elsewhere" are addresses of another house to a browser.
  if (there.origin !== origin || there.pathname.startsWith("//")) return "/";
  if (there.pathname.startsWith("/dang-nhap") || there.pathname.startsWith("/api/")) return "/";
  return there.pathname + there.search + there.hash;
}
