export * from './batch';
export * from './carrier';
export * from './entry';
export * from './ids';
export * from './outbox';
export * from './ports';
