/** WeChat reads text aloud only through a separate, paid plugin: not offered. The phone's own screen reader works. */
export const canReadAloud = (): boolean => false;

export const readAloud = (_text: string): void => undefined;

export const stopReading = (): void => undefined;
