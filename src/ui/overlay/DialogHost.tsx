import Dialog from '@taroify/core/dialog';
import classNames from 'classnames';
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
  const cancel = question.cancel ?? '取消';
  return (
    <Dialog
      open
      title={question.title}
      message={question.message}
      {...aria({ role: 'dialog', label: question.title })}
      cancel={{ children: cancel, className: at('cancel'), ...aria({ role: 'button', label: cancel }) }}
      confirm={{
        children: question.confirm,
        className: classNames(at('confirm'), question.danger && 'yt-dialog__danger'),
        ...aria({ role: 'button', label: question.confirm }),
      }}
      onCancel={() => question.answer(false)}
      onConfirm={() => question.answer(true)}
    />
  );
}
