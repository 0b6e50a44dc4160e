/** Ending of every backup. */
export const backupExtension = '.cvbak'

/** Beginning of a file that is still being written. */
export const unfinishedPrefix = '.evenhand-backup-'

/** `Evenhand backup 2026-11-22 1015.cvbak`: the date and time of this computer, and nothing about the content. */
export function backupName(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `Evenhand backup ${date} ${two(now.getHours())}${two(now.getMinutes())}${backupExtension}`
}
