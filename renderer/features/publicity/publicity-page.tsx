import './parts/publicity.css';
import { Alert, Button, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { PublicityView } from '../../../shared/features/publicity/channels.ts';
import { namingLabels, publicityKindLabels } from '../../../shared/features/publicity/schema.ts';
import { scopeWords } from '../../../shared/features/publicity/notice.ts';
import { dayOfMs, formatDay } from '../../../shared/kernel/dates.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { ConfirmButton } from '../../ui/feedback/confirm-button.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { RecordColumns, RecordHead } from '../../ui/record/record-head.tsx';
import { StepBar } from '../../ui/record/step-bar.tsx';
import { DueTag, EstimatedMark } from '../deadlines/parts/due-tag.tsx';
import { usePublicityCommand } from './mutations.ts';
import { ContentTab } from './parts/content-tab.tsx';
import { FinishForm, TakeDownForm } from './parts/end-forms.tsx';
import { HistoryTab } from './parts/history-tab.tsx';
import { AnswerObjectionForm, RecordObjectionForm } from './parts/objection-forms.tsx';
import { ObjectionsTab } from './parts/objections-tab.tsx';
import type { Opened } from './parts/opened.ts';
import { PapersTab } from './parts/papers-tab.tsx';
import { AddProofForm, ProofsTab } from './parts/proofs-tab.tsx';
import { PublicityAside } from './parts/publicity-aside.tsx';
import { nextStepOf, stepsOf } from './parts/publicity-next.ts';
import { PublicityStateTag } from './parts/publicity-state.tsx';
import { ShowForm } from './parts/show-form.tsx';
import { usePublicity } from './queries.ts';

/** One publicity: what it shows, how long it hangs, what was said against it, and what came of it. */
export const PublicityPage = (): ReactNode => {
  const { id = '' } = useParams();
  const query = usePublicity(id);
  usePageTitle(query.data && `${query.data.record.number} ${query.data.shown.title}`);
  return <Loaded query={query}>{(view) => <PublicityBody key={view.record.id} view={view} />}</Loaded>;
};

const counted = (label: string, count: number): string => (count > 0 ? `${label} ${String(count)}` : label);

const periodFact = ({ record: { run, content }, due }: PublicityView): ReactNode => {
  if (!run) return `${String(content.workdays)} 个工作日，还没有开始`;
  return (
    <>
      {formatDay(run.startsOn)}至{formatDay(run.endsOn)} {due && <DueTag of={due} />}{' '}
      {run.estimated && <EstimatedMark />}
    </>
  );
};

const objectionFact = ({ record: { objections } }: PublicityView): string => {
  const open = objections.filter(({ answer }) => answer === null).length;
  if (objections.length === 0) return '没有';
  return open === 0
    ? `${String(objections.length)} 条，都已答复`
    : `${String(objections.length)} 条，${String(open)} 条未答复`;
};

const PublicityBody = ({ view }: { view: PublicityView }): ReactNode => {
  const { record, acts } = view;
  const { content, run } = record;
  const navigate = useNavigate();
  const toast = useToast();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [tab, setTab] = useState('content');
  const [which, setWhich] = useState<'notice' | 'result'>('notice');
  const discard = usePublicityCommand('publicity.discard');
  const close = (): void => setOpened(null);
  const edit = (): void => void navigate(`/publicity/${record.id}/edit`);
  const openPaper = (paper: 'notice' | 'result'): void => {
    close();
    setWhich(paper);
    setTab('papers');
  };
  const tabs = { view, onOpen: setOpened };
  return (
    <>
      <RecordHead
        title={`${record.number} ${view.shown.title}`}
        status={<PublicityStateTag state={record.state} />}
        facts={[
          { label: '类别', value: publicityKindLabels[content.kind] },
          { label: '范围与姓名', value: `${scopeWords(content)}，${namingLabels[content.naming]}` },
          { label: '公示期', value: periodFact(view) },
          { label: '地点或方式', value: run?.place ?? '开始公示时填写' },
          { label: '异议', value: objectionFact(view) },
        ]}
        next={nextStepOf(view, { open: setOpened, edit })}
        actions={
          <>
            {acts.includes('edit') && <Button onClick={edit}>修改内容</Button>}
            {record.state !== 'draft' && acts.includes('recordObjection') && (
              <Button onClick={() => setOpened({ what: 'recordObjection' })}>登记异议</Button>
            )}
            <Button onClick={() => openPaper(record.state === 'finished' ? 'result' : 'notice')}>
              打印文书
            </Button>
            {acts.includes('takeDown') && !view.mustComeDown && (
              <Button danger onClick={() => setOpened({ what: 'takeDown' })}>
                撤下公示
              </Button>
            )}
            {acts.includes('discard') && (
              <ConfirmButton
                danger
                title={`删除草稿“${record.number}”？`}
                consequence="草稿删除后不能恢复；编号作废，留在文号登记簿里，不再使用。"
                onConfirm={async () => {
                  try {
                    const { number } = await discard.mutateAsync({ id: record.id, rev: record.rev });
                    toast.done(`已删除草稿，${number}作废`);
                    void navigate('/publicity');
                  } catch {
                    toast.failed({ code: 'conflict', message: '没有删除，请刷新后重试。' });
                  }
                }}
              >
                删除草稿
              </ConfirmButton>
            )}
          </>
        }
      >
        <StepBar items={stepsOf(view, dayOfMs(Date.now()))} label="公示进度" />
      </RecordHead>
      {view.mustComeDown && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title="这项公示应当马上撤下"
          description={[...new Set(view.findings.map(({ message }) => message))].join('')}
        />
      )}
      <RecordColumns aside={<PublicityAside view={view} />}>
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'content', label: '内容', children: <ContentTab {...tabs} /> },
            {
              key: 'objections',
              label: counted('异议', record.objections.length),
              children: <ObjectionsTab {...tabs} />,
            },
            {
              key: 'proofs',
              label: counted('照片与材料', record.proofs.length),
              children: <ProofsTab {...tabs} />,
            },
            {
              key: 'papers',
              label: '文书',
              children: <PapersTab {...tabs} which={which} onWhich={setWhich} />,
            },
            { key: 'history', label: '经过', children: <HistoryTab history={record.history} /> },
          ]}
        />
      </RecordColumns>
      {opened?.what === 'show' && (
        <ShowForm view={view} onClose={close} onShown={() => openPaper('notice')} />
      )}
      {opened?.what === 'recordObjection' && <RecordObjectionForm view={view} onClose={close} />}
      {opened?.what === 'answerObjection' && (
        <AnswerObjectionForm
          key={opened.objectionId}
          view={view}
          objectionId={opened.objectionId}
          onClose={close}
        />
      )}
      {opened?.what === 'takeDown' && <TakeDownForm view={view} onClose={close} />}
      {opened?.what === 'finish' && (
        <FinishForm view={view} onClose={close} onFinished={() => openPaper('result')} />
      )}
      {opened?.what === 'addProof' && <AddProofForm view={view} onClose={close} />}
    </>
  );
};
