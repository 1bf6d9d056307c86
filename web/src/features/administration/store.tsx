import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { answer, api, type Schemas } from "../../api/client";
import { shownMoment } from "../../lib/day";
import { shownNumber } from "../../lib/number";
import { useLabel, useLanguage } from "../../lib/words";
import { Refused } from "../../parts/refused/refused";
import { StateBadge } from "../../ui/state-badge";
import { ErrorState, Loading } from "../../ui/states";
import { useAdministrationWords } from "./words";

type Zone = "don_le" | "lan_doc_lap" | "ket_noi";
const zones: string[] = ["don_le", "lan_doc_lap", "ket_noi"];

export function Store() {
  const say = useAdministrationWords();
  const language = useLanguage();
  const store = useQuery({ queryKey: ["store"], queryFn: () => answer(api.GET("/api/v1/store")) });
  const ready = useQuery({
    queryKey: ["store", "ready"],
    // Not ready is an answer too (503), not a failure to answer.
    queryFn: async () => (await api.GET("/readyz")).response.ok,
    refetchInterval: 30_000,
  });
  if (store.isPending) return <Loading what={say("store")} />;
  if (store.isError) return <ErrorState error={store.error} retry={() => void store.refetch()} />;
  const { journal, version, zone, verified, backup } = store.data;
  return (
    <Stack gap="lg">
      <Text>{say("storeAbout")}</Text>
      <Group>
        {ready.data !== undefined && (
          <StateBadge color={ready.data ? "ok" : "bad"} icon={ready.data ? Check : CircleAlert}>
            {say(ready.data ? "storeReady" : "storeNotReady")}
          </StateBadge>
        )}
      </Group>
      <dl className="card">
        <Fact name={say("storeSeq")}>{shownNumber(journal.seq, language)}</Fact>
        <Fact name={say("storeHash")} about={say("storeHashAbout")}>
          <Code fz="md" translate="no" style={{ overflowWrap: "anywhere" }}>
            {journal.hash}
          </Code>
        </Fact>
        <Fact name={say("storeVersion")}>{version}</Fact>
        <Fact name={say("storeZone")}>{zones.includes(zone) ? say(`zone.${zone as Zone}`) : zone}</Fact>
      </dl>
      <Verified last={verified} />
      <Backup last={backup} />
    </Stack>
  );
}

/** Whether the chain holds from its first entry to its last, as it was found the last time; and once more. */
function Verified({ last }: { last: Schemas["verification"] | undefined }) {
  const say = useAdministrationWords();
  const label = useLabel();
  const language = useLanguage();
  const client = useQueryClient();
  const verify = useMutation({
    mutationFn: () => answer(api.POST("/api/v1/store/verify")),
    onSuccess: () => client.invalidateQueries({ queryKey: ["store"] }),
  });
  return (
    <Stack component="section" gap="md" className="card" align="flex-start" aria-label={say("verify")}>
      {last ? (
        <>
          <StateBadge color={last.sound ? "ok" : "bad"} icon={last.sound ? Check : CircleAlert}>
            {say(last.sound ? "verifySound" : "verifyBroken")}
          </StateBadge>
          <Text>{say("verifiedAt", { at: shownMoment(last.at), entries: shownNumber(last.entries, language) })}</Text>
          {last.problem && <Text c="bad">{label(last.problem)}</Text>}
        </>
      ) : (
        <Text>{say("verifyNever")}</Text>
      )}
      <Refused error={verify.error} />
      <Button variant="default" h={44} loading={verify.isPending} onClick={() => verify.mutate()}>
        {say("verify")}
      </Button>
    </Stack>
  );
}

const oldAfterDays = 7;
const aDay = 24 * 3_600_000;

/** How old the last copy of all of it is. It is made at the server: whoever looks here may see nobody's file. */
function Backup({ last }: { last: Schemas["backup"] | undefined }) {
  const say = useAdministrationWords();
  const language = useLanguage();
  const days = last && Math.max(0, Math.floor((Date.now() - Date.parse(last.at)) / aDay));
  const isFresh = days !== undefined && days < oldAfterDays;
  return (
    <Stack component="section" gap="md" className="card" align="flex-start" aria-label={say("backup")}>
      <StateBadge color={isFresh ? "ok" : "warn"} icon={isFresh ? Check : CircleAlert}>
        {days === undefined
          ? say("backupNever")
          : days === 0
            ? say("backupToday")
            : say("backupDaysAgo", { count: days })}
      </StateBadge>
      {last && (
        <>
          <Text>
            {say("backupAbout", {
              at: shownMoment(last.at),
              entries: shownNumber(last.entries, language),
              megabytes: shownNumber(last.bytes / 1_000_000, language, 1),
            })}
          </Text>
          <Text>
            {say("backupFile")}:{" "}
            <Code fz="md" translate="no" style={{ overflowWrap: "anywhere" }}>
              {last.file}
            </Code>
          </Text>
        </>
      )}
      <Text>{say("backupHow")}</Text>
      <Code fz="md" translate="no" style={{ overflowWrap: "anywhere" }}>
        nennep backup FILE
      </Code>
    </Stack>
  );
}

function Fact({ name, about, children }: { name: string; about?: string; children: ReactNode }) {
  return (
    <Stack gap={4} mb="md">
      <Text component="dt" fw={600}>
        {name}
      </Text>
      <Text component="dd" m={0}>
        {children}
      </Text>
      {about && (
        <Text component="dd" m={0} c="dimmed">
          {about}
        </Text>
      )}
    </Stack>
  );
}
