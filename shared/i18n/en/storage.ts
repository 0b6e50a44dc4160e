export const storage = {
  broken: {
    title: 'The browser cannot open the storage that it keeps your records in.',
    reading:
      'Evenhand reads the second copy of your records from beginning to end, to be sure that it is whole. This can take a minute.',
    kept: {
      whole:
        'The second copy of your records was read from beginning to end just now, and it is whole. Nothing was changed.',
      incomplete:
        'Nothing was changed or deleted. The second copy of your records was read too, and it is not whole.',
      missing: 'Nothing was changed or deleted. This computer has no second copy of your records.',
      unknown: 'Nothing was changed or deleted. The second copy of your records could not be read just now.',
    },
    next: {
      whole:
        'Evenhand can set the damaged storage aside and start again. It stays on this computer as it is, in a folder with today’s date. Then unlock as usual: your records are put back from the second copy.',
      incomplete:
        'So Evenhand does not set the storage aside by itself. Close Evenhand and copy its data folder to another disk before anything else. Then rename the folder “IndexedDB” in its profile folder to “IndexedDB-old” and start Evenhand again: it puts back what the second copy has. Compare that with your newest backup.',
      missing:
        'So Evenhand does not set the storage aside by itself. Close Evenhand and copy its data folder to another disk before anything else. Then rename the folder “IndexedDB” in its profile folder to “IndexedDB-old”, start Evenhand again, and restore your newest backup.',
      unknown:
        'Check that the disk is connected and that you may open Evenhand’s data folder. Then look again.',
    },
    button: 'Set it aside and start again',
    going: 'Evenhand closes now, and starts again by itself.',
    again: {
      title: 'The damaged storage could not be set aside.',
      held: 'Another program may have held it: a virus scanner, a cleaning tool, or a window of Evenhand that did not close. Restart the computer, then try again.',
      'disk-full':
        'The disk is full. Free some space: empty the bin, or move large files away. Then try again.',
      'not-writable':
        'Evenhand cannot write into its own folder. Check that the disk is not write-protected, then try again.',
    },
  },
  aside: {
    done: 'It stays on this computer as it was: “{{name}}” in the data folder of Evenhand. Your records are in the second copy.',
    title: 'Storage that was set aside',
    lead: 'The browser could not open these folders any more, so your records were put back from the second copy. Evenhand keeps the folders as they were and never deletes them.',
    named: '{{name}} ({{size}}, sealed like the vault)',
    next: 'They lie in the data folder of Evenhand. Once “Check everything now” says that all is well and you have a backup, you may delete them.',
  },
  copy: {
    button: 'Save a copy as it is',
    stop: 'Stop',
    copying: 'Copying: {{done}} of {{total}}',
    comparing: 'Comparing the copy with the vault: {{done}} of {{total}}',
    doneTitle: 'The copy is saved, and every file in it was compared with the vault.',
    doneKept_one:
      '{{count}} file, {{size}}, in the folder “{{name}}” in “{{place}}”. It is sealed like the vault, and the vault was not touched.',
    doneKept_other:
      '{{count}} files, {{size}}, in the folder “{{name}}” in “{{place}}”. They are sealed like the vault, and the vault was not touched.',
    doneNext:
      'Keep it on another disk until a newer Evenhand has opened the vault. Should the vault ever be lost: put these files where Evenhand keeps its second copy (the folder “vault” in its data folder, or “chromium-vault” where it runs in a browser), start the newer Evenhand, and unlock with your passphrase.',
    problem: {
      title: 'The copy could not be saved.',
      kept: 'The vault was not touched, and nothing of the copy was left behind.',
      'nothing-here':
        'The folder in which Evenhand keeps its second copy is empty. Close Evenhand and copy the whole data folder to another disk instead.',
      'not-readable':
        'A file of the vault cannot be read: the disk may be failing. Close Evenhand and have the disk looked at before anything else.',
      'disk-full': 'There is not enough space in that place. Choose another disk, or free some space.',
      'not-writable': 'Nothing can be written in that place. Choose another folder.',
      differs: 'What was read back was not what was written: that disk may be failing. Choose another one.',
      other: 'Close Evenhand and start it again, then try once more.',
    },
  },
}
