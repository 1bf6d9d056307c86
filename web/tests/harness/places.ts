// Every screen of the application: its address, and someone who may see it. `{people}` stands for the key of
// the first record of that list.
import type { House, Name } from "./house";

export interface Place {
  name: string;
  path: string;
  who: Name;
}

const office = (name: string, path: string): Place => ({ name, path, who: "vanphong" });

export const places: Place[] = [
  { name: "viec", path: "/viec", who: "bithu" },
  office("bao-cao", "/bao-cao/2020?pv=DUK"),
  office("bao-cao-so-lieu", "/bao-cao/2020?pv=DUK&so=members.transfers.introduced"),
  office("chi-tieu", "/chi-tieu/2020?pv=DUK"),
  office("thong-ke", "/thong-ke?pv=DUK&hang=gender&cot=ethnicity"),
  office("to-chuc", "/to-chuc"),
  office("to-chuc-mot", "/to-chuc/CQ-01"),
  office("dang-vien", "/dang-vien"),
  office("dang-vien-mot", "/dang-vien/{people}"),
  office("dang-vien-dien-bien", "/dang-vien/{people}?tab=dien-bien"),
  office("dang-vien-ket-nap", "/dang-vien/{people}?lam=person.details_changed"),
  office("lop", "/lop"),
  office("lop-mot", "/lop/{classes}"),
  office("sinh-hoat", "/sinh-hoat"),
  office("sinh-hoat-mot", "/sinh-hoat/{meetings}"),
  office("nghi-quyet", "/nghi-quyet"),
  office("nghi-quyet-mot", "/nghi-quyet/{directives}"),
  office("nhiem-vu", "/nhiem-vu"),
  office("hoat-dong", "/hoat-dong"),
  office("hoat-dong-mot", "/hoat-dong/{activities}"),
  office("doan-the", "/doan-the"),
  office("doan-the-mot", "/doan-the/{mass_organisations}"),
  office("dai-hoi", "/dai-hoi"),
  office("dai-hoi-mot", "/dai-hoi/{congresses}"),
  office("cap-uy", "/cap-uy"),
  office("cap-uy-mot", "/cap-uy/{committees}"),
  office("tai-khoan", "/tai-khoan"),
  office("huong-dan", "/huong-dan"),
  office("mau-giao-dien", "/mau-giao-dien"),
  office("khong-co", "/viec-khong-co"),
  { name: "kiem-tra", path: "/kiem-tra", who: "kiemtra" },
  { name: "kiem-tra-mot", path: "/kiem-tra/{inspections}", who: "kiemtra" },
  { name: "quan-tri", path: "/quan-tri", who: "quantri" },
  { name: "quan-tri-tai-khoan", path: "/quan-tri/tai-khoan", who: "quantri" },
  { name: "quan-tri-quyen", path: "/quan-tri/quyen", who: "quantri" },
  { name: "quan-tri-nhat-ky", path: "/quan-tri/nhat-ky", who: "kiemtoan" },
  office("quan-tri-nhap", "/quan-tri/nhap"),
  { name: "quan-tri-kho", path: "/quan-tri/kho", who: "quantri" },
];

/** The first key of a list, as this person sees it. */
export async function firstKey(house: House, who: Name, list: string): Promise<string> {
  const { rows } = await house.get<{ rows: { key: string }[] }>(who, `/${list}?limit=1`);
  if (!rows[0]) throw new Error(`${list} is empty for ${who}`);
  return rows[0].key;
}

export async function addressOf(house: House, { path, who }: Place): Promise<string> {
  const list = /\{(\w+)\}/.exec(path)?.[1];
  return list ? path.replace(`{${list}}`, encodeURIComponent(await firstKey(house, who, list))) : path;
}
