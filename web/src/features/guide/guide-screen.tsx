// The guide: its contents, a page, and a search over all pages. It is written in Vietnamese, in docs/guide.
import { Anchor, List, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { Link, useLocation, useParams } from "react-router";
import { useAddress } from "../../lib/address";
import { useLanguage } from "../../lib/words";
import { useWrittenAddress } from "../../lib/written-address";
import { Page } from "../../ui/page";
import { EmptyState, ErrorState, Loading } from "../../ui/states";
import classes from "./guide.module.css";
import { PageText } from "./page-text";
import { allPages, type GuidePage, headingName, passages } from "./texts";
import { useGuideWords } from "./words";

export function GuideScreen() {
  const say = useGuideWords();
  const language = useLanguage();
  const { page: asked } = useParams();
  const { get } = useAddress();
  const written = useWrittenAddress("q");
  const wanted = useDeferredValue(get("q") ?? "").trim();
  const pages = useQuery({ queryKey: ["guide"], queryFn: allPages, staleTime: Number.POSITIVE_INFINITY });
  const shown = pages.data?.find(({ name }) => name === asked) ?? (asked === undefined ? pages.data?.[0] : undefined);
  useScrollToHeading(shown);
  return (
    <Page
      title={say("title")}
      tab={shown?.title ?? say("title")}
      about={language === "vi" ? undefined : say("onlyVietnamese")}
      guide="bat-dau"
    >
      {pages.isPending && <Loading what={say("title")} />}
      {pages.isError && <ErrorState error={pages.error} retry={() => void pages.refetch()} />}
      {pages.data && (
        <div className={classes.columns}>
          <Stack gap="md" className="no-print">
            <TextInput size="md" type="search" label={say("search")} {...written} />
            <Contents pages={pages.data} present={shown?.name} asked={asked !== undefined} />
          </Stack>
          {wanted !== "" ? (
            <Found pages={pages.data} wanted={wanted} />
          ) : shown ? (
            <article className={`card ${classes.text}`} lang="vi">
              <PageText text={shown.text} />
            </article>
          ) : (
            <EmptyState title={say("noPage")}>{say("noPageWhat")}</EmptyState>
          )}
        </div>
      )}
    </Page>
  );
}

/** On a phone the page that was asked for stands first, and the contents are opened when they are wanted. */
function Contents({ pages, present, asked }: { pages: GuidePage[]; present: string | undefined; asked: boolean }) {
  const say = useGuideWords();
  const isNarrow = useMediaQuery("(max-width: 860px)", undefined, { getInitialValueInEffect: false });
  const isPut = !(isNarrow && asked);
  const [isOpen, setOpen] = useState(isPut);
  useEffect(() => setOpen(isPut), [isPut]);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>{say("contents")}</summary>
      <nav aria-label={say("contents")}>
        <ul className={classes.contents} lang="vi">
          {pages.map(({ name, title }) => (
            <li key={name}>
              <Link to={`/huong-dan/${name}`} aria-current={name === present ? "page" : undefined}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function Found({ pages, wanted }: { pages: GuidePage[]; wanted: string }) {
  const say = useGuideWords();
  const found = passages(pages, wanted);
  return (
    <Stack gap="md">
      <Text role="status">{say("found", { count: found.length, text: wanted })}</Text>
      {found.length === 0 && <EmptyState title={say("noneFound")} />}
      <List listStyleType="none" lang="vi" className={classes.found ?? ""}>
        {found.map(({ page, title, heading, excerpt }) => (
          <List.Item key={`${page} ${heading}`}>
            <Title order={2}>
              <Anchor
                component={Link}
                to={`/huong-dan/${page}${heading === undefined ? "" : `#${headingName(heading)}`}`}
                inherit
              >
                {heading === undefined ? title : `${title} · ${heading}`}
              </Anchor>
            </Title>
            <Text>{excerpt}</Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** A heading that the address names is gone to once it is there. */
function useScrollToHeading(shown: GuidePage | undefined): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!shown || hash === "") return;
    const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
    heading?.scrollIntoView();
    // Pictures that come later move what stands below them.
    let isOver = false;
    const pictures = [...document.querySelectorAll<HTMLImageElement>("#main article img")];
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (!isOver) heading?.scrollIntoView();
    });
    return () => {
      isOver = true;
    };
  }, [shown, hash]);
}
