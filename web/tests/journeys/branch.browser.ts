// The secretary of a small branch, on a phone: a meeting is written down, and counts.
import { choose, formOf, send, write } from "../harness/acts";
import { expect, stands, test } from "../harness/test";

test.use({ houseName: "branch", viewport: { width: 390, height: 844 } });

test("a branch's secretary writes down a meeting: the branch stands already, and the figure follows", async ({
  as,
  house,
  watch,
}) => {
  watch.expected.add(422);
  const session = await house.get<{ roles: { organisation: { key: string; label: string } }[] }>(
    "bithuchibo",
    "/session",
  );
  const branch = session.roles[0]?.organisation;
  if (!branch) throw new Error("bithuchibo has no branch");
  const held = async () =>
    (await house.get<{ value: number }>("bithuchibo", `/figures/meetings.held?org=${branch.key}&year=2021`)).value;
  const before = await held();
  const page = await as("bithuchibo");
  await page.goto("/sinh-hoat");
  await stands(page);
  await page.getByRole("main").getByRole("link", { name: "Họp, sinh hoạt" }).click();
  const form = formOf(page);
  await expect(form.getByLabel("Tổ chức đảng").first()).toHaveValue(new RegExp(branch.label));
  await choose(form, "Loại", "Sinh hoạt chuyên đề");
  await write(form, "Có hiệu lực từ ngày", "5/2/2021");
  await write(form, "Số có mặt", "3");
  await write(form, "Vắng có lý do", "0");
  await write(form, "Vắng không lý do", "0");
  await write(form, "Chủ đề, nội dung", "Đọc lại Điều lệ");
  await send(page, "Ghi vào sổ");
  expect(await held()).toBe(before + 1);
  await page.goto("/sinh-hoat");
  await expect(page.getByRole("main")).toContainText("Đọc lại Điều lệ");
});
