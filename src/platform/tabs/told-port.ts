export interface Told {
  tell(): void;
  hear(changed: () => void): void;
}
