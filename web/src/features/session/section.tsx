import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="md" className="card" aria-label={title}>
      <div>
        <Title order={2}>{title}</Title>
        {about && <Text c="dimmed">{about}</Text>}
      </div>
      {children}
    </Stack>
  );
}
