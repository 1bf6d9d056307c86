// What an organisation is: its kind and place, its decision, what it holds, and the figures of the year.
import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Authority, Organisation } from "../../api/records";
import { useMay } from "../../api/session";
import { useAddress } from "../../lib/address";
import { shownDay } from "../../lib/day";
import { shownNumber, unknown } from "../../lib/number";
import { useLanguage } from "../../lib/words";
import { Figure } from "../../parts/figure/figure";
import { type Placed, pathOf, useChildren } from "../../parts/tree/organisations";
import { EmptyState, Loading } from "../../ui/states";
import { useChoice } from "./choices";
import { Failed } from "./failed";
import { figuresQuestion, keyFigures } from "./key-figures";
import type { KnownThen } from "./known-then";
import classes from "./organisation-screen.module.css";
import { useListAddress, useMoment, useMoving } from "./places";
import { useOrganisationWords } from "./words";

export function Overview({ organisation, known }: { organisation: Organisation; known: KnownThen }) {
  const may = useMay();
  return (
    <Stack gap="xl">
      <Facts organisation={organisation} known={known} />
      {may("see.figures") && organisation.members !== undefined && <KeyFigures own={organisation.key} />}
      <Below own={organisation.key} />
    </Stack>
  );
}

function Facts({ organisation, known }: { organisation: Organisation; known: KnownThen }) {
  const say = useOrganisationWords();
  const language = useLanguage();
  const choice = useChoice();
  const listAddress = useListAddress();
  const { address } = useMoving();
  const { key, kind, since, until, into, live, members } = organisation;
  return (
    <dl className={`${classes.facts} card`}>
      <Fact name={say("kind")}>{choice("organisation.founded", "kind", kind) || unknown}</Fact>
      {known.sector && (
        <Fact name={say("sector")}>{choice("organisation.sector_changed", "sector", known.sector)}</Fact>
      )}
      <Fact name={say("superior")}>
        <Path organisation={organisation} />
      </Fact>
      {since && <Fact name={say("since")}>{shownDay(since)}</Fact>}
      <Fact name={say("decision")}>
        <Decision authority={known.founding} />
      </Fact>
      {until && <Fact name={say("until")}>{shownDay(until)}</Fact>}
      {into && (
        <Fact name={say("into")}>
          <Anchor component={Link} to={address(into.key)} inherit>
            {into.label}
          </Anchor>
        </Fact>
      )}
      {live && (
        <Fact name={say("memberCount")}>
          {members === undefined || members === null ? (
            <>
              {unknown} <Text span>({say("unknownNumber")})</Text>
            </>
          ) : (
            <Anchor component={Link} to={listAddress("/dang-vien", key)} inherit>
              {shownNumber(members, language)}
            </Anchor>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Path({ organisation }: { organisation: Organisation }) {
  const say = useOrganisationWords();
  const { address } = useMoving();
  const path = pathOf(organisation);
  if (path.length === 0) return <>{say("noSuperior")}</>;
  return (
    <>
      {path.map((above, place) => (
        <span key={above.key}>
          {place > 0 && " › "}
          <Anchor component={Link} to={address(above.key)} inherit>
            {above.label}
          </Anchor>
        </span>
      ))}
    </>
  );
}

function Decision({ authority }: { authority: Authority | undefined }) {
  const say = useOrganisationWords();
  const { values } = useAddress();
  if (!authority?.number) return <>{unknown}</>;
  const timeline = new URLSearchParams(values);
  timeline.set("tab", "dong-thoi-gian");
  const text = say("decisionOf", {
    number: authority.number,
    day: authority.date ? shownDay(authority.date) : unknown,
    issuer: authority.issuer ?? unknown,
  });
  return (
    <Anchor component={Link} to={`?${timeline}`} inherit>
      {text}
    </Anchor>
  );
}

function KeyFigures({ own }: { own: string }) {
  const say = useOrganisationWords();
  const { year, asKnown } = useMoment();
  const asked = useQuery(figuresQuestion({ org: own, year, asKnown }, keyFigures));
  return (
    <Stack component="section" gap="sm" aria-label={say("figuresOf", { year: String(year) })}>
      <Title order={2}>{say("figuresOf", { year: String(year) })}</Title>
      {asked.isPending && <Loading what={say("figuresWhat")} rows={2} />}
      {asked.isError && <Failed error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && (
        <div className={classes.figures}>
          {asked.data.map(({ name, label, unit, value, previous, previous_hidden, hidden, closed, target }) => (
            <Figure
              key={name}
              name={name}
              label={label}
              unit={unit}
              value={value}
              org={own}
              year={year}
              asKnown={asKnown}
              previous={previous}
              previousHidden={previous_hidden}
              hidden={hidden}
              closed={closed}
              target={target}
            />
          ))}
        </div>
      )}
    </Stack>
  );
}

function Below({ own }: { own: string }) {
  const say = useOrganisationWords();
  const { at } = useMoment();
  const { get } = useAddress();
  const below = useChildren(own, { ...at, withEnded: get("het") === "1" });
  return (
    <Stack component="section" gap="sm" aria-label={say("below")}>
      <Title order={2}>{say("below")}</Title>
      {below.isPending && <Loading what={say("what")} rows={3} />}
      {below.isError && <Failed error={below.error} retry={() => void below.refetch()} />}
      {below.data?.length === 0 && <EmptyState title={say("belowNone")} />}
      {below.data && below.data.length > 0 && (
        <ul className={classes.below}>
          {below.data.map((each) => (
            <Subordinate key={each.key} organisation={each} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function Subordinate({ organisation }: { organisation: Placed }) {
  const language = useLanguage();
  const { address } = useMoving();
  const listAddress = useListAddress();
  const say = useOrganisationWords();
  const { key, label, live, members, until } = organisation;
  return (
    <li>
      <Anchor component={Link} to={address(key)} inherit c={live ? undefined : "dimmed"}>
        {label}
      </Anchor>
      {live && members !== undefined && members !== null && (
        <Anchor
          component={Link}
          to={listAddress("/dang-vien", key)}
          ml="auto"
          aria-label={`${say("memberCount")}: ${shownNumber(members, language)}, ${label}`}
        >
          {shownNumber(members, language)}
        </Anchor>
      )}
      {!live && (
        <Text c="dimmed" ml="auto">
          {until ? shownDay(until) : ""}
        </Text>
      )}
    </li>
  );
}
