// The form that the address names, in a drawer over the screen; Back closes it, and what was written stays.
import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useEffect } from "react";
import { useCatalogue } from "../../api/catalogue";
import type { Receipt } from "../../api/records";
import { useAddress } from "../../lib/address";
import { useLabel } from "../../lib/words";
import { Boundary } from "../../ui/boundary";
import { ErrorState, Loading } from "../../ui/states";
import classes from "./act.module.css";
import { namesInAddress, voiding } from "./act-address";
import { useBatch } from "./batch";
import type { ActFormProps, Subject } from "./kinds";
import { RecordedLine } from "./recorded-line";
import { useActWords } from "./words";

const fetched = () => import("./opened-act");
const OpenedAct = lazy(async () => ({ default: (await fetched()).OpenedAct }));

interface ActDrawerProps {
  /** The record that the screen shows; acts without `lam_ve` in the address are about it. */
  subject?: Subject;
  /** Data to begin with, by the name of the field. */
  preset?: Record<string, unknown>;
  /** Labels of what the preset names: "organisation:CQ-01-01". */
  labels?: Record<string, string>;
  /** What stands beside the form of a type of act, where it has something to show beforehand. */
  previewOf?: (type: string) => ActFormProps["preview"] | undefined;
  /** Where it answers true it went elsewhere itself, in place of the form's address. */
  onDone?: (receipt: Receipt, type: string) => unknown;
}

export function ActDrawer({ subject, preset, labels, previewOf, onDone }: ActDrawerProps) {
  const label = useLabel();
  const say = useActWords();
  const { data } = useCatalogue();
  const { values, close: closeAll } = useAddress();
  const isPhone = useMediaQuery("(max-width: 640px)");
  const name = values.get("lam") ?? undefined;
  const batch = useBatch(values);
  const close = () => closeAll(Object.fromEntries(namesInAddress.map((each) => [each, undefined])));
  useEffect(() => {
    // Forms are fetched while the screen is looked at, so that they open at once.
    const timer = setTimeout(() => void fetched().catch(() => undefined), 1500);
    return () => clearTimeout(timer);
  }, []);
  const type = data?.events.find((event) => event.name === name);
  const title = name === voiding ? say("void") : type ? label(type.label) : say("form");
  const preview = name === undefined ? undefined : previewOf?.(name);
  const isWide = batch.length > 1 || preview !== undefined;
  return (
    <>
      <Drawer
        opened={name !== undefined}
        onClose={close}
        position="right"
        size={isPhone ? "100%" : isWide ? 1040 : 680}
        title={title}
        classNames={{ title: classes.title ?? "", content: classes.drawer ?? "" }}
        closeButtonProps={{ "aria-label": say("cancel"), size: 44 }}
        // What was written is kept; a press beside the drawer is more often a slip than a wish.
        closeOnClickOutside={false}
        transitionProps={{ transition: "fade", duration: 100 }}
      >
        {name && (
          <Boundary resetBy={name} failed={(error) => <ErrorState error={error} retry={() => location.reload()} />}>
            <Suspense fallback={<Loading what={say("formOf")} />}>
              <OpenedAct
                key={namesInAddress.map((each) => values.getAll(each)).join("|")}
                name={name}
                values={values}
                subject={subject}
                batch={batch}
                preset={preset}
                labels={labels}
                preview={preview}
                onDone={(receipt) => {
                  if (onDone?.(receipt, name) !== true) close();
                }}
                onCancel={close}
              />
            </Suspense>
          </Boundary>
        )}
      </Drawer>
      <RecordedLine />
    </>
  );
}
