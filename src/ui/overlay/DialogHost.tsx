import Dialog from '@taroify/core/dialog';
import { aria } from '../access/attributes';
import { at } from '../access/name';
import { useInFront } from '../page/use-in-front';
import { asked } from './confirm';
import './overlay.scss';

/** Shows the question on the page in front; the pages below it stay quiet. */
export function DialogHost() {
  const question = asked.use();
  const inFront = useInFront();
  if (!question || !inFront) return null;
  return (
    <Dialog
      open
      title={question.title}
      message={question.message}
      theme="rounded"
      {...aria({ role: 'dialog', label: question.title })}
      cancel={{ children: question.cancel ?? '取消', className: at('cancel') }}
      confirm={{ children: question.confirm, className: at('confirm'), color: question.danger ? 'danger' : 'primary' }}
      onCancel={() => question.answer(false)}
      onConfirm={() => question.answer(true)}
    />
  );
}
