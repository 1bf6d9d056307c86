// What an organisation aims at in a year, and how far it has come.
import { Button, Group, SimpleGrid, Stack, Title } from "@mantine/core";
import { FileText, Target as TargetSign } from "lucide-react";
import { useMemo } from "react";
import { Link, Navigate, useLocation, useNavigate, useParams } from "react-router";
import type { Question } from "../../api/figures";
import { useOrganisation } from "../../api/records";
import { useMay } from "../../api/session";
import { keptOf, openedHere } from "../../lib/address";
import { ActDrawer } from "../../parts/act/act-drawer";
import { FigureDrawer } from "../../parts/figure/figure-drawer";
import { FigureScope } from "../../parts/figure/question";
import { useDefaultYear } from "../../parts/scope/default-year";
import { PastNotice, ScopeBar } from "../../parts/scope/scope-bar";
import { useScope } from "../../parts/scope/use-scope";
import { CopyLink } from "../../ui/copy-link";
import { Page } from "../../ui/page";
import { PlainTable } from "../../ui/plain-table";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { TargetCard } from "./target-card";
import { ownAndBelow, type Seat, useTargets } from "./targets";
import { useTargetWords } from "./words";

export function TargetsScreen() {
  const say = useTargetWords();
  const { year: written } = useParams();
  const { org } = useScope();
  const { search } = useLocation();
  const year = /^\d{4}$/.test(written ?? "") ? Number(written) : undefined;
  const usual = useDefaultYear(org, year === undefined);
  if (year !== undefined) return <TargetsOfYear year={year} />;
  if (usual.data !== undefined) return <Navigate to={`/chi-tieu/${usual.data}${search}`} replace />;
  return (
    <Page title={say("targets")} guide="chi-tieu">
      {usual.isError ? (
        <ErrorState error={usual.error} retry={() => void usual.refetch()} />
      ) : org === undefined ? (
        <>
          <ScopeBar hasStructure={false} />
          <EmptyState title={say("noOrganisation")}>{say("noOrganisationWhat")}</EmptyState>
        </>
      ) : (
        <Loading what={say("targets")} />
      )}
    </Page>
  );
}

function TargetsOfYear({ year }: { year: number }) {
  const say = useTargetWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { org, asKnown } = useScope();
  const question = useMemo<Question | undefined>(
    () => (org ? { org, year, structure: "period_end", asKnown } : undefined),
    [org, year, asKnown],
  );
  const kept = keptOf(new URLSearchParams(search));
  return (
    <FigureScope value={question ?? {}}>
      <Page title={say("title", { year })} guide="chi-tieu" actions={<Actions year={year} kept={kept} />}>
        <ScopeBar year={year} onYear={(next) => void navigate(`/chi-tieu/${next}${kept}`)} hasStructure={false} />
        <PastNotice />
        {question ? (
          <Targets question={question} />
        ) : (
          <EmptyState title={say("noOrganisation")}>{say("noOrganisationWhat")}</EmptyState>
        )}
        {question && <FigureDrawer {...question} />}
        <ActDrawer preset={{ year, organisation: org }} />
      </Page>
    </FigureScope>
  );
}

function Actions({ year, kept }: { year: number; kept: string }) {
  const say = useTargetWords();
  return (
    <Group gap="sm">
      <SetTarget />
      <Button
        component={Link}
        to={`/bao-cao/${year}${kept}`}
        variant="default"
        h={44}
        leftSection={<FileText size={20} aria-hidden />}
      >
        {say("report", { year })}
      </Button>
      <CopyLink />
    </Group>
  );
}

/** Opens the act's form: `lam` in the address. */
function SetTarget() {
  const say = useTargetWords();
  const may = useMay();
  const { search } = useLocation();
  if (!may("record.target.set")) return null;
  const values = new URLSearchParams(search);
  values.set("lam", "target.set");
  return (
    <Button
      component={Link}
      to={`?${values}`}
      state={openedHere}
      h={44}
      leftSection={<TargetSign size={20} aria-hidden />}
    >
      {say("set")}
    </Button>
  );
}

function Targets({ question }: { question: Question }) {
  const say = useTargetWords();
  const targets = useTargets(question);
  const organisation = useOrganisation(question.org);
  const found = useMemo(() => ownAndBelow(targets.data ?? [], question.org), [targets.data, question.org]);
  if (targets.isError) return <ErrorState error={targets.error} retry={() => void targets.refetch()} />;
  if (!targets.data) return <Loading what={say("targets")} />;
  const { own, below } = found;
  return (
    <Stack gap="lg">
      {own.length === 0 ? (
        <EmptyState title={say("none", { year: question.year })} action={<SetTarget />}>
          {say("noneWhy")}
        </EmptyState>
      ) : (
        <section aria-labelledby="own-targets">
          <Title order={2} id="own-targets" mb="sm">
            {say("own", { organisation: organisation.data?.label ?? question.org })}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
            {own.map((row) => (
              <TargetCard key={row.key} row={row} question={question} />
            ))}
          </SimpleGrid>
        </section>
      )}
      {below.length > 0 && <Below seats={below} />}
    </Stack>
  );
}

function Below({ seats }: { seats: Seat[] }) {
  const say = useTargetWords();
  const { search } = useLocation();
  const addressOf = (key: string) => {
    const values = new URLSearchParams(search);
    values.set("pv", key);
    return `?${values}`;
  };
  return (
    <section aria-labelledby="targets-below">
      <Title order={2} id="targets-below" mb="sm">
        {say("below")}
      </Title>
      <PlainTable
        label={say("below")}
        columns={[
          { name: "organisation", label: say("organisation") },
          { name: "count", label: say("count"), isNumber: true },
        ]}
        rows={seats.map((seat) => ({
          key: seat.key,
          cells: [
            <Link key="to" to={addressOf(seat.key)}>
              {seat.label}
            </Link>,
            seat.count,
          ],
        }))}
      />
    </section>
  );
}
