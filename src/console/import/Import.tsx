import { useAddress } from '../shell/address';
import { NewImport } from './NewImport';
import { Run } from './Run';
import { Runs } from './Runs';

/** The household register: earlier imports, one of them, or a new one. */
export default function Import() {
  const [{ run }, go] = useAddress();
  if (run === 'new')
    return <NewImport onStarted={(runId) => go({ run: runId })} onCancel={() => go({ run: undefined })} />;
  if (run !== undefined) return <Run key={run} runId={run} />;
  return <Runs onOpen={(runId) => go({ run: runId }, 'push')} />;
}
