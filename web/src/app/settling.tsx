// What the server may ask in the middle of things: to sign in again, or for the password once more. It is
// asked in a dialog over what is on the screen, so nothing that was typed is lost; what was being sent waits
// for the answer and then goes on. One question at a time, however many requests wait for it.
import { lazy, Suspense, useEffect, useState } from "react";
import { settleWith } from "../api/client";
import { useSession } from "../api/session";

const Dialog = lazy(async () => ({ default: (await import("./settling-dialog")).SettlingDialog }));

type Question = "sign_in" | "confirm";
interface Asked {
  question: Question;
  answered: Promise<boolean>;
  settle: (isSettled: boolean) => void;
}

function ask(question: Question, onSettled: () => void): Asked {
  let settle: (isSettled: boolean) => void = () => undefined;
  const answered = new Promise<boolean>((resolve) => {
    settle = resolve;
  }).finally(onSettled);
  return { question, answered, settle };
}

export function Settling() {
  const [asked, setAsked] = useState<Asked>();
  const { data: session } = useSession();
  useEffect(() => {
    let open: Asked | undefined;
    const put = async (question: Question): Promise<boolean> => {
      // Whoever signs in has given the password: that answers both questions.
      while (open && open.question !== question) await open.answered;
      if (!open) {
        open = ask(question, () => {
          open = undefined;
          setAsked(undefined);
        });
        setAsked(open);
      }
      return open.answered;
    };
    settleWith({ signIn: () => put("sign_in"), confirm: () => put("confirm") });
    return () => {
      open?.settle(false);
      settleWith({});
    };
  }, []);
  if (!asked || !session) return null;
  return (
    <Suspense fallback={null}>
      <Dialog question={asked.question} session={session} onSettled={asked.settle} />
    </Suspense>
  );
}
