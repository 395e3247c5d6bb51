import { Alert, Button, Flex, Modal, Progress, Table, Tag, Typography, Upload } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { type Rescued, useRescue } from './use-rescue';

/** A phone that died handed over its outbox; each entry is done once, whether or not it also came from the phone. */
export function ImportRescue({ onClose }: { onClose: () => void }) {
  const { progress, busy, problem, choose, run } = useRescue();
  const total = progress?.file.parts.length ?? 0;
  const isDone = progress !== undefined && progress.parts === total;
  return (
    <Modal
      open
      width={860}
      style={{ top: 32 }}
      title="导入救援文件"
      maskClosable={false}
      keyboard={!busy}
      closable={!busy}
      onCancel={onClose}
      footer={
        isDone ? (
          <Button type="primary" onClick={onClose}>
            好
          </Button>
        ) : (
          <Button
            type="primary"
            className="at--import-rescue"
            disabled={progress === undefined}
            loading={busy}
            onClick={() => void run()}
          >
            {progress !== undefined && progress.parts > 0 ? '接着导入' : '开始导入'}
          </Button>
        )
      }
    >
      <Flex vertical gap={12}>
        {!isDone && (
          <Upload.Dragger
            className="at--rescue-file"
            accept=".rescue"
            maxCount={1}
            disabled={busy}
            showUploadList={false}
            beforeUpload={(file) => {
              void file.text().then((text) => choose(file.name, text));
              return false;
            }}
          >
            {progress === undefined
              ? '把采集员手机里导出的救援文件拖到这里，或点这里选择。文件是加密的，只有本县能打开。'
              : `${progress.name}：${progress.file.header.entries} 项，导出时间 ${momentInTable(progress.file.header.madeAt)}`}
          </Upload.Dragger>
        )}
        <Trouble problem={problem} />
        {progress !== undefined && (busy || progress.parts > 0) && (
          <Progress percent={total === 0 ? 100 : Math.floor((progress.parts / total) * 100)} />
        )}
        {isDone && (
          <Alert
            type="success"
            showIcon
            message={`${progress.authorName || '这部手机'}的 ${progress.entries.length} 项都处理过了，每一项的结果在下面。`}
          />
        )}
        {progress !== undefined && progress.entries.length > 0 && (
          <Table<Rescued>
            size="small"
            rowKey="entryId"
            columns={columns}
            dataSource={[...progress.entries]}
            pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          />
        )}
      </Flex>
    </Modal>
  );
}

const results: Readonly<Record<Rescued['is'], { label: string; color: string }>> = {
  received: { label: '已收到', color: 'green' },
  held: { label: '等前一份', color: 'gold' },
  refused: { label: '办不了', color: 'red' },
  undecided: { label: '再导一次', color: 'default' },
};

const columns: ColumnsType<Rescued> = [
  { title: '内容', dataIndex: 'title', width: 160 },
  { title: '填的时间', dataIndex: 'doneAt', width: 140, render: momentInTable },
  {
    title: '结果',
    dataIndex: 'is',
    width: 90,
    render: (is: Rescued['is']) => <Tag color={results[is].color}>{results[is].label}</Tag>,
  },
  {
    title: '说明',
    dataIndex: 'sentence',
    render: (sentence: string) => <Typography.Text>{sentence}</Typography.Text>,
  },
];
