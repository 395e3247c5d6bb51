/** Answers whether the text is in the clipboard: a browser may refuse, and outside https it has none. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
