/** What a proof with its control takes at the numbers of a release candidate, on two quiet cores. It decides the order. */
const seconds: Readonly<Partial<Record<string, number>>> = {
  E7: 1,
  X5: 1,
  C1: 2,
  C4: 2,
  X3: 2,
  C6: 2,
  C7: 2,
  E2: 3,
  E4: 3,
  E6: 4,
  E3: 5,
  S6: 7,
  E8: 8,
  C2: 9,
  C8: 10,
  C9: 15,
  S2: 25,
  E5: 26,
  C10: 30,
  E1: 35,
  P8: 40,
  C5: 45,
  S7: 60,
  S5: 70,
  C3: 80,
  P1: 120,
  C11: 150,
  P2: 160,
  S4: 240,
  LT: 240,
  P6: 310,
  S3: 400,
  S1: 410,
}

/** A proof that is not in the list comes last. */
export function usualSeconds(id: string): number {
  return seconds[id] ?? 600
}
