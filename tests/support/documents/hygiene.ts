import type { WordParts } from './unpack.ts'

/** What must not be in a file that goes to the other side. */
export function hygieneProblems(parts: WordParts): readonly string[] {
  const all = [...parts].map(([name, xml]) => `${name}\n${xml}`).join('\n')
  const checks: Readonly<Record<string, RegExp>> = {
    'external target': /TargetMode="External"/,
    link: /<w:hyperlink|attachedTemplate/,
    comment: /comments\.xml|<w:comment/,
    'revision mark': /<w:(?:ins|del|rsid\w*)\b|w:rsid/,
    macro: /vbaProject|macroEnabled/,
    'custom part': /customXml|custom\.xml/,
    thumbnail: /thumbnail/,
    date: /dcterms:|\d{4}-\d\d-\d\dT/,
  }
  return Object.entries(checks).flatMap(([problem, pattern]) => (pattern.test(all) ? [problem] : []))
}
