// A page that is still being opened, or could not be. It has a heading from its first moment, as every page.
import { Stack, Title } from "@mantine/core";
import { type ReactNode, Suspense } from "react";
import { Boundary } from "../ui/boundary";
import { ErrorState, Loading } from "../ui/states";
import classes from "./shell.module.css";
import { useAppWords } from "./words";

interface Bare {
  title: string;
  /** Nothing stands around it yet, neither bars nor `<main>`. */
  isWhole?: boolean;
  children: ReactNode;
}

/** A page of which only the name is known. */
export function BarePage({ title, isWhole = false, children }: Bare) {
  const page = (
    <Stack gap="lg">
      <Title order={1}>{title}</Title>
      {children}
    </Stack>
  );
  return isWhole ? <main className={classes.main}>{page}</main> : page;
}

/** What its code is fetched for: until that has come, and where it does not, a bare page stands instead. */
export function Opening({ children, resetBy, ...bare }: Bare & { resetBy?: string }) {
  const say = useAppWords();
  const failed = (error: unknown) => (
    <BarePage {...bare}>
      <ErrorState title={say("failed")} what={say("failedWhat")} error={error} retry={() => window.location.reload()} />
    </BarePage>
  );
  return (
    <Boundary failed={failed} {...(resetBy !== undefined && { resetBy })}>
      <Suspense
        fallback={
          <BarePage {...bare}>
            <Loading what={say("page")} />
          </BarePage>
        }
      >
        {children}
      </Suspense>
    </Boundary>
  );
}
