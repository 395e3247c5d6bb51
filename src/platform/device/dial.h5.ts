/** Hands the number to the phone's own dialler. */
export async function dial(number: string): Promise<void> {
  location.href = `tel:${number.replace(/[^\d+]/g, '')}`;
}
