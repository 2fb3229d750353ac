// A domain as the net spells it (RFC 3492, 5891): münchen.de and xn--mnchen-3ya.de are one.

/** Fixed by RFC 3492, section 5. */
const BASE = 36;
const DIGIT_MIN = 1;
const DIGIT_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_POINT = 128;

export function asciiDomain(domain: string): string {
  const labels = domain.split(".");
  return labels.map((one) => (/^[ -~]*$/.test(one) ? one : `xn--${punycode(one)}`)).join(".");
}

function punycode(label: string): string {
  const points = Array.from(label, (sign) => sign.codePointAt(0) ?? 0);
  const plain = points.filter((point) => point < FIRST_POINT);
  let coded = String.fromCharCode(...plain) + (plain.length > 0 ? "-" : "");
  let from = FIRST_POINT;
  let delta = 0;
  let bias = FIRST_BIAS;
  for (let done = plain.length; done < points.length; from += 1, delta += 1) {
    const least = from;
    const next = Math.min(...points.filter((point) => point >= least));
    delta += (next - from) * (done + 1);
    from = next;
    for (const point of points) {
      if (point < from) delta += 1;
      if (point !== from) continue;
      coded += digitsOf(delta, bias);
      done += 1;
      bias = adapted(delta, done, done === plain.length + 1);
      delta = 0;
    }
  }
  return coded;
}

function digitsOf(delta: number, bias: number): string {
  let digits = "";
  let rest = delta;
  for (let place = BASE; ; place += BASE) {
    const least = Math.min(DIGIT_MAX, Math.max(DIGIT_MIN, place - bias));
    if (rest < least) return digits + digit(rest);
    const above = rest - least;
    digits += digit(least + (above % (BASE - least)));
    rest = Math.floor(above / (BASE - least));
  }
}

/** a to z, then 0 to 9. */
function digit(value: number): string {
  return "abcdefghijklmnopqrstuvwxyz0123456789".charAt(value);
}

function adapted(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / points);
  let bias = 0;
  for (; rest > ((BASE - DIGIT_MIN) * DIGIT_MAX) / 2; bias += BASE) {
    rest = Math.floor(rest / (BASE - DIGIT_MIN));
  }
  return bias + Math.floor((BASE * rest) / (rest + SKEW));
}
