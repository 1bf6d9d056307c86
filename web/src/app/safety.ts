// What the page's policy of contents asks of the application (src/http/web/pages.cpp): styles bear the nonce
// of the answer, and a text becomes part of the page as text alone.

/** The one-time mark by which the server lets style elements in. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown;
}

// Mantine writes its variables through `innerHTML` of style elements: style sheets pass, whatever could hold an
// element does not, whoever wrote it. Not every browser has trusted types.
const { trustedTypes } = window as Window & { trustedTypes?: PolicyFactory };
trustedTypes?.createPolicy("default", { createHTML: (text) => (text.includes("<") ? null : text) });

// By this name get-nonce, with which dialogs keep the page behind them from scrolling, finds the nonce.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
