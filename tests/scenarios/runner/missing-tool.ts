/** A program of the computer that reads files back is not installed: what it would have checked stays unchecked. */
export class MissingTool extends Error {
  override readonly name = 'MissingTool'
}

/** Turns the failure to start a program into `MissingTool`; any other failure stays what it is. */
export function asMissingTool(error: unknown, what: string): unknown {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return isMissing ? new MissingTool(what) : error
}
