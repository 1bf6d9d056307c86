import { Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { Copy, Printer } from "lucide-react";
import classes from "./recovery-codes.module.css";
import { useSessionWords } from "./words";

/** Shown once, and only here: on the screen, on paper, or where the user copies them. */
export function RecoveryCodes({ codes, name, onKept }: { codes: string[]; name: string; onKept: () => void }) {
  const say = useSessionWords();
  return (
    <Stack gap="md" role="group" aria-label={say("codesTitle")}>
      <div>
        <Text fw={600}>
          {say("codesTitle")} · {name}
        </Text>
        <Text>{say("codesAbout")}</Text>
      </div>
      <ol className={classes.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Group gap="sm" className="no-print">
        <Button h={44} variant="default" leftSection={<Printer size={20} aria-hidden />} onClick={() => window.print()}>
          {say("print")}
        </Button>
        <CopyButton value={codes.join("\n")}>
          {({ copied, copy }) => (
            <Button h={44} variant="default" leftSection={<Copy size={20} aria-hidden />} onClick={copy}>
              {say(copied ? "copied" : "copy")}
            </Button>
          )}
        </CopyButton>
        <Button h={44} onClick={onKept}>
          {say("codesDone")}
        </Button>
      </Group>
    </Stack>
  );
}
