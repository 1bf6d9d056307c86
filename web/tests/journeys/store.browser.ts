// Whoever minds the store sees whether it is sound and how old its backup is, and nothing of anybody.
import { join } from "node:path";
import { expect, test } from "../harness/test";

test.use({ houseName: "store" });

test("the store is verified from its page, and says how old its backup is", async ({ as, house }) => {
  const page = await as("quantri");
  await page.goto("/quan-tri/kho");
  const backup = page.getByRole("region", { name: "Sao lưu" });
  await expect(backup).toContainText("Chưa có bản sao lưu nào");
  const verified = page.getByRole("region", { name: "Kiểm tra sổ ngay" });
  await verified.getByRole("button", { name: "Kiểm tra sổ ngay" }).click();
  await expect(verified).toContainText("Sổ nguyên vẹn");

  const file = join(house.folder, "so.zip");
  house.run("backup", file);
  await page.reload();
  await expect(backup).toContainText("Đã sao lưu trong 24 giờ qua");
  await expect(backup).toContainText(file);
  await expect(backup).toContainText("MB");
  await expect(verified).toContainText("Sổ nguyên vẹn");

  const auditor = await as("kiemtoan");
  await auditor.goto("/quan-tri/nhat-ky");
  await expect(auditor.getByRole("row", { name: /Sao lưu/ }).first()).toContainText("vanphong");
});
