import { parseArgs } from 'node:util'

/**
 * Reads a command's arguments. `options` maps a name to `{ type, help, value }`; `--help` prints what the
 * command does and ends. Unknown options end it with a sentence. `rest: true` lets files and the like through.
 */
export function readCommandLine({ usage, about, options = {}, rest = false }) {
  const parsed = tryParse({ ...options, help: { type: 'boolean', short: 'h', help: 'show this text' } }, rest)
  if (parsed.error) {
    console.error(`${parsed.error}\n\nTry: ${usage.split('\n')[0]} --help`)
    process.exit(2)
  }
  if (parsed.values.help) {
    console.log(helpText(usage, about, options))
    process.exit(0)
  }
  return parsed
}

function tryParse(options, rest) {
  const plain = Object.entries(options).map(([name, { type, short }]) => [
    name,
    short ? { type, short } : { type },
  ])
  try {
    return parseArgs({ options: Object.fromEntries(plain), allowPositionals: rest, strict: true })
  } catch (error) {
    return { error: error.message.split('. ')[0] }
  }
}

function helpText(usage, about, options) {
  const rows = Object.entries(options).map(([name, { value, help }]) => [
    value ? `--${name} ${value}` : `--${name}`,
    help,
  ])
  const width = Math.max(...rows.map(([left]) => left.length), 0) + 3
  const lines = rows.map(([left, help]) => `  ${left.padEnd(width)}${help}`)
  return ['Usage: ' + usage, '', about.trim(), ...(lines.length > 0 ? ['', 'Options:', ...lines] : [])].join(
    '\n',
  )
}
