import { expect, test } from "vitest";
import { formatMoney, parseRupees } from "../src/kit/money";

test.each([
  ["1.5 crore", "15000000"],
  ["15 lakh", "1500000"],
  ["Rs 12,50,000", "1250000"],
  ["۱۵ لاکھ", "1500000"],
  ["۲٫۵ کروڑ", "25000000"],
  ["1 ارب", "1000000000"],
  ["2 lac", "200000"],
  ["1250000.50", "1250000.5"],
  ["0.125 crore", "1250000"],
  ["1.00000001 crore", "10000000.1"],
  ["500 rupees", "500"],
  ["007", "7"],
])("%s is an amount", (written, amount) => {
  expect(parseRupees(written)).toBe(amount);
});

test.each(["", "a lot", "1.5.2", "-5", "12 dozen", "crore", "1e9", ",", "1,5 crore", "12,50"])(
  "%s is none",
  (written) => {
    expect(parseRupees(written)).toBeNull();
  },
);

test("rupees are grouped and said as people say them", () => {
  const of = (amount: string) => ({ amount, currency: "PKR" });
  expect(formatMoney(of("15000000"), "en")).toBe("Rs 1,50,00,000 (1.5 crore)");
  expect(formatMoney(of("1440000"), "en")).toBe("Rs 14,40,000 (14.4 lakh)");
  expect(formatMoney(of("143750000"), "en")).toBe("Rs 14,37,50,000 (14.375 crore)");
  expect(formatMoney(of("12345678"), "en")).toBe("Rs 1,23,45,678 (about 1.23 crore)");
  expect(formatMoney(of("12345678"), "ur")).toBe("1,23,45,678 روپے (تقریباً 1.23 کروڑ)");
  expect(formatMoney(of("10000000.5"), "en")).toBe("Rs 1,00,00,000.50 (about 1 crore)");
  expect(formatMoney(of("950.5"), "en")).toBe("Rs 950.50");
  expect(formatMoney(of("15000000"), "ur")).toBe("1,50,00,000 روپے (1.5 کروڑ)");
  expect(formatMoney({ amount: "2000.50", currency: "USD" }, "en")).toBe("USD 2,000.50");
  expect(formatMoney(of("1000000000000000"), "en")).toBe(
    "Rs 1,00,00,00,00,00,00,000 (100000000 crore)",
  );
});
