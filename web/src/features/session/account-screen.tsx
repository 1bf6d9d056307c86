// My account: what must be done before the rest opens stands first.
import { Alert, Anchor, List, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { Link } from "react-router";
import { type Session, useSession } from "../../api/session";
import { shownDay } from "../../lib/day";
import { Page } from "../../ui/page";
import { ErrorState, Loading } from "../../ui/states";
import { Look } from "./look";
import { ChangePassword } from "./password";
import { SecondFactor } from "./second-factor";
import { Section } from "./section";
import { Sessions } from "./sessions";
import { Tokens } from "./tokens";
import { useSessionWords } from "./words";

export function AccountScreen() {
  const say = useSessionWords();
  const session = useSession();
  if (session.isError) return <ErrorState error={session.error} retry={() => void session.refetch()} />;
  if (!session.data) return <Loading what={say("accountTitle")} />;
  const who = session.data;
  const isFree = who.needs.length === 0;
  const needsPassword = who.needs.includes("new_password");
  return (
    <Page title={say("accountTitle")} about={who.name} guide="tai-khoan">
      {who.needs.length > 0 && <Needs needs={who.needs} />}
      {isFree && <Who who={who} />}
      {(isFree || needsPassword) && <ChangePassword name={who.name} />}
      {/* In one place with and without needs: recovery codes are shown once, and must not vanish unread. */}
      {(!needsPassword || who.needs.includes("second_factor")) && <SecondFactor who={who} />}
      <Sessions />
      {isFree && <Tokens who={who} />}
      <Look />
    </Page>
  );
}

function Needs({ needs }: { needs: Session["needs"] }) {
  const say = useSessionWords();
  return (
    <Alert color="warn" icon={<TriangleAlert aria-hidden />} title={say("needs")}>
      <List>
        {needs.includes("new_password") && <List.Item>{say("needsPassword")}</List.Item>}
        {needs.includes("second_factor") && <List.Item>{say("needsFactor")}</List.Item>}
      </List>
    </Alert>
  );
}

function Who({ who }: { who: Session }) {
  const say = useSessionWords();
  return (
    <Section title={say("whoTitle")}>
      {who.person && (
        <Anchor component={Link} to={`/dang-vien/${encodeURIComponent(who.person.key)}`}>
          {say("ownFile")}: {who.person.label}
        </Anchor>
      )}
      <div>
        <Text fw={600}>{say("roles")}</Text>
        {who.roles.length === 0 && <Text>{say("noRoles")}</Text>}
        <List>
          {who.roles.map((held) => (
            <List.Item key={`${held.role} ${held.organisation?.key}`}>
              {say("roleAt", { role: held.label, place: held.organisation?.label ?? say("wholeHouse") })}
              {held.from && <> · {say("from", { day: shownDay(held.from) })}</>}
              {held.until && <> · {say("until", { day: shownDay(held.until) })}</>}
            </List.Item>
          ))}
        </List>
      </div>
    </Section>
  );
}
