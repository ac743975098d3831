import { Drawer, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { whySchema } from '../../../../shared/features/standards/channels.ts';
import { describePaperText } from '../../../../shared/features/standards/describe.ts';
import { inForce, shippedOf, type PaperText } from '../../../../shared/features/standards/schema.ts';
import { hideSlots, showSlots, slotNames } from '../../../../shared/features/standards/slots.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, ZodForm } from '../../../ui/form/zod-form.tsx';
import { History } from './history.tsx';
import { ResetButton } from './reset-button.tsx';
import { VersionActions } from './version-actions.tsx';

const schema = z.object({ text: textSchema('用语', 1000), why: whySchema });

/** One standing text of the papers, worded otherwise with a reason. */
export const TextDrawer = ({ text, onClose }: { text: PaperText; onClose: () => void }): ReactNode => {
  const toast = useToast();
  const may = useCan()('standards.write');
  const edit = useCommand('standards.editPaperText');
  const reset = useCommand('standards.resetPaperText', { onError: toast.failed });
  const { content } = inForce(text);
  const shipped = shippedOf(text) ?? content;
  const blanks = slotNames(shipped.text).map(({ shown }) => `【${shown}】`);
  const form = useZodForm({
    schema,
    initial: { text: showSlots(content.text, shipped.text), why: '' },
    draftKey: `standards.text:${text.id}`,
    pathOf: (path) => path.replace(/^content\./, ''),
    onSubmit: async (typed) => {
      const stored = { text: hideSlots(typed.text, shipped.text), why: typed.why };
      await edit.mutateAsync({ id: text.id, rev: text.rev, ...stored });
      toast.done('已保存，以后印发的文书使用新的用语');
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={`${content.group}：${content.label}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ZodForm of={form} disabled={!may}>
        <Field
          name="text"
          label="用语"
          help={blanks.length === 0 ? undefined : `${blanks.join('')}印发时填入具体内容，请保留。`}
        >
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={1000} showCount />
        </Field>
        {may && (
          <VersionActions onCancel={onClose}>
            {content.text !== shipped.text && (
              <ResetButton
                title="恢复原来的用语？"
                consequence="回到随程序提供的用语，成为新的一版；已印发的文书不变。"
                onReset={() => reset.mutateAsync({ id: text.id, rev: text.rev })}
                onDone={onClose}
              />
            )}
          </VersionActions>
        )}
      </ZodForm>
      <History of={text} describe={(version) => describePaperText(version, shipped)} />
    </Drawer>
  );
};
