import { vaultFiles } from '#renderer/data/index.ts'
import type { FileProblem } from '#renderer/data/index.ts'
import { mediaTypes } from '#shared/domain/attachment/file-type.ts'
import { isReasonable, readImageSize } from '#shared/domain/attachment/image-size.ts'
import type { ImageSize, ShownType } from '#shared/domain/attachment/image-size.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { RecordEntry } from '#shared/records/record.ts'

export type PictureProblem =
  | FileProblem
  /** It says that it is larger than anything that is opened. */
  | { readonly code: 'picture-bomb'; readonly width: number; readonly height: number }
  | { readonly code: 'picture-unreadable' }

export interface OpenedPicture {
  /** Pixels alone, no larger than a screen needs; empty once it was handed to a canvas. */
  readonly bitmap: ImageBitmap
  readonly shownSize: ImageSize
  /** Size of the picture itself. */
  readonly size: ImageSize
}

/** A file above this is not brought into memory to be shown. */
const maxShownBytes = 64 * 1024 * 1024
/** Longest side of what is kept for the screen. */
const maxShownSide = 2048

/**
 * Opens a picture of the vault as pixels. Its size is read from its first bytes before anything is opened; one that
 * says too much, or opens to another size than it said, is refused.
 */
export async function openPicture(
  file: RecordEntry<'attachment'>,
  type: ShownType,
): Promise<Result<OpenedPicture, PictureProblem>> {
  const read = await vaultFiles.read(file, maxShownBytes)
  if (!read.ok) return read
  const said = readImageSize(read.value, type)
  if (!said) return err({ code: 'picture-unreadable' })
  if (!isReasonable(said)) return err({ code: 'picture-bomb', ...said })
  try {
    const opened = await createImageBitmap(new Blob([read.value.slice()], { type: mediaTypes[type] }))
    const { width, height } = opened
    if (width * height > said.width * said.height) {
      opened.close()
      return err({ code: 'picture-bomb', width, height })
    }
    const bitmap = paintAnew(opened)
    const shownSize = { width: bitmap.width, height: bitmap.height }
    return ok({ bitmap, shownSize, size: { width, height } })
  } catch {
    return err({ code: 'picture-unreadable' }) // What the browser says about it is of no use to anybody.
  }
}

function paintAnew(opened: ImageBitmap): ImageBitmap {
  const scale = Math.min(1, maxShownSide / Math.max(opened.width, opened.height))
  const width = Math.max(1, Math.round(opened.width * scale))
  const height = Math.max(1, Math.round(opened.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(opened, 0, 0, width, height)
  opened.close()
  return canvas.transferToImageBitmap()
}
