// What a screen shows while it has nothing to show: still loading, empty, failed, not allowed.
import { Alert, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { CircleAlert, Lock } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useUiWords } from "./words";

/** Bars after a moment; what arrives at once should not flicker. */
export function Loading({ what, rows = 6 }: { what: string; rows?: number }) {
  const say = useUiWords();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return <div aria-busy="true" />;
  return (
    <Stack gap="sm" aria-busy="true" role="status">
      <Text c="dimmed">{say("loading", { what })}</Text>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike
        <Skeleton key={row} height={20} radius="sm" />
      ))}
    </Stack>
  );
}

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Stack gap="sm" className="card" align="flex-start">
      <Text fw={600}>{title}</Text>
      {children && <Text component="div">{children}</Text>}
      {action}
    </Stack>
  );
}

interface Said {
  status?: number;
  detail?: string;
  refusals?: { code: string }[];
}

interface Failing {
  error?: unknown;
  title?: string;
  what?: string;
  retry?: (() => void) | undefined;
}

/** What failed, what is safe, and what to do; a refusal of rights is told as one. */
export function ErrorState({ error, title, what, retry }: Failing) {
  const say = useUiWords();
  const said = (typeof error === "object" && error !== null ? error : {}) as Said;
  if (said.status === 403) return <NoRight detail={said.detail ?? ""} />;
  const code = said.refusals?.[0]?.code ?? (said.status ? String(said.status) : undefined);
  return (
    <Alert color="bad" icon={<CircleAlert aria-hidden />} title={title ?? say("failed")} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{what ?? (said.detail || say("safe"))}</Text>
        {code && <Text c="dimmed">{say("code", { code })}</Text>}
        {retry && <Button onClick={retry}>{say("again")}</Button>}
      </Stack>
    </Alert>
  );
}

/** Which right is missing, and who gives it. */
export function NoRight({ detail }: { detail: string }) {
  const say = useUiWords();
  return (
    <Stack gap="sm" className="card" align="flex-start" role="alert">
      <Lock aria-hidden />
      <Title order={2}>{say("noRight")}</Title>
      <Text>{detail}</Text>
    </Stack>
  );
}
