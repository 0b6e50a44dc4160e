/** For whom a document is made. */
export type Recipient =
  | { readonly to: 'parent'; readonly partyId: string }
  | { readonly to: 'both-parents' }
  | { readonly to: 'court' }
  | { readonly to: 'coordinator' }
