// The places of the top bar and the bottom bar: who has the right sees them.
import {
  Activity,
  BookOpen,
  Building2,
  ClipboardList,
  FileText,
  Gavel,
  GraduationCap,
  Landmark,
  ListTodo,
  type LucideIcon,
  Settings,
  ShieldCheck,
  Table2,
  Target,
  Users,
  UsersRound,
} from "lucide-react";

export interface Place {
  path: string;
  word:
    | "work"
    | "organisations"
    | "people"
    | "ownFile"
    | "classes"
    | "meetings"
    | "directives"
    | "tasks"
    | "inspections"
    | "activities"
    | "massOrganisations"
    | "congresses"
    | "committees"
    | "report"
    | "targets"
    | "statistics"
    | "administration";
  icon: LucideIcon;
  /** Any of these rights shows it. */
  rights: string[];
}

/** In the order of their weight; a bar shows the first few that a user has, the rest stand under "Thêm". */
export const places: Place[] = [
  { path: "/bao-cao", word: "report", icon: FileText, rights: ["see.reports"] },
  { path: "/to-chuc", word: "organisations", icon: Building2, rights: ["see.tree"] },
  { path: "/dang-vien", word: "people", icon: Users, rights: ["see.person"] },
  { path: "/kiem-tra", word: "inspections", icon: Gavel, rights: ["see.inspection"] },
  { path: "/sinh-hoat", word: "meetings", icon: BookOpen, rights: ["see.meeting"] },
  { path: "/viec", word: "work", icon: ListTodo, rights: ["see.person", "see.inspection"] },
  {
    path: "/quan-tri",
    word: "administration",
    icon: Settings,
    rights: ["manage.accounts", "read.access_log", "see.store", "import"],
  },
  { path: "/lop", word: "classes", icon: GraduationCap, rights: ["see.class"] },
  { path: "/nghi-quyet", word: "directives", icon: ClipboardList, rights: ["see.directive"] },
  { path: "/nhiem-vu", word: "tasks", icon: ShieldCheck, rights: ["see.directive"] },
  { path: "/hoat-dong", word: "activities", icon: Activity, rights: ["see.activity"] },
  { path: "/doan-the", word: "massOrganisations", icon: UsersRound, rights: ["see.mass_organisation"] },
  { path: "/dai-hoi", word: "congresses", icon: Landmark, rights: ["see.congress"] },
  { path: "/cap-uy", word: "committees", icon: Landmark, rights: ["see.committee"] },
  { path: "/chi-tieu", word: "targets", icon: Target, rights: ["see.target", "see.reports"] },
  { path: "/thong-ke", word: "statistics", icon: Table2, rights: ["see.statistics"] },
];

export function ownFile(key: string): Place {
  return { path: `/dang-vien/${encodeURIComponent(key)}`, word: "ownFile", icon: Users, rights: [] };
}
