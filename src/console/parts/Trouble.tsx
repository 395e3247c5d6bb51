import { Alert, Button } from 'antd';
import type { Problem } from '@/domain/problem';

interface TroubleProps {
  problem: Problem | undefined;
  /** Absent where trying again changes nothing. */
  onRetry?: () => void;
  onClose?: () => void;
}

/** What went wrong, in the cloud's own sentence. */
export function Trouble({ problem, onRetry, onClose }: TroubleProps) {
  if (problem === undefined) return null;
  return (
    <Alert
      className="yt-trouble"
      type="error"
      showIcon
      message={problem.message}
      closable={onClose !== undefined}
      {...(onClose ? { onClose } : {})}
      {...(onRetry ? { action: <Button onClick={onRetry}>再试一次</Button> } : {})}
    />
  );
}
