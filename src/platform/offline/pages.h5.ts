/** Keeps the phone's pages in the browser, so that they open without network; where a browser cannot, they need one. */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./sw.js').catch(() => {
    // Private windows and plain http refuse it: everything works as before, only not without network.
  });
}

/** Resolves when the pages are on the phone, or at once where they cannot be kept. */
export async function pagesKept(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined) return false;
  await navigator.serviceWorker.ready;
  return true;
}
