import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { Copy } from "lucide-react";
import type { Schemas } from "../../api/client";
import { shownMoment } from "../../lib/day";
import { useAdministrationWords } from "./words";

interface Once {
  name: string;
  invited: Schemas["invited"];
  onDone: () => void;
}

/** The one-time link, shown once: the server keeps only its digest. */
export function LinkOnce({ name, invited, onDone }: Once) {
  const say = useAdministrationWords();
  const link = new URL(invited.link, location.origin).href;
  return (
    <Alert color="ok" role="status" title={say("linkTitle", { name })}>
      <Stack gap="sm" align="flex-start">
        <Text>{say("linkAbout", { until: shownMoment(invited.until ?? "") })}</Text>
        <Code fz="md" translate="no" style={{ overflowWrap: "anywhere" }}>
          {link}
        </Code>
        <Told changed={invited.roles} />
        <Group gap="sm">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button h={44} variant="default" leftSection={<Copy size={20} aria-hidden />} onClick={copy}>
                {say(copied ? "copied" : "copy")}
              </Button>
            )}
          </CopyButton>
          <Button h={44} onClick={onDone}>
            {say("linkDone")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** Whether a change counts, or waits for a second administrator. */
export function Told({ changed, always = false }: { changed: Schemas["changed"]; always?: boolean }) {
  const say = useAdministrationWords();
  if (changed.state === "waits") return <Text fw={600}>{say("waits")}</Text>;
  if (changed.no_second_person) return <Text>{say("alone")}</Text>;
  return always ? <Text>{say("done")}</Text> : null;
}
