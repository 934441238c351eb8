// Exact decimals: money as whole ten-thousandths, which is all that a till may send.
const DECIMALS = 4;

/** "75.32" to 753200n. */
export function parse(text) {
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const units = BigInt(whole + decimals.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
  return sign ? -units : units;
}

/** 753200n to "75.32": two decimals at least, more where they aren't zero. */
export function format(units) {
  const digits = String(units < 0n ? -units : units).padStart(DECIMALS + 1, "0");
  const whole = digits.slice(0, -DECIMALS).replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = digits.slice(-DECIMALS).replace(/0{1,2}$/, "");
  return (units < 0n ? "-" : "") + whole + "." + decimals;
}

/** For drawing only. */
export const approximate = (units) => Number(units) / 10 ** DECIMALS;

/** JSON whose numbers with a fraction stay as they were written. */
export function readJson(text) {
  return JSON.parse(text, (key, value, context) =>
    typeof value === "number" && (key === "revenue" || key === "corrected") ? (context?.source ?? String(value)) : value);
}
