// The organisations: the tree beside the page of the one that is chosen.
import { Button, Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { Network } from "lucide-react";
import { Navigate, useParams } from "react-router";
import { useSession } from "../../api/session";
import { useAddress } from "../../lib/address";
import { useRoots } from "../../parts/tree/organisations";
import { Page } from "../../ui/page";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import { OrganisationPage } from "./organisation-page";
import { OrganisationPane } from "./organisation-pane";
import classes from "./organisation-screen.module.css";
import { useMoment, useMoving } from "./places";
import { TimeBox } from "./time-box";
import { useOrganisationWords } from "./words";

export function OrganisationScreen() {
  const say = useOrganisationWords();
  const { key } = useParams();
  // Undefined until it has been asked; a pane that comes a moment later moves everything.
  const isWide = useMediaQuery("(min-width: 1100px)", undefined, { getInitialValueInEffect: false });
  const [isOpen, pane] = useDisclosure(false);
  const { go } = useMoving();
  return (
    <div className={classes.place}>
      {isWide ? (
        <aside className={`${classes.pane} no-print`} aria-label={say("scopeAbout")}>
          <OrganisationPane selected={key} onGo={go} />
        </aside>
      ) : (
        <div className="no-print">
          <Button variant="default" h={44} leftSection={<Network size={20} aria-hidden />} onClick={pane.open}>
            {say("scope")}
          </Button>
          <Drawer
            opened={isOpen}
            onClose={pane.close}
            title={say("scopeAbout")}
            padding="md"
            closeButtonProps={{ "aria-label": say("close"), size: 44 }}
          >
            <OrganisationPane
              selected={key}
              onGo={(next) => {
                pane.close();
                go(next);
              }}
            />
          </Drawer>
        </div>
      )}
      <div className={classes.page}>{key === undefined ? <Beginning /> : <OrganisationPage own={key} />}</div>
    </div>
  );
}

/**
 * Without a choice: the one in scope, that of one's own role, or the highest that this user sees; where there are
 * several, nothing yet.
 */
function Beginning() {
  const say = useOrganisationWords();
  const { get } = useAddress();
  const { at, on } = useMoment();
  const { address } = useMoving();
  const roots = useRoots(at);
  const session = useSession();
  const held = new Set(session.data?.roles.map((role) => role.organisation?.key));
  const [own] = held.size === 1 ? held : [];
  // An organisation of one's own may not have been there on a past day.
  const scope = get("pv") ?? (on ? undefined : own);
  if (scope !== undefined) return <Navigate to={address(scope)} replace />;
  if (roots.isPending) return <Loading what={say("what")} />;
  if (roots.isError) return <ErrorState error={roots.error} retry={() => void roots.refetch()} />;
  const [first, second] = roots.data;
  if (first !== undefined && second === undefined) return <Navigate to={address(first.key)} replace />;
  return (
    <Page title={say("title")} guide="to-chuc">
      <TimeBox />
      {first === undefined ? (
        <EmptyState title={say("none")}>{say("noneWhat")}</EmptyState>
      ) : (
        <EmptyState title={say("several")} />
      )}
    </Page>
  );
}
