import { Document, Packer, Paragraph } from 'docx'

/** A Word plan of articles with fifty clauses each, their headings counted: `1`, `1.1` … `1.49`, `2` … */
export async function largePlan(clauses: number): Promise<{ readonly bytes: Buffer }> {
  const children = [new Paragraph('PARENTING PLAN')]
  for (let article = 1; article <= clauses / 50; article++) {
    children.push(new Paragraph(`${article}. ARTICLE ${article}`))
    for (let clause = 1; clause < 50; clause++)
      children.push(
        new Paragraph(`${article}.${clause} The child is with the parent named in ${article}.${clause}.`),
      )
  }
  return { bytes: await Packer.toBuffer(new Document({ sections: [{ children }] })) }
}
