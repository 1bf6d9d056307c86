// The frame of a screen: its name (also that of the tab), a line of what it is about, what can be done.
import { ActionIcon, Group, Stack, Text, Title } from "@mantine/core";
import { CircleHelp } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";
import { useUiWords } from "./words";

/** In place of a name that has yet to come: a heading is never empty. */
const notYet = "…";

interface PageFrame {
  title: string;
  /** Said in the tab instead of the title: no names of people there. */
  tab?: string;
  about?: ReactNode;
  actions?: ReactNode;
  /** Page of the guide: `bao-cao`. */
  guide: string;
  children: ReactNode;
}

export function Page({ title, tab, about, actions, guide, children }: PageFrame) {
  const say = useUiWords();
  useEffect(() => {
    document.title = `${tab ?? title} · Nền Nếp`;
  }, [tab, title]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 320px" miw={0}>
          <Group gap="xs" wrap="nowrap" align="center">
            <Title order={1}>{title || notYet}</Title>
            <ActionIcon
              component={Link}
              to={`/huong-dan/${guide}`}
              variant="subtle"
              size={44}
              aria-label={say("help")}
              title={say("help")}
              className="no-print"
            >
              <CircleHelp size={20} aria-hidden />
            </ActionIcon>
          </Group>
          {about && (
            <Text component="div" c="dimmed">
              {about}
            </Text>
          )}
        </Stack>
        {actions && (
          <Group gap="sm" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
