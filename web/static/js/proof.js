// The small effort that a busy school asks: for each part a number such that SHA-256("seed.part.number") begins with
// zero bits. In slices on the main thread: workers need more of the content policy in older browsers, and
// crypto.subtle needs https and is slower for so many short texts.

const SLICE_MS = 40;
const FIRST = [];
const ROUND = [];

for (let n = 2; ROUND.length < 64; n += 1) {
  let prime = true;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
  if (!prime) continue;
  if (FIRST.length < 8) FIRST.push(fraction(n ** (1 / 2)));
  ROUND.push(fraction(n ** (1 / 3)));
}

function fraction(root) {
  return ((root - Math.floor(root)) * 0x100000000) | 0;
}

const words = new Int32Array(64);

// The first 32 bits of the SHA-256 of a short ASCII text: less than 56 characters, which is one block.
export function firstBits(text) {
  words.fill(0, 0, 16);
  for (let i = 0; i < text.length; i += 1) words[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  words[15] = 8 * text.length;
  for (let i = 16; i < 64; i += 1) {
    const x = words[i - 15];
    const y = words[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = FIRST;
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  return (FIRST[0] + a) >>> 0;
}

/** @returns {Promise<string>} the numbers, with commas between */
export async function solve({ raadsel, delen, nullen }) {
  const limit = 2 ** (32 - Number(nullen));
  const numbers = [];
  let since = performance.now();
  for (let part = 0; part < Number(delen); part += 1) {
    const start = `${raadsel}.${part}.`;
    let number = 0;
    while (firstBits(start + number) >= limit) {
      number += 1;
      if (number % 256 === 0 && performance.now() - since > SLICE_MS) {
        await new Promise((go) => { setTimeout(go); });
        since = performance.now();
      }
    }
    numbers.push(number);
  }
  return numbers.join(',');
}

// A page that waits and has script after all sends itself on.
export async function sendOn(form) {
  form.elements.opgelost.value = await solve(form.dataset);
  form.requestSubmit(form.elements.antwoord);
}
