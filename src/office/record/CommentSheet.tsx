import { useEffect, useState } from 'react';
import { ActionButton, LongTextField, Sheet } from '@/ui';

interface CommentSheetProps {
  /** The line that was tapped; undefined keeps the sheet shut. */
  line: { field: string; label: string; text: string } | undefined;
  given: string;
  onClose: () => void;
  /** '' takes the comment away. */
  onComment: (field: string, text: string) => void;
}

/** What is wrong with one answer. */
export function CommentSheet({ line, given, onClose, onComment }: CommentSheetProps) {
  const [text, setText] = useState(given);
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with each line
  useEffect(() => setText(given), [line?.field]);
  if (line === undefined) return null;
  const put = (words: string) => {
    onComment(line.field, words);
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title={`${line.label}：${line.text || '未填'}`}>
      <LongTextField
        name="comment"
        label="哪里不对、应该怎么改"
        value={text}
        onChange={setText}
        max={200}
        placeholder="如：单位名称没有写全"
      />
      <ActionButton kind="main" name="keep-comment" disabled={text.trim().length < 2} onPress={() => put(text.trim())}>
        记下这条意见
      </ActionButton>
      {given !== '' && (
        <ActionButton kind="quiet" name="drop-comment" onPress={() => put('')}>
          去掉这条意见
        </ActionButton>
      )}
    </Sheet>
  );
}
