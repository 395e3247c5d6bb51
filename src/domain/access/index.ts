export * from './actor';
export * from './authorize';
export * from './disclosure';
export * from './export-purposes';
export * from './grants';
export * from './roles';
export * from './undertaking';
export * from './verbs';
