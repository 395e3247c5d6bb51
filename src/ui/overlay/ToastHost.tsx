import Toast from '@taroify/core/toast';
import { View } from '@tarojs/components';
import { aria } from '../access/attributes';
import { useInFront } from '../page/use-in-front';
import { said } from './toast';
import './overlay.scss';

const milliseconds = 2400;

export function ToastHost() {
  const current = said.use();
  const inFront = useInFront();
  return (
    <View {...aria({ role: 'status', live: 'polite' })}>
      {current && inFront && (
        <Toast key={current.key} open duration={milliseconds} position="bottom" onClose={() => said.set(undefined)}>
          {current.words}
        </Toast>
      )}
    </View>
  );
}
