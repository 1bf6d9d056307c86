// Which address shows which screen. Each screen is a chunk of its own, fetched when it is gone to; only the
// report, with which most begin, comes along at once. The addresses
// are those that the server answers with this application (src/http/web/addresses.cpp).
import { type ComponentType, lazy } from "react";
import { Outlet, Route, Routes } from "react-router";
import { ReportScreen } from "../features/report/report-screen";
import { Home } from "./home";
import { Opening } from "./opening";
import { Shell } from "./shell";
import { UnknownPlace } from "./unknown-place";
import { useAppWords } from "./words";

type Loaded = Promise<ComponentType>;

function screen(path: string, load: () => Loaded) {
  const Screen = lazy(async () => ({ default: await load() }));
  return <Route key={path} path={path} element={<Screen />} />;
}

const outside = [
  screen("/dang-nhap", async () => (await import("../features/session/sign-in-screen")).SignInScreen),
  screen("/dang-nhap/lan-dau", async () => (await import("../features/session/first-screen")).FirstScreen),
];

const inside = [
  screen("viec", async () => (await import("../features/waiting/waiting-screen")).WaitingScreen),
  <Route key="bao-cao" path="bao-cao/:year?" element={<ReportScreen />} />,
  screen("chi-tieu/:year?", async () => (await import("../features/target/targets-screen")).TargetsScreen),
  screen("thong-ke", async () => (await import("../features/statistics/statistics-screen")).StatisticsScreen),
  screen(
    "to-chuc/:key?",
    async () => (await import("../features/organisation/organisation-screen")).OrganisationScreen,
  ),
  screen("dang-vien", async () => (await import("../features/membership/people-screen")).PeopleScreen),
  screen("dang-vien/:key", async () => (await import("../features/membership/person-screen")).PersonScreen),
  screen("lop", async () => (await import("../features/training/classes-screen")).ClassesScreen),
  screen("lop/:key", async () => (await import("../features/training/class-screen")).ClassScreen),
  screen("sinh-hoat", async () => (await import("../features/meeting/meetings-screen")).MeetingsScreen),
  screen("sinh-hoat/:key", async () => (await import("../features/meeting/meeting-screen")).MeetingScreen),
  screen("nghi-quyet", async () => (await import("../features/directive/directives-screen")).DirectivesScreen),
  screen("nghi-quyet/:key", async () => (await import("../features/directive/directive-screen")).DirectiveScreen),
  screen("nhiem-vu", async () => (await import("../features/directive/tasks-screen")).TasksScreen),
  screen("kiem-tra", async () => (await import("../features/inspection/inspections-screen")).InspectionsScreen),
  screen("kiem-tra/:key", async () => (await import("../features/inspection/inspection-screen")).InspectionScreen),
  screen("hoat-dong", async () => (await import("../features/activity/activities-screen")).ActivitiesScreen),
  screen("hoat-dong/:key", async () => (await import("../features/activity/activity-screen")).ActivityScreen),
  screen(
    "doan-the",
    async () => (await import("../features/activity/mass-organisations-screen")).MassOrganisationsScreen,
  ),
  screen(
    "doan-the/:key",
    async () => (await import("../features/activity/mass-organisation-screen")).MassOrganisationScreen,
  ),
  screen("dai-hoi", async () => (await import("../features/congress/congresses-screen")).CongressesScreen),
  screen("dai-hoi/:key", async () => (await import("../features/congress/congress-screen")).CongressScreen),
  screen("cap-uy", async () => (await import("../features/congress/committees-screen")).CommitteesScreen),
  screen("cap-uy/:key", async () => (await import("../features/congress/committee-screen")).CommitteeScreen),
  screen(
    "quan-tri/:part?",
    async () => (await import("../features/administration/administration-screen")).AdministrationScreen,
  ),
  screen("tai-khoan", async () => (await import("../features/session/account-screen")).AccountScreen),
  screen("huong-dan/:page?", async () => (await import("../features/guide/guide-screen")).GuideScreen),
  screen("mau-giao-dien", async () => (await import("../features/pattern/pattern-screen")).PatternScreen),
];

/** The pages before one is signed in: nothing stands around them. */
function Outside() {
  const say = useAppWords();
  return (
    <Opening title={say("name")} isWhole>
      <Outlet />
    </Opening>
  );
}

export function Places() {
  return (
    <Routes>
      <Route element={<Outside />}>{outside}</Route>
      <Route path="/" element={<Shell />}>
        <Route index element={<Home />} />
        {inside}
        <Route path="*" element={<UnknownPlace />} />
      </Route>
    </Routes>
  );
}
