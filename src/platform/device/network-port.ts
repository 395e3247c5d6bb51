export interface Network {
  /** Whether the phone has a network, as far as it knows. A call may still find no answer. */
  online(): boolean;
  /** Tells every change; answers the function that stops it. */
  watch(changed: (online: boolean) => void): () => void;
}
