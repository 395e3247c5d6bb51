import { Button, Card, Flex, Progress, Steps, Upload } from 'antd';
import { useState } from 'react';
import type { Problem } from '@/domain/problem';
import { problemOf } from '@/platform/client';
import { Trouble } from '../parts/Trouble';
import { Mapping } from './Mapping';
import { uploadRegister } from './upload';

interface NewImportProps {
  onStarted: (runId: string) => void;
  onCancel: () => void;
}

interface Uploaded {
  fileId: string;
  fileName: string;
}

/** Upload, say which column is what, begin. */
export function NewImport({ onStarted, onCancel }: NewImportProps) {
  const [percent, setPercent] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const [file, setFile] = useState<Uploaded>();
  const take = async (chosen: File) => {
    setProblem(undefined);
    setPercent(0);
    try {
      setFile({ fileId: await uploadRegister(chosen, setPercent), fileName: chosen.name });
    } catch (error) {
      setProblem(problemOf(error));
    }
    setPercent(undefined);
  };
  return (
    <Flex vertical gap={12}>
      <Flex gap={24} align="center">
        <Steps
          size="small"
          current={file ? 1 : 0}
          items={[{ title: '上传文件' }, { title: '核对表头' }, { title: '导入' }]}
        />
        <Button onClick={onCancel}>不导入了</Button>
      </Flex>
      <Trouble problem={problem} />
      {file ? (
        <Mapping {...file} onStarted={onStarted} onAgain={() => setFile(undefined)} />
      ) : (
        <Card>
          <Upload.Dragger
            className="at--register-file"
            accept=".csv,.txt,.xlsx"
            showUploadList={false}
            disabled={percent !== undefined}
            beforeUpload={(chosen) => {
              void take(chosen);
              return false;
            }}
          >
            <p className="ant-upload-text">把名册文件拖到这里，或点这里选择</p>
            <p className="ant-upload-hint">
              CSV（UTF-8、GBK、GB18030 都可以）或 Excel（.xlsx）。列的次序不限，下一步核对。
            </p>
          </Upload.Dragger>
          {percent !== undefined && <Progress percent={percent} status="active" />}
        </Card>
      )}
    </Flex>
  );
}
