import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useCatalogue } from "../../api/catalogue";
import { answer, api, type Schemas } from "../../api/client";
import { useAddress } from "../../lib/address";
import { isDay, shownMoment } from "../../lib/day";
import { useLabel } from "../../lib/words";
import { useStep } from "../../lib/written-address";
import { RecordLink } from "../../parts/record/record-link";
import { DataTable } from "../../ui/data-table";
import { DayField } from "../../ui/day-field";
import { SelectAtOnce } from "../../ui/select-at-once";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { useLogDetail } from "./log-detail";
import { useAdministrationWords } from "./words";

const acts = [
  "read",
  "list",
  "reveal",
  "export",
  "print",
  "import",
  "confirm",
  "refuse",
  "sign_in",
  "sign_in_failed",
  "sign_in_alarm",
  "sign_out",
  "password",
  "second_factor",
  "rights",
  "backup",
] as const;
type Act = (typeof acts)[number];
type Look = Schemas["looks"]["looks"][number];
const filters = ["ai", "viec", "loai", "ma", "tu", "den"] as const;

/** The log of looking; its filters stand in the address. */
export function AccessLog() {
  const say = useAdministrationWords();
  const label = useLabel();
  const { get, set } = useAddress();
  const step = useStep();
  const { data: catalogue } = useCatalogue();
  const detailOf = useLogDetail();
  const day = (name: string) => (isDay(get(name) ?? "") ? get(name) : undefined);
  const query = given({
    who: get("ai"),
    act: get("viec"),
    subject_type: get("loai"),
    key: get("ma"),
    from: day("tu"),
    to: day("den"),
  });
  const log = useInfiniteQuery({
    queryKey: ["access_log", query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/access-log", {
          params: { query: { ...query, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  const rows = log.data?.pages.flatMap(({ looks }) => looks) ?? [];
  return (
    <Stack gap="md">
      <Text>{say("logAbout")}</Text>
      <Group gap="md" align="flex-end" className="no-print">
        <Written name="ai" label={say("logWho")} />
        <SelectAtOnce
          label={say("logAct")}
          data={[
            { value: "", label: say("logAnyAct") },
            ...acts.map((act) => ({ value: act, label: say(`look.${act}`) })),
          ]}
          value={acts.find((act) => act === get("viec")) ?? ""}
          onChange={(viec) => set({ viec }, { push: true })}
        />
        <SelectAtOnce
          label={say("logSubjectType")}
          data={[
            { value: "", label: say("logAnySubject") },
            ...(catalogue?.subjects ?? []).map(({ name, label: called }) => ({ value: name, label: label(called) })),
          ]}
          value={get("loai") ?? ""}
          onChange={(loai) => set({ loai }, { push: true })}
        />
        <Written name="ma" label={say("logKey")} />
        <DayField
          label={say("logFrom")}
          value={day("tu")}
          onChange={(tu) => set({ tu }, { push: step.begins() })}
          onBlur={step.ends}
        />
        <DayField
          label={say("logTo")}
          value={day("den")}
          onChange={(den) => set({ den }, { push: step.begins() })}
          onBlur={step.ends}
        />
        {filters.some((name) => get(name) !== undefined) && (
          <Button
            h={44}
            variant="subtle"
            onClick={() => set(Object.fromEntries(filters.map((name) => [name, undefined])), { push: true })}
          >
            {say("logClear")}
          </Button>
        )}
      </Group>
      {log.isPending && <Loading what={say("log")} />}
      {log.isError && <ErrorState error={log.error} retry={() => void log.refetch()} />}
      {log.data && rows.length === 0 && <EmptyState title={say("logEmpty")} />}
      {rows.length > 0 && (
        <DataTable<Look>
          label={say("log")}
          rows={rows}
          total={rows.length}
          keyOf={({ seq }) => String(seq)}
          nameOf={({ at, who }) => `${shownMoment(at ?? "")} ${who}`}
          onNeed={(index) => {
            if (index >= rows.length - 1 && log.hasNextPage && !log.isFetchingNextPage) void log.fetchNextPage();
          }}
          columns={[
            { name: "at", label: say("logAt"), width: 160, shown: ({ at }) => shownMoment(at ?? "") },
            { name: "who", label: say("logWho"), width: 150, shown: ({ who }) => who },
            { name: "act", label: say("logAct"), width: 170, shown: ({ act }) => actOf(act) },
            { name: "subject", label: say("logSubject"), width: 180, shown: subjectOf },
            { name: "organisation", label: say("logOrganisation"), width: 150, shown: (look) => look.organisation },
            { name: "detail", label: say("logDetail"), width: 220, shown: ({ detail }) => detailOf(detail) },
            { name: "peer", label: say("logPeer"), width: 130, shown: ({ peer }) => peer ?? "" },
          ]}
        />
      )}
      {log.hasNextPage && (
        <Button
          h={44}
          w="fit-content"
          variant="default"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {say("more")}
        </Button>
      )}
    </Stack>
  );

  function actOf(act: string): string {
    return acts.includes(act as Act) ? say(`look.${act as Act}`) : act;
  }
}

function subjectOf({ subject_type: type, subject }: Look) {
  if (subject === "") return type === "access_log" ? "" : type;
  return <RecordLink kind={type} recordKey={subject} label={subject} />;
}

/** A filter that is written: it counts once one leaves it or presses Enter. */
function Written({ name, label }: { name: string; label: string }) {
  const { get, set } = useAddress();
  const asked = get(name) ?? "";
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  const count = () => {
    const written = text.trim();
    if (written !== asked) set({ [name]: written }, { push: true });
  };
  return (
    <TextInput
      size="md"
      label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={count}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) count();
      }}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function given<Values extends Record<string, string | undefined>>(
  values: Values,
): Partial<Record<keyof Values, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof Values, string>
  >;
}
