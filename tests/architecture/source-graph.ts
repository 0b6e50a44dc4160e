import ts from 'typescript'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** What one source file gives and takes. Paths are relative to the repository, with forward slashes. */
export interface SourceFile {
  readonly path: string
  /** Names of exported values that the file itself does not use; types are left out, they cost nothing. */
  readonly exports: readonly string[]
  readonly imports: readonly Import[]
}

interface Import {
  /** The path of a source of ours, or the name of a package. */
  readonly target: string
  /** Imported names; `*` when all may be used. */
  readonly names: readonly string[]
}

const folders = ['electron', 'renderer', 'shared', 'tests']

/** Reads every TypeScript file of the repository, without resolving types. */
export function readSources(): readonly SourceFile[] {
  const paths = folders
    .flatMap((folder) => listFiles(join(root, folder)))
    .filter((path) => /\.tsx?$/.test(path))
  return [...paths, join(root, 'electron.vite.config.ts')].map(readSource)
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function readSource(path: string): SourceFile {
  const parsed = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  const mentions = new Map<string, number>()
  visit(parsed, (node) => {
    imports.push(...importsOf(node, path))
    if (ts.isIdentifier(node)) mentions.set(node.text, (mentions.get(node.text) ?? 0) + 1)
  })
  const exports = parsed.statements.flatMap(exportsOf).filter((name) => mentions.get(name) === 1)
  return { path: toRelative(path), exports, imports }
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

function importsOf(node: ts.Node, from: string): readonly Import[] {
  if (ts.isImportDeclaration(node)) return [toImport(node.moduleSpecifier, from, namesOf(node.importClause))]
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return [toImport(node.moduleSpecifier, from, reexportedNames(node.exportClause))]
  }
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  const [first] = isDynamic ? node.arguments : []
  return first ? [toImport(first, from, ['*'])] : []
}

function toImport(specifier: ts.Expression, from: string, names: readonly string[]): Import {
  const text = ts.isStringLiteralLike(specifier) ? (specifier.text.split('?')[0] ?? '') : ''
  return { target: resolveTarget(text, from), names }
}

function resolveTarget(specifier: string, from: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return toRelative(join(dirname(from), specifier))
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function namesOf(clause: ts.ImportClause | undefined): readonly string[] {
  if (!clause) return []
  const bindings = clause.namedBindings
  const named =
    bindings && ts.isNamedImports(bindings)
      ? bindings.elements.map((one) => (one.propertyName ?? one.name).text)
      : []
  return [
    ...named,
    ...(clause.name ? ['default'] : []),
    ...(bindings && ts.isNamespaceImport(bindings) ? ['*'] : []),
  ]
}

function reexportedNames(clause: ts.NamedExportBindings | undefined): readonly string[] {
  return clause && ts.isNamedExports(clause)
    ? clause.elements.map((one) => (one.propertyName ?? one.name).text)
    : ['*']
}

function exportsOf(statement: ts.Statement): readonly string[] {
  if (!ts.canHaveModifiers(statement)) return []
  const isExported =
    ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false
  if (!isExported) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    )
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  return isNamed && statement.name ? [statement.name.text] : []
}

function toRelative(path: string): string {
  const found = existsSync(path) ? path : `${path}.ts`
  return relative(root, found).split('\\').join('/')
}
