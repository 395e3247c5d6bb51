export * from './batch';
export * from './entry';
export * from './ids';
export * from './outbox';
export * from './ports';
