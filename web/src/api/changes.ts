// The stream of what is being recorded. A browser allows few connections to one server, so of all open tabs
// one holds the stream and tells the others.

export interface Change {
  /** Head of the journal after it. */
  seq: number;
  /** What was recorded, of what one may see; null where it was too much to tell one by one. */
  entries: { seq: number; type: string; subject_type: string; key: string }[] | null;
}

const name = "nennep.changes";
const first_pause_ms = 5_000;
const longest_pause_ms = 300_000;

/** Tells of changes until the answered function is called. */
export function followChanges(tell: (change: Change) => void): () => void {
  if (typeof EventSource === "undefined") return () => undefined;
  const ended = new AbortController();
  const others = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
  if (others) others.onmessage = ({ data }: MessageEvent<Change>) => tell(data);
  const hold = () =>
    holdStream((change) => {
      tell(change);
      others?.postMessage(change);
    }, ended.signal);
  // Without locks (a browser of old, a page without TLS) each tab has a stream of its own.
  const held = others && navigator.locks ? navigator.locks.request(name, { signal: ended.signal }, hold) : hold();
  void held.catch(() => undefined);
  return () => {
    ended.abort();
    others?.close();
  };
}

async function holdStream(tell: (change: Change) => void, ended: AbortSignal): Promise<void> {
  let pause = first_pause_ms;
  while (!ended.aborted) {
    await oneStream((change) => {
      pause = first_pause_ms;
      tell(change);
    }, ended);
    await rest(pause, ended);
    pause = Math.min(pause * 2, longest_pause_ms);
  }
}

/** Until the server ends it for good (the session ran out, say) or nobody wants it any more. */
function oneStream(tell: (change: Change) => void, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stream = new EventSource("/api/v1/changes");
    const close = () => {
      stream.close();
      ended.removeEventListener("abort", close);
      resolve();
    };
    ended.addEventListener("abort", close);
    stream.addEventListener("recorded", ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as Change));
    stream.onerror = () => {
      // A stream that merely broke is taken up again by the browser itself.
      if (stream.readyState === EventSource.CLOSED) close();
    };
  });
}

function rest(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    ended.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
