import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { groundEditSchema, ruleEditSchema } from '../../../shared/features/standards/channels.ts';
import {
  inForce,
  shippedOf,
  type StoredGround,
  type StoredRule,
} from '../../../shared/features/standards/schema.ts';
import { slotFaults } from '../../../shared/features/standards/slots.ts';
import type { Target } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { LawGround, LawRule } from '../../../shared/law/pack.ts';
import type { CallContext } from '../context.ts';
import { groundCollection, ruleCollection } from './collections.ts';
import { demandGrounds, ownCode, ownRecord, withVersion, type StandardsEdit } from './versions.ts';
import { commit } from '../record-acts.ts';

/**
 * Keeps that the caller compared an article with the published text on a day. From then on papers print the article.
 *
 * @throws AppError `invalid` for a day to come, or for a requirement that is no law.
 */
export const checkGround = (
  { id, rev, article, on }: Target & { article: string; on: string },
  context: CallContext,
): Promise<StoredGround> =>
  commit(context, (tx) => {
    if (on > context.today) throw invalidField('on', '核对日期不能晚于今天。');
    const before = tx.require(groundCollection, id, '法规依据');
    const { content } = inForce(before);
    if (content.kind !== 'law') throw invalidField('article', '工作要求不是法律法规，没有条号可以核对。');
    const checked = { ...content, article, check: { by: tx.actor.name, on } };
    const versions = withVersion(tx, before.versions, checked, '核对原文');
    return tx.replace(groundCollection, { ...before, rev, versions });
  });

type GroundEdit = z.output<typeof groundEditSchema>;

/** A requirement has no article; a blank article is none. */
const orderly = (content: GroundEdit): GroundEdit => {
  const article = content.article?.trim() === '' ? null : content.article;
  if (content.kind === 'practice' && article !== null)
    throw invalidField('content.article', '工作要求不是法律法规，不能有条号。');
  return { ...content, article };
};

export const addGround = (
  { content }: { content: GroundEdit },
  context: CallContext,
): Promise<StoredGround> =>
  commit(context, (tx) => {
    const code = ownCode(context);
    const ground: LawGround = { ...orderly(content), code, check: null };
    return tx.insert(groundCollection, ownRecord(tx, code, ground));
  });

/** @throws AppError `invalid` where a law would become a requirement or the other way round. */
export const editGround = (
  { id, rev, content, why }: StandardsEdit & { content: GroundEdit },
  context: CallContext,
): Promise<StoredGround> =>
  commit(context, (tx) => {
    const before = tx.require(groundCollection, id, '法规依据');
    const held = inForce(before).content;
    const next = orderly(content);
    if (next.kind !== held.kind)
      throw invalidField('content.kind', '法律法规和工作要求不能互相改换，请另外新增。');
    const sameArticle =
      next.law === held.law && next.version === held.version && next.article === held.article;
    const corrected: LawGround = { ...next, code: held.code, check: sameArticle ? held.check : null };
    const versions = withVersion(tx, before.versions, corrected, why);
    return tx.replace(groundCollection, { ...before, rev, versions });
  });

/** The rule as it came with the program. @throws Error for a rule that never did: the seed brings all of them. */
const shippedRule = (rule: StoredRule): LawRule => {
  const shipped = shippedOf(rule);
  if (!shipped) throw new Error(`rule ${rule.id} has no shipped version`);
  return shipped;
};

const demandSlots = (path: string, text: string, shipped: string): void => {
  const { lost, unknown } = slotFaults(text, shipped);
  if (lost.length > 0) throw invalidField(path, `请保留${lost.join('、')}，程序会在这里填入具体内容。`);
  if (unknown.length > 0) throw invalidField(path, `程序不认识${unknown.join('、')}，请用文字写明。`);
};

/** Words that a reason for weakening a hard stop must at least have. */
const LEAST_REASON = 10;

/**
 * Corrects what a rule says and how strictly it is taken. A stop may be lowered to a warning only with a reason of some
 * length, and then has to be answered in writing each time.
 *
 * @throws AppError `invalid` for an unknown ground, a lost blank, or a stop that would be weakened in silence.
 */
export const editRule = (
  { id, rev, content, why }: StandardsEdit & { content: z.output<typeof ruleEditSchema> },
  context: CallContext,
): Promise<StoredRule> =>
  commit(context, (tx) => {
    const before = tx.require(ruleCollection, id, '合法性检查');
    const shipped = shippedRule(before);
    demandGrounds(tx, [content.ground], 'content.ground');
    demandSlots('content.message', content.message, shipped.message);
    demandSlots('content.instead', content.instead, shipped.instead);
    if (shipped.level === 'refuse' && content.level === 'warn') {
      if (!content.reasonRequired)
        throw invalidField(
          'content.reasonRequired',
          '这项检查原本不允许继续；改为提醒的，每次都必须写明理由，理由存入案卷。',
        );
      if (why.length < LEAST_REASON)
        throw invalidField(
          'why',
          `把“不允许”放宽为“提醒”，请写明依据和批准情况，至少 ${String(LEAST_REASON)} 个字。`,
        );
    }
    if (content.level === 'refuse' && content.reasonRequired)
      throw invalidField('content.reasonRequired', '不允许的事项写了理由也不能继续，请不要勾选。');
    const versions = withVersion(tx, before.versions, { ...content, id: inForce(before).content.id }, why);
    return tx.replace(ruleCollection, { ...before, rev, versions });
  });

/** Puts a rule back as it came with the program. @throws AppError `illegal-step` when it is so already. */
export const resetRule = ({ id, rev }: Target, context: CallContext): Promise<StoredRule> =>
  commit(context, (tx) => {
    const before = tx.require(ruleCollection, id, '合法性检查');
    const shipped = shippedRule(before);
    if (isDeepStrictEqual(inForce(before).content, shipped))
      throw new AppError('illegal-step', '这项检查就是随程序提供的内容，不需要恢复。');
    const versions = withVersion(tx, before.versions, shipped, '恢复随程序提供的内容');
    return tx.replace(ruleCollection, { ...before, rev, versions });
  });
