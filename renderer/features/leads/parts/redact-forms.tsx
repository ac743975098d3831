import { App, Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { copyInput, redactInput } from '../../../../shared/features/leads/inputs.ts';
import type { LeadView } from '../../../../shared/features/leads/channels.ts';
import { blackOut } from '../../../../shared/kernel/masking.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useLeadCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

interface PhrasesProps {
  readonly value?: string[] | undefined;
  readonly onChange?: (phrases: string[]) => void;
  readonly id?: string;
  readonly view: LeadView;
}

/** Words to be blacked out: those that are proposed are ticked, others are typed. */
const Phrases = ({ value = [], onChange, id, view }: PhrasesProps): ReactNode => {
  const proposed = view.proposedPhrases.filter(({ text }) => Array.from(text).length >= 2);
  const ticked = proposed.map(({ text }) => text).filter((text) => value.includes(text));
  const typed = value.filter((text) => !proposed.some((one) => one.text === text));
  return (
    <>
      {proposed.length > 0 && (
        <Checkbox.Group
          style={{ marginBottom: 8 }}
          options={proposed.map(({ text, pupil }) => ({
            value: text,
            label: pupil ? `${text}（学生）` : text,
          }))}
          value={ticked}
          onChange={(names) => onChange?.([...names, ...typed])}
        />
      )}
      <Select<string[]>
        mode="tags"
        open={false}
        suffix={null}
        style={{ width: '100%' }}
        placeholder="其他要遮盖的词句，粘贴或输入后回车"
        value={typed}
        onChange={(words: string[]) => onChange?.([...ticked, ...words])}
        {...(id === undefined ? {} : { id })}
      />
    </>
  );
};

const Preview = ({ content, phrases }: { content: string; phrases: readonly string[] }): ReactNode => (
  <section aria-label="遮盖后的内容" aria-live="polite">
    <h2 className="mz-record-heading">遮盖后的内容</h2>
    <p className="mz-record-text mz-lead-content">{blackOut(content, phrases)}</p>
  </section>
);

const phrasesOf = (values: unknown): string[] =>
  Array.isArray(values) ? values.filter((each): each is string => typeof each === 'string') : [];

/** 制作遮盖副本: a Word copy with words blacked out; the lead stays as it is. */
export const CopyForm = ({ view, onClose }: ActFormProps): ReactNode => {
  const { lead } = view;
  const toast = useToast();
  const copy = useLeadCommand('leads.copy');
  const initial = view.proposedPhrases.filter(({ pupil }) => pupil).map(({ text }) => text);
  const [phrases, setPhrases] = useState<string[]>(initial);
  const [made, setMade] = useState<FileContent | null>(null);
  const form = useZodForm({
    schema: copyInput.omit({ id: true }),
    initial: { phrases: initial },
    onSubmit: async (value) => {
      setMade(await copy.mutateAsync({ id: lead.id, ...value }));
      toast.done('已制作遮盖副本');
    },
  });
  if (made)
    return (
      <ActDrawer
        title="遮盖副本"
        about="线索原文没有改动。这次制作已经记在经过里。"
        onClose={onClose}
        size={1160}
      >
        <PaperPreview title="线索材料（遮盖副本）" file={made} />
      </ActDrawer>
    );
  return (
    <ActDrawer
      title="制作遮盖副本"
      about="给别人看、给别的单位用的，把不该看到的遮掉，做成 Word。来源身份本来就不在里面，内部备注也不会带上。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="phrases" label="要遮盖的词句" optional help="每一处都换成■。">
          <Tracked view={view} onPhrases={setPhrases} />
        </Field>
        <Field name="purpose" label="用途" help="给谁看、做什么用，会印在副本上，也记在经过里。">
          <Input maxLength={200} />
        </Field>
        <Preview content={lead.content} phrases={phrases} />
        <FormActions submit="制作副本" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** The phrases of a form, told to the preview as well. */
const Tracked = ({
  onPhrases,
  onChange,
  ...props
}: PhrasesProps & { onPhrases: (phrases: string[]) => void }): ReactNode => (
  <Phrases
    {...props}
    onChange={(phrases) => {
      onPhrases(phrasesOf(phrases));
      onChange?.(phrases);
    }}
  />
);

/** 永久遮盖: words replaced for good, after it was said what that means. */
export const RedactForm = ({ view, onClose }: ActFormProps): ReactNode => {
  const { lead } = view;
  const { modal } = App.useApp();
  const toast = useToast();
  const redact = useLeadCommand('leads.redact');
  const [phrases, setPhrases] = useState<string[]>([]);
  const form = useZodForm({
    schema: redactInput.omit({ id: true, rev: true }),
    initial: { phrases: [] },
    onSubmit: async (value) => {
      const agreed = await modal.confirm({
        title: '永久遮盖这些词句？',
        content: (
          <>
            <p>线索、答复、经过和内部备注里的这些词句都会换成■，不能撤销，只留下谁、什么时候、为什么遮盖。</p>
            <p>
              附件里的内容不受影响。数据文件夹的历史文件是只增不改的，遮盖以前的原文仍在里面，到年度封存为止；以前的备份里也有。
            </p>
          </>
        ),
        okText: '永久遮盖',
        cancelText: '取消',
        okButtonProps: { danger: true },
        focusable: { autoFocusButton: 'cancel' },
      });
      if (!agreed) return;
      await redact.mutateAsync({ id: lead.id, rev: lead.rev, ...value });
      toast.done('已永久遮盖');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="永久遮盖"
      about="只用于不该留下的内容，例如无关的人的姓名、住址。只是给别人看的，请用“制作遮盖副本”。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="phrases" label="要遮盖的词句" help="登记的涉及人员要改，请用“更正登记”。">
          <Tracked view={view} onPhrases={setPhrases} />
        </Field>
        <Field name="reason" label="遮盖原因">
          <Input maxLength={200} />
        </Field>
        <Preview content={lead.content} phrases={phrases} />
        <FormActions submit="永久遮盖" danger onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
