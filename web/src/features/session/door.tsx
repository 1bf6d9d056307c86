// The frame of the pages before one is signed in.
import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { language, speak } from "../../lib/words";
import classes from "./door.module.css";
import { useSessionWords } from "./words";

export function Door({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const say = useSessionWords();
  useEffect(() => {
    document.title = `${title} · Nền Nếp`;
    document.documentElement.lang = language();
  }, [title]);
  return (
    <main className={classes.door}>
      <Stack gap="lg" className={`card ${classes.sheet}`}>
        <div>
          <Text className={classes.name ?? ""} translate="no">
            Nền Nếp
          </Text>
          <Title order={1}>{title}</Title>
          <Text c="dimmed">{about}</Text>
        </div>
        {children}
        <Group justify="flex-end">
          <Anchor component="button" type="button" mih={44} onClick={() => speak(language() === "vi" ? "en" : "vi")}>
            {say("languageHere")}
          </Anchor>
        </Group>
      </Stack>
    </main>
  );
}
