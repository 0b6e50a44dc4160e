import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSystemClipboard } from '#electron/hosts/chromium/system-clipboard.ts'
import { aFolder } from '#tests/support/host/folders.ts'

// Stands in for xclip: keeps the text in a file, and what it was called with in another.
const script = `#!/bin/sh
echo "$@" >> "$STORE/calls"
case "$*" in *-o*) cat "$STORE/text" ;; *) cat > "$STORE/text" ;; esac
`

function aSystem(tools: readonly string[]) {
  const folder = aFolder()
  for (const tool of tools) {
    writeFileSync(join(folder, tool), script)
    chmodSync(join(folder, tool), 0o755)
  }
  const port = createSystemClipboard('linux', { PATH: `${folder}:/usr/bin:/bin`, STORE: folder })
  return { folder, port }
}

describe.runIf(process.platform === 'linux')('the clipboard of the system', () => {
  it('takes the text through the input of the tool and never through its arguments', async () => {
    const { folder, port } = aSystem(['xclip'])
    await port.write('12 Mill Lane')
    expect(await port.read()).toBe('12 Mill Lane')
    await port.clear()
    expect(await port.read()).toBe('')
    expect(readFileSync(join(folder, 'calls'), 'utf8')).not.toContain('Mill')
  })

  it('fails where the system has no tool', async () => {
    const port = createSystemClipboard('linux', { PATH: aFolder() })
    await expect(port.write('12 Mill Lane')).rejects.toThrow('No program')
    await expect(port.read()).rejects.toThrow('Nothing was written')
  })

  it('touches nothing before it has written', async () => {
    const { folder, port } = aSystem(['xclip'])
    await port.clear()
    expect(existsSync(join(folder, 'calls'))).toBe(false)
  })
})
