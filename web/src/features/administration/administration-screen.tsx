// Accounts, rights, the log of looking, imports, the store: each part has its address and its right.
import { Tabs } from "@mantine/core";
import { type ComponentType, lazy, Suspense } from "react";
import { Navigate, useNavigate, useParams } from "react-router";
import { useMay } from "../../api/session";
import { Page } from "../../ui/page";
import { Loading, NoRight } from "../../ui/states";
import { useAdministrationWords } from "./words";

const parts = [
  {
    path: "tai-khoan",
    word: "accounts",
    right: "manage.accounts",
    Part: part(async () => (await import("./accounts")).Accounts),
  },
  { path: "quyen", word: "rights", right: "see.rights", Part: part(async () => (await import("./rights")).Rights) },
  {
    path: "nhat-ky",
    word: "log",
    right: "read.access_log",
    Part: part(async () => (await import("./access-log")).AccessLog),
  },
  { path: "nhap", word: "imports", right: "import", Part: part(async () => (await import("./imports")).Imports) },
  { path: "kho", word: "store", right: "see.store", Part: part(async () => (await import("./store")).Store) },
] as const;

function part(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }));
}

export function AdministrationScreen() {
  const say = useAdministrationWords();
  const may = useMay();
  const navigate = useNavigate();
  const { part: asked } = useParams();
  const open = parts.filter(({ right }) => may(right));
  const [first] = open;
  if (asked === undefined && first) return <Navigate to={`/quan-tri/${first.path}`} replace />;
  const present = open.find(({ path }) => path === asked);
  return (
    <Page title={say("title")} tab={present ? say(present.word) : say("title")} guide="quan-tri">
      {!present ? (
        <NoRight detail={say("noRight")} />
      ) : (
        <Tabs
          value={present.path}
          onChange={(next) => next && void navigate(`/quan-tri/${next}`)}
          keepMounted={false}
          activateTabWithKeyboard={false}
        >
          <Tabs.List className="no-print" mb="lg">
            {open.map(({ path, word }) => (
              <Tabs.Tab key={path} value={path} h={44}>
                {say(word)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {open.map(({ path, word, Part }) => (
            <Tabs.Panel key={path} value={path}>
              <Suspense fallback={<Loading what={say(word)} />}>
                <Part />
              </Suspense>
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Page>
  );
}
