/** A browser has no scanner here: the page shows a field for the code printed beside the QR code. */
export const canScan = (): boolean => false;

export const scan = async (): Promise<string | undefined> => undefined;
