import { openPglite } from '../../../cloudfunctions/store/pglite/store';
import { freshStore } from '../../support/store';
import { templateData } from '../../support/template';
import { closingContract, storeContract } from './contract';

describe('the embedded store', () => {
  storeContract(freshStore);
  closingContract(async () => openPglite({ loadDataDir: await templateData() }));
});
