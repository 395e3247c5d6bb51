import { freshDatabase, onServer } from '../../support/postgres';
import { closingContract, storeContract } from './contract';

onServer('a PostgreSQL server (skipped unless DATABASE_URL names one)', () => {
  storeContract(freshDatabase);
  closingContract(freshDatabase);
});
