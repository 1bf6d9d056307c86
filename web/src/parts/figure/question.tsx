// What the figures of a page have in common, and the link by which each opens its list.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type MouseEvent, type ReactNode, useCallback, useContext, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { prefetchFigure, type Question } from "../../api/figures";
import { type Session, sessionKey } from "../../api/session";
import { openedHere } from "../../lib/address";
import { type Asked, openedAddress, openedFigure, withoutFigure } from "./opened";

interface Scope {
  page: Partial<Question>;
  pathname: string;
  search: string;
  open: (to: string) => void;
}

const Scoped = createContext<Scope | undefined>(undefined);

function useScopeHere({ org, year, structure, asKnown }: Partial<Question>): Scope {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const page = useMemo(() => ({ org, year, structure, asKnown }), [org, year, structure, asKnown]);
  const open = useCallback(
    (to: string) => {
      const figure = openedFigure(new URLSearchParams(to.slice(to.indexOf("?"))), page);
      if (figure) prefetchFigure(client, figure.name, figure, figure.month !== undefined);
      void navigate(to, { state: openedHere, preventScrollReset: true });
    },
    [navigate, client, page],
  );
  // Opening a figure changes none of this: a page with hundreds of them draws none anew.
  const left = withoutFigure(search);
  return useMemo(() => ({ page, pathname, search: left, open }), [page, pathname, left, open]);
}

/** Says once for all figures of a page for whom, when and as known when they are told. */
export function FigureScope({ value, children }: { value: Partial<Question>; children: ReactNode }) {
  return <Scoped value={useScopeHere(value)}>{children}</Scoped>;
}

const nothing = {};

export interface FigureLinkProps {
  asked: Asked;
  title?: string | undefined;
  name?: string | undefined;
  className?: string | undefined;
  /** What stands where there is no list to open. */
  otherwise: ReactNode;
  children: ReactNode;
}

/** Opens the list behind a figure; outside of a FigureScope all of the question stands in the address. */
export function FigureLink(props: FigureLinkProps) {
  const scope = useContext(Scoped);
  return scope ? <Anchor {...props} scope={scope} /> : <Unscoped {...props} />;
}

function Unscoped(props: FigureLinkProps) {
  return <Anchor {...props} scope={useScopeHere(nothing)} />;
}

function Anchor({ scope, asked, title, name, className, otherwise, children }: FigureLinkProps & { scope: Scope }) {
  const maySeeList = useMaySeeList();
  const to = openedAddress(scope, asked, scope.page);
  if (to === undefined || !maySeeList) return otherwise;
  const follow = (event: MouseEvent) => {
    // Another tab, another window: the browser's own business.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    scope.open(to);
  };
  return (
    <a href={to} onClick={follow} title={title} aria-label={name} className={className}>
      {children}
    </a>
  );
}

/** The session is known before any page is drawn; a page of hundreds of numbers need not ask it for each. */
export function useMaySeeList(): boolean {
  const session = useQueryClient().getQueryData<Session | null>(sessionKey);
  return session?.rights.includes("see.figures.lists") ?? false;
}
