import { comparable } from '../leak-words.ts'

/**
 * The parts of an address that give a place away: each line and each part between commas, but for countries, states
 * and provinces, bare postal codes of two signs, and towns that stand in the document anyway (`safe`).
 */
export function addressValues(address: string, safe: ReadonlySet<string>): readonly string[] {
  const parts = address.split(/[\n,;]/).map((part) => part.trim())
  return [...new Set([address.trim(), ...parts])].filter((part) => isTelling(part, safe))
}

function isTelling(part: string, safe: ReadonlySet<string>): boolean {
  const words = comparable(part)
  if (words.length < 4 || REGIONS.has(words)) return false
  return ![...safe].some((text) => ` ${comparable(text)} `.includes(` ${words} `))
}

const REGIONS: ReadonlySet<string> = new Set(
  `alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,indiana,iowa,kansas,
kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,
new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,
tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,alberta,british columbia,manitoba,new brunswick,
newfoundland and labrador,nova scotia,ontario,prince edward island,quebec,saskatchewan,northwest territories,nunavut,yukon,canada,usa,
united states,united states of america`
    .split(',')
    .map((name) => name.trim()),
)
