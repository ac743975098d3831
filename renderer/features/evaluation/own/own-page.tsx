import '../feedback/feedback.css';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ownStandLabels, type OwnRow } from '../../../../shared/features/evaluation/own/channels.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../../ui/page/page-header.tsx';
import { OwnResultRecord } from './own-result.tsx';

/** 我的考核: one's own results, and what one has to say to them. */
export const OwnPage = (): ReactNode => {
  const [search, setSearch] = useSearchParams();
  const list = useCall('evaluation.ownResults', {});
  return (
    <Loaded query={list}>
      {({ linked, rows }) => {
        const wanted = search.get('cycle');
        const chosen =
          rows.find(({ cycleId }) => cycleId === wanted) ??
          rows.find(({ toSign, objectBy }) => toSign || objectBy !== null) ??
          rows.find(({ stand }) => stand === 'shown') ??
          rows[0];
        return (
          <>
            <PageHeader
              title="我的考核"
              about="只有本人看得到。告知结果以后，在这里看结果怎么来的、签署意见、提出异议。"
              actions={
                rows.length > 1 && (
                  <Select
                    aria-label="选择考核"
                    style={{ minWidth: 320 }}
                    value={chosen?.cycleId ?? null}
                    options={rows.map((row) => ({ value: row.cycleId, label: optionOf(row) }))}
                    onChange={(cycle: string) => setSearch({ cycle }, { replace: true })}
                  />
                )
              }
            />
            {!linked && <Unlinked />}
            {linked && !chosen && (
              <EmptyState
                title="还没有您参加的考核"
                about="学校组织对您的考核以后，这里能看到考核的进度和告知您的结果。"
              />
            )}
            {chosen && <One key={chosen.cycleId} row={chosen} />}
          </>
        );
      }}
    </Loaded>
  );
};

const optionOf = ({ cycleName, stand, toSign }: OwnRow): string =>
  `${cycleName}（${toSign ? '待签署意见' : ownStandLabels[stand]}）`;

const Unlinked = (): ReactNode => {
  const can = useCan();
  const navigate = useNavigate();
  return (
    <EmptyState
      title="您的用户还没有对应到人员"
      about="请系统管理员在“用户”里把您的用户与教职工名册里的本人对应起来，之后就能看到自己的考核。"
      actions={
        can('accounts.manage') && (
          <Button type="primary" onClick={() => void navigate('/system/accounts')}>
            打开用户
          </Button>
        )
      }
    />
  );
};

const aboutOf: Readonly<Record<Exclude<OwnRow['stand'], 'shown'>, string>> = {
  running: '评分、核对还没有结束。结果确认并告知您以后，这里能看到。',
  waiting: '结果已经确认，学校将按规定告知您。提出异议的期限从告知之日起算。',
  withdrawn: '原来告知您的结果已经撤回，学校正在重新考核。新的结果确认后另行告知。',
};

const One = ({ row }: { row: OwnRow }): ReactNode => {
  if (row.stand === 'shown') return <OwnResultRecord cycleId={row.cycleId} />;
  return (
    <section className="mz-card" style={{ padding: '16px 18px' }} aria-label={row.cycleName}>
      <h2 className="mz-section-title">{row.cycleName}</h2>
      <p>
        <strong>{ownStandLabels[row.stand]}</strong>
        <span className="mz-muted">
          　{formatDay(row.startsOn)}至{formatDay(row.endsOn)}
        </span>
      </p>
      <p className="mz-muted" style={{ marginTop: 6 }}>
        {aboutOf[row.stand]}
      </p>
    </section>
  );
};
