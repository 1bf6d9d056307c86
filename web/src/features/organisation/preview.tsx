// Before an act on the tree is recorded: who and how many it concerns, where they stood and would stand. What
// speaks against it the form says itself.
import { Anchor, Stack, Table, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import type { Organisation } from "../../api/records";
import { isDay, shownDay, today } from "../../lib/day";
import { shownNumber, unknown } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import type { ActDraft } from "../../parts/act/kinds";
import { pathOf } from "../../parts/tree/organisations";
import { Loading } from "../../ui/states";
import { type Change, changesOf, type Reorganisation } from "./changes";
import { useChoice } from "./choices";
import { Concerned } from "./concerned";
import { usePreviewWords } from "./preview-words";
import { useTouched } from "./touched";

interface PreviewProps {
  draft: ActDraft;
  organisation: Organisation;
  /** Told the day of the act, for whoever shows the tree of that day afterwards. */
  onDay: (day: string | undefined) => void;
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

export function Preview({ draft, organisation, onDay }: PreviewProps) {
  const say = usePreviewWords();
  const day = draft.effective_on && isDay(draft.effective_on) ? draft.effective_on : undefined;
  useEffect(() => onDay(day), [day, onDay]);
  const what = draft.type.replace("organisation.", "");
  return (
    <Stack gap="md" className="card" component="section" aria-label={say("title")}>
      <Title order={2}>{say("title")}</Title>
      <Text c="dimmed">{say("asOf", { day: shownDay(day ?? today()) })}</Text>
      {what === "renamed" && <Renamed from={organisation.label} to={text(draft.data.name)} />}
      {what === "converted" && <Converted from={organisation.kind} to={text(draft.data.kind)} />}
      {(what === "founded" || what === "moved" || what === "merged" || what === "ended") && (
        <InTheTree what={what} draft={draft} organisation={organisation} day={day} />
      )}
      {what === "converted" && <Concerned organisation={organisation} on={day} />}
    </Stack>
  );
}

function Renamed({ from, to }: { from: string; to: string | undefined }) {
  const say = usePreviewWords();
  return <FromTo name={say("name")} from={from} to={to} />;
}

function Converted({ from, to }: { from: string | null; to: string | undefined }) {
  const say = usePreviewWords();
  const choice = useChoice();
  const kind = (code: string | null | undefined) => choice("organisation.founded", "kind", code);
  return <FromTo name={say("kind")} from={kind(from)} to={to && kind(to)} />;
}

function FromTo({ name, from, to }: { name: string; from: string; to: string | undefined }) {
  const say = usePreviewWords();
  return (
    <dl style={{ margin: 0 }}>
      <dt>{name}</dt>
      <dd style={{ margin: 0 }}>
        <Text span c="dimmed">
          {from}
        </Text>{" "}
        → <Text span>{to ?? say("notChosen")}</Text>
      </dd>
    </dl>
  );
}

interface InTheTreeProps {
  what: Reorganisation;
  draft: ActDraft;
  organisation: Organisation;
  day: string | undefined;
}

function InTheTree({ what, draft, organisation, day }: InTheTreeProps) {
  const say = usePreviewWords();
  const chosen = text(what === "merged" ? draft.data.into : draft.data.parent);
  const touched = useTouched(what === "founded" ? undefined : organisation.key, chosen, day);
  if (touched.isPending) return <Loading what={say("what")} rows={3} />;
  const { subject, target } = touched;
  const isWaiting = what !== "ended" && target === undefined;
  const isBlocked = what === "ended" && subject !== undefined && ((subject.members ?? 0) > 0 || subject.children > 0);
  const path = (organisations: { label: string }[]) => organisations.map(({ label }) => label).join(" › ") || unknown;
  const below = (above: Organisation, own: string) => `${path([...pathOf(above), above])} › ${own}`;
  return (
    <>
      {what === "moved" && subject && (
        <FromTo
          name={say("path")}
          from={path([...pathOf(subject), subject])}
          to={target && below(target, subject.label)}
        />
      )}
      {what === "founded" && target && (
        <FromTo name={say("path")} from={unknown} to={below(target, text(draft.data.name) ?? say("newOne"))} />
      )}
      {isWaiting && <Text>{say(what === "merged" ? "chooseInto" : "chooseParent")}</Text>}
      {isBlocked && <Text>{say("notEmpty")}</Text>}
      {!isWaiting && !isBlocked && <Changes changes={changesOf(what, touched)} />}
      {subject && <Concerned organisation={subject} on={day} isRemaining={what === "ended"} />}
    </>
  );
}

function Changes({ changes }: { changes: Change[] }) {
  const say = usePreviewWords();
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say("organisation")}</Table.Th>
          <Table.Th scope="col">{say("members")}</Table.Th>
          <Table.Th scope="col">{say("below")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ organisation, before, after, ends }) => (
          <Table.Tr key={organisation.key}>
            <Table.Th scope="row" fw={400}>
              <Anchor href={`/to-chuc/${encodeURIComponent(organisation.key)}`} target="_blank" inherit>
                {organisation.label}
              </Anchor>
              {ends && (
                <Text span c="dimmed">
                  {" "}
                  ({say("ends")})
                </Text>
              )}
            </Table.Th>
            <Table.Td>
              <Numbers before={before.members} after={after.members} />
            </Table.Td>
            <Table.Td>
              <Numbers before={before.below} after={after.below} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** 120 → 131; one number where nothing changes. */
function Numbers({ before, after }: { before: number | undefined; after: number | undefined }): ReactNode {
  const say = usePreviewWords();
  const language = useLanguage();
  const from = shownNumber(before, language);
  if (before === after) {
    return (
      <>
        {from}{" "}
        <Text span c="dimmed" size="sm">
          {before !== undefined && say("same")}
        </Text>
      </>
    );
  }
  return (
    <>
      {from} → <strong>{shownNumber(after, language)}</strong>
    </>
  );
}
