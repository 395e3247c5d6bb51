/**
 * What lies in the browser's storage is ciphertext: AES-GCM under a key that the browser keeps and no script can read
 * out. Each text is bound to the name it is stored under, which holds the account, so that it cannot be put in another
 * one's place. Pages over plain http have no WebCrypto: there it is kept as it is, and nowhere in production.
 */
export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const keyName = 'phone';

export const canSeal = (): boolean => typeof globalThis.crypto?.subtle?.generateKey === 'function';

/** The key of this browser, made at the first use. Two tabs that make one at once both end up with the first. */
export async function sealingKey(keys: () => IDBObjectStore): Promise<CryptoKey> {
  const known = await answer(keys().get(keyName));
  if (known instanceof CryptoKey) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const store = keys();
  const first = await answer(store.get(keyName));
  if (first instanceof CryptoKey) return first;
  await answer(store.add(made, keyName));
  return made;
}

export async function sealed(key: CryptoKey, name: string, text: string): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(algorithm(nonce, name), key, new TextEncoder().encode(text));
  return { nonce, data };
}

/** Errors: rejects when the text was changed or belongs to another name. */
export async function unsealed(key: CryptoKey, name: string, { nonce, data }: Sealed): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(nonce, name), key, data));
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(name),
});

function answer(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no reason'));
  });
}
