/** Whether this browser has a Chinese voice. */
export const canReadAloud = (): boolean => 'speechSynthesis' in globalThis && 'SpeechSynthesisUtterance' in globalThis;

/** Reads a question aloud; whatever was being read stops. */
export function readAloud(text: string): void {
  if (!canReadAloud()) return;
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = 'zh-CN';
  spoken.rate = 0.9;
  speechSynthesis.cancel();
  speechSynthesis.speak(spoken);
}

export const stopReading = (): void => {
  if (canReadAloud()) speechSynthesis.cancel();
};
