// The file of one person; for the person themself in plain words, too.
import { useParams } from "react-router";
import type { SubjectState } from "../../api/records";
import { useMay, useSession } from "../../api/session";
import { RecordScreen, type RecordTab } from "../../parts/record/record-screen";
import type { Section } from "../../parts/record/sections";
import { Looks } from "./looks";
import { OwnFile } from "./own-file";
import { usePersonWords } from "./person-words";
import { Viewers } from "./viewers";

const facts = [
  "admitted_on",
  "full_from",
  "party_age",
  "card_number",
  "age",
  "rating",
  "rating_year",
  "badge",
  "is_exempt",
];

/** What the member form (2-HSĐV) asks of everybody. */
const always = [
  "birth_place",
  "home_place",
  "residence",
  "ethnicity",
  "religion",
  "class_background",
  "occupation",
  "education",
  "professional",
  "political_theory",
  "health",
  "id_number",
];

function required(state: SubjectState): string[] {
  const standing = state.traits.standing?.value;
  if (standing === "probationary") return [...always, "record_number"];
  return standing === "full" ? [...always, "record_number", "card_number"] : always;
}

export function PersonScreen() {
  const say = usePersonWords();
  const { key = "" } = useParams();
  const { data: session } = useSession();
  const may = useMay();
  const isOwn = session?.person?.key === key;
  const sections: Section[] = [
    {
      name: "ly-lich",
      title: say("background"),
      isWhole: true,
      fields: [
        "full_name",
        "other_name",
        "gender",
        "birth_date",
        "birth_place",
        "home_place",
        "ethnicity",
        "religion",
        "class_background",
        "youth_union_on",
        "enlisted_on",
        "discharged_on",
      ],
    },
    {
      name: "trinh-do",
      title: say("education"),
      isWhole: true,
      fields: [
        "occupation",
        "post",
        "education",
        "professional",
        "academic_title",
        "political_theory",
        "foreign_language",
        "informatics",
        "minority_language",
      ],
    },
    {
      name: "dang",
      title: say("party"),
      fields: ["seat", "standing", "admitted_on", "confirmed_on", "full_from", "card_number", "record_number"],
    },
    {
      name: "lien-he",
      title: say("contact"),
      isWhole: true,
      fields: ["id_number", "residence", "temporary_residence", "phone", "email"],
    },
    { name: "khac", title: say("other"), isWhole: true, fields: ["health", "note"] },
  ];
  const tabs = (): RecordTab[] => [
    ...(isOwn || may("see.viewers")
      ? [{ name: "ai-xem-duoc", label: say("viewers"), content: <Viewers person={key} /> }]
      : []),
    ...(isOwn || may("read.access_log")
      ? [{ name: "ai-da-xem", label: say("looks"), content: <Looks person={key} /> }]
      : []),
  ];
  return (
    <RecordScreen
      list="people"
      recordKey={key}
      guide="dang-vien"
      sections={sections}
      facts={isOwn ? [] : facts}
      required={required}
      tabs={tabs}
      {...(isOwn && { extra: (state: SubjectState) => <OwnFile state={state} /> })}
    />
  );
}
