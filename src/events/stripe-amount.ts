// An amount at Stripe as a reader writes it: 4900 eur → "49.00 EUR".

/** UGX and ISK have no decimals either, but Stripe counts them in hundredths. */
const WITHOUT_DECIMALS = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");
const WITH_THREE = "bhd jod kwd omr tnd".split(" ");

export function amountText(smallestUnits: number, currency: string): string {
  const code = currency.toLowerCase();
  const decimals = WITHOUT_DECIMALS.includes(code) ? 0 : WITH_THREE.includes(code) ? 3 : 2;
  return `${(smallestUnits / 10 ** decimals).toFixed(decimals)} ${code.toUpperCase()}`.trim();
}
