import { openPglite } from '../../../cloudfunctions/store/pglite/store';
import { freshStore, templateData } from '../../support/store';
import { closingContract, storeContract } from './contract';

describe('the embedded store', () => {
  storeContract(freshStore);
  closingContract(async () => openPglite({ loadDataDir: await templateData() }));
});
