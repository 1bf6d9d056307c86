import { Alert, Badge, Button, Drawer, Group, Stack, Tabs, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Check, CircleAlert, History, Lock } from "lucide-react";
import { Problem } from "../../api/client";
import { Disclosure } from "../../ui/disclosure";
import { EmptyState, ErrorState, Loading, NoRight } from "../../ui/states";
import { Section } from "./section";
import { usePatternWords } from "./words";

export function StatePatterns() {
  return (
    <>
      <States />
      <Bands />
      <Places />
    </>
  );
}

function States() {
  const say = usePatternWords();
  const failure = new Problem(503, "", "", [{ code: "server.busy", field: "", vi: "", en: "" }]);
  return (
    <Section title={say("states")}>
      <Loading what={say("what")} rows={3} />
      <EmptyState title={say("empty")} action={<Button h={44}>{say("primary")}</Button>}>
        {say("emptyWhat")}
      </EmptyState>
      <ErrorState error={failure} retry={() => undefined} />
      <NoRight detail={say("noRight")} />
    </Section>
  );
}

function Bands() {
  const say = usePatternWords();
  return (
    <Section title={say("bands")}>
      <Stack gap="sm">
        <Alert color="ok" icon={<Check aria-hidden />}>
          {say("good")}
        </Alert>
        <Alert color="warn" icon={<History aria-hidden />}>
          {say("warning")}
        </Alert>
        <Alert color="bad" icon={<CircleAlert aria-hidden />} title={say("bad")}>
          {say("textFault")}
        </Alert>
        <Alert color="secret" icon={<Lock aria-hidden />}>
          {say("secret")}
        </Alert>
        <Group gap="sm">
          {(["primary", "ok", "warn", "bad", "secret"] as const).map((color) => (
            <Badge key={color} color={color} variant="light" size="lg" tt="none">
              {say("note")}
            </Badge>
          ))}
        </Group>
      </Stack>
    </Section>
  );
}

function Places() {
  const say = usePatternWords();
  const [isOpen, drawer] = useDisclosure(false);
  return (
    <>
      <Section title={say("tabs")}>
        <Tabs defaultValue="first">
          <Tabs.List aria-label={say("tabs")}>
            <Tabs.Tab value="first" mih={44}>
              {say("first")}
            </Tabs.Tab>
            <Tabs.Tab value="second" mih={44}>
              {say("second")}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="first" pt="md">
            <Disclosure summary={say("more")}>
              <Text>{say("moreWhat")}</Text>
            </Disclosure>
          </Tabs.Panel>
          <Tabs.Panel value="second" pt="md">
            <Text>{say("emptyWhat")}</Text>
          </Tabs.Panel>
        </Tabs>
      </Section>
      <Section title={say("drawer")}>
        <Button h={44} variant="default" onClick={drawer.open} w="fit-content">
          {say("openDrawer")}
        </Button>
        <Drawer opened={isOpen} onClose={drawer.close} position="right" title={say("drawer")}>
          <Text>{say("moreWhat")}</Text>
        </Drawer>
      </Section>
    </>
  );
}
