import { Alert, Input } from 'antd';
import type { ReactNode } from 'react';
import { assignInput } from '../../../../shared/features/appeals/inputs.ts';
import { panelNameOf } from '../../../../shared/features/appeals/panel.ts';
import { useDebounced } from '../../../app/palette/use-debounced.ts';
import { useCall } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { LawFindings } from '../../../ui/law/law-findings.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useAppealCommand } from '../mutations.ts';
import { firstMembers, MembersField, membersSchema, type DraftMember } from './members-field.tsx';
import type { ActFormProps } from './opened.ts';

const named = (members: readonly DraftMember[]): DraftMember[] =>
  members.filter(({ staffId, name }) => (staffId !== null && staffId !== '') || name.trim() !== '');

const schema = assignInput.omit({ id: true, rev: true });

/** 确定办理人员: others than those who had a part in the decision; the rule is asked while they are being chosen. */
export const AssignForm = ({ view, onClose }: ActFormProps): ReactNode => {
  const { appeal, involved } = view;
  const toast = useToast();
  const assign = useAppealCommand('appeals.assign');
  const form = useZodForm({
    schema,
    initial: {
      name: appeal.panel?.name ?? panelNameOf(appeal.kind),
      gapReason: appeal.panel?.gapReason ?? '',
      members:
        appeal.panel === null
          ? firstMembers(appeal.kind)
          : appeal.panel.members.map(({ person, outside, capacity, about }) => ({
              staffId: outside ? null : person.id,
              name: outside ? person.name : '',
              capacity,
              about,
            })),
    },
    draftKey: `appeals.assign:${appeal.id}`,
    onSubmit: async (value) => {
      await assign.mutateAsync({
        id: appeal.id,
        rev: appeal.rev,
        ...value,
        members: named(value.members),
      });
      toast.done('已确定办理人员');
      onClose();
    },
  });
  const members = useDebounced(named(useWatched(form, 'members', membersSchema, [])), 300);
  const check = useCall(
    'appeals.checkPanel',
    { id: appeal.id, members },
    { enabled: members.length > 0, keepPrevious: true },
  );
  const gaps = check.data?.gaps ?? [];
  return (
    <ActDrawer
      title="确定办理人员"
      about={
        appeal.kind === 'pupil-appeal'
          ? '学生申诉委员会由学校负责人、教师、学生、家长和法治副校长等校外代表组成，集体研究、表决决定。'
          : '不少于两人，集体研究、表决决定。校内合适的人不够，可以请校外人员参加。'
      }
      onClose={onClose}
      size={860}
    >
      <ZodForm of={form} wide>
        <Field name="name" label="办理组织">
          <Input maxLength={60} />
        </Field>
        <Field name="members" label="办理人员">
          <MembersField />
        </Field>
        <div style={{ marginBottom: 16 }} aria-live="polite">
          {check.data && (
            <LawFindings findings={check.data.findings} deed="办理" none="没有发现应当回避的人员。" />
          )}
        </div>
        {gaps.length > 0 && (
          <Field
            name="gapReason"
            label="组成人员不齐的原因"
            help={`还缺${gaps.join('、')}。请补齐，确实不能的写明原因，记入会议记录。`}
          >
            <Input.TextArea autoSize={{ minRows: 1 }} maxLength={200} showCount />
          </Field>
        )}
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title="不能办理的人员"
          description={
            <ul className="mz-appeal-involved">
              {involved.map(({ name, why }) => (
                <li key={name}>
                  {name}：{why}
                </li>
              ))}
            </ul>
          }
        />
        <FormActions submit="确定" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
