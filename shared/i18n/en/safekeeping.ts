export const safekeeping = {
  title: 'Safekeeping',
  lead: 'How the records on this computer are kept safe, and what to do if something happens to them.',
  parts: 'Parts of safekeeping',
  health: 'Health',
  backups: 'Backups',
  keys: 'Passphrase and keys',
  history: 'History',
}
