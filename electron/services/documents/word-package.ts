import JSZip from 'jszip'

import { wordFont, wordFontAlternatives } from './word-units.ts'

/**
 * Repacks a Word file so that it says nothing but the document.
 *
 * Drops custom properties; rewrites the core properties to title and author; names stand-in fonts; sets every
 * file time to the first one a zip can hold, in a fixed order, so that one model gives one sequence of bytes.
 */
export async function tidyWordPackage(bytes: ArrayBuffer, title: string): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(bytes)
  const target = new JSZip()
  const names = Object.keys(source.files).filter((name) => !name.endsWith('/') && name !== CUSTOM_PROPERTIES)
  for (const name of names.toSorted(contentTypesFirst)) {
    const part = await source.file(name)?.async('string')
    if (part === undefined) continue
    target.file(name, tidyPart(name, part, title), {
      date: ZIP_EPOCH,
      createFolders: false,
    })
  }
  return target.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    platform: 'DOS',
  })
}

const CUSTOM_PROPERTIES = 'docProps/custom.xml'
// In UTC, which the zip library writes: a local date would tell the zone of the machine by the hour of its files.
const ZIP_EPOCH = new Date(Date.UTC(1980, 0, 1))

function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

function tidyPart(name: string, xml: string, title: string): string {
  switch (name) {
    case 'docProps/core.xml':
      return coreProperties(title)
    case '[Content_Types].xml':
      return xml
        .replace(/<Override [^>]*PartName="\/docProps\/custom\.xml"[^>]*\/>/, '')
        .replaceAll(/<Default ContentType="(?:image\/[^"]*|[^"]*obfuscatedFont)"[^>]*\/>/g, '')
    case '_rels/.rels':
      return xml.replace(/<Relationship [^>]*Target="docProps\/custom\.xml"[^>]*\/>/, '')
    case 'word/fontTable.xml':
      return xml.replace(
        /\/>$/,
        `><w:font w:name="${wordFont}"><w:altName w:val="${wordFontAlternatives}"/></w:font></w:fonts>`,
      )
    default:
      return xml
  }
}

function coreProperties(title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ',
    'xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Evenhand</dc:creator>`,
    '</cp:coreProperties>',
  ].join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
