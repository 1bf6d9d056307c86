// What stands around every screen: top bar, bottom bar on phones, the search, and the questions that the
// server may ask in between (sign in again, the password once more).
import { Burger, Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { CircleUser, Search } from "lucide-react";
import { useEffect } from "react";
import { Link, Navigate, NavLink, Outlet, useLocation } from "react-router";
import { signOut, useSession } from "../api/session";
import { keptOf } from "../lib/address";
import { language, type Say, speak } from "../lib/words";
import { useKeptDensity } from "../parts/kept/density";
import { ErrorState, Loading } from "../ui/states";
import { Changes } from "./changes";
import { LaterMenu } from "./later-menu";
import type { Entry } from "./menu";
import { BarePage, Opening } from "./opening";
import { openPalette, Palette } from "./palette";
import { ownFile, type Place, places } from "./places";
import { Settling } from "./settling";
import classes from "./shell.module.css";
import { useAppWords } from "./words";

const shownInBar = 5;

export function Shell() {
  const say = useAppWords();
  useKeptDensity();
  const session = useSession();
  const location = useLocation();
  useEffect(() => {
    document.documentElement.lang = language();
  }, []);
  if (session.isPending || session.isError) {
    return (
      <BarePage title={say("name")} isWhole>
        {session.isPending ? (
          <Loading what={say("page")} />
        ) : (
          <ErrorState error={session.error} retry={() => void session.refetch()} />
        )}
      </BarePage>
    );
  }
  if (session.data === null) {
    const next = encodeURIComponent(location.pathname + location.search + location.hash);
    return <Navigate to={`/dang-nhap?tiep=${next}`} replace />;
  }
  const { needs, rights, person } = session.data;
  if (needs.length > 0 && location.pathname !== "/tai-khoan") return <Navigate to="/tai-khoan" replace />;
  const held = new Set(rights);
  const open = places.filter((place) => place.rights.some((right) => held.has(right)));
  // Who keeps nobody else's file goes to their own.
  const own = person && !held.has("see.person") ? [ownFile(person.key), ...open] : open;
  const here = places.find(({ path }) => location.pathname.startsWith(path));
  return (
    <>
      <a href="#main" className={classes.skip}>
        {say("skip")}
      </a>
      <TopBar own={own} name={session.data.name} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Opening title={say(here?.word ?? "name")} resetBy={location.pathname}>
          <Outlet />
        </Opening>
      </main>
      <BottomBar own={own} />
      <Palette />
      <Settling />
      <Changes />
    </>
  );
}

function TopBar({ own, name }: { own: Place[]; name: string }) {
  const say = useAppWords();
  const kept = useKept();
  const client = useQueryClient();
  const leave = async () => {
    await signOut(client);
    window.location.assign("/dang-nhap");
  };
  return (
    <header className={`${classes.top} no-print`}>
      <Link to={`/${kept}`} className={classes.name}>
        {say("name")}
      </Link>
      <nav aria-label={say("places")} className={classes.places}>
        {own.slice(0, shownInBar).map((place) => (
          <NavLink key={place.path} to={place.path + kept} className={classes.place ?? ""}>
            {say(place.word)}
          </NavLink>
        ))}
        {own.length > shownInBar && <More places={own.slice(shownInBar)} kept={kept} />}
      </nav>
      <Group gap="xs" wrap="nowrap" ml="auto">
        <Button
          variant="default"
          h={44}
          leftSection={<Search size={20} aria-hidden />}
          onClick={openPalette}
          className={classes.search ?? ""}
        >
          <span className="visually-hidden">{say("search")} </span>
          <span className={classes.wide}>Ctrl+K</span>
        </Button>
        <LaterMenu
          position="bottom-end"
          entries={[
            { label: say("account"), to: "/tai-khoan" },
            { label: say("help"), to: "/huong-dan" },
            { label: say("language"), act: () => speak(language() === "vi" ? "en" : "vi") },
            { label: say("signOut"), act: () => void leave() },
          ]}
          target={(props) => (
            <Button variant="subtle" h={44} px="xs" leftSection={<CircleUser size={20} aria-hidden />} {...props}>
              <Text span className={classes.wide}>
                {name}
              </Text>
              <span className="visually-hidden">{say("account")}</span>
            </Button>
          )}
        />
      </Group>
    </header>
  );
}

function More({ places: rest, kept }: { places: Place[]; kept: string }) {
  const say = useAppWords();
  return (
    <LaterMenu
      position="bottom-start"
      entries={entriesOf(rest, kept, say)}
      target={(props) => (
        <Button variant="subtle" h={44} px="sm" {...props}>
          {say("more")}
        </Button>
      )}
    />
  );
}

function BottomBar({ own }: { own: Place[] }) {
  const say = useAppWords();
  const kept = useKept();
  const first = own.length > shownInBar ? own.slice(0, shownInBar - 1) : own;
  const rest = own.slice(first.length);
  return (
    <nav aria-label={say("places")} className={`${classes.bottom} no-print`}>
      {first.map(({ path, word, icon: Icon }) => (
        <NavLink key={path} to={path + kept} className={classes.tab ?? ""}>
          <Icon size={20} aria-hidden />
          <span>{say(word)}</span>
        </NavLink>
      ))}
      {rest.length > 0 && (
        <LaterMenu
          position="top-end"
          entries={entriesOf(rest, kept, say)}
          target={(props) => (
            <button type="button" className={classes.tab} {...props}>
              <Burger component="span" size={16} aria-hidden />
              <span>{say("more")}</span>
            </button>
          )}
        />
      )}
    </nav>
  );
}

function entriesOf(rest: Place[], kept: string, say: Say<Place["word"]>): Entry[] {
  return rest.map(({ path, word, icon }) => ({ label: say(word), icon, to: path + kept }));
}

/** Organisation and day in scope go along from place to place. */
function useKept(): string {
  return keptOf(new URLSearchParams(useLocation().search));
}
