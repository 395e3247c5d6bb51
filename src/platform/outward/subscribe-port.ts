/** Kinds of messages a person can agree to; the names of the product's templates. */
export type MessageKind = 'reminder' | 'notice' | 'returned';

export type Subscription =
  /** Not on this end, or not with this version of WeChat. */
  | { possible: false }
  /** Each agreed kind is one message more; report it with account.reportSubscription. */
  | { possible: true; agreed: MessageKind[] };
