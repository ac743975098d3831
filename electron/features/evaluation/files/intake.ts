import JSZip from 'jszip';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { unpackedSizeOf } from '../../../../shared/kernel/zip-size.ts';
import { bytesOf } from '../../file-content.ts';

/** A workbook to be read, or what came instead of one. */
export type ComingIn =
  | { readonly kind: 'workbook'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string };

const MOST_IN_ZIP = 1000;
const MOST_BOOK_BYTES = 5 * 1024 * 1024;
const MOST_UNPACKED = 200 * 1024 * 1024;

/** What Excel, WPS and macOS leave beside the files that people mean. */
const isLitter = (name: string): boolean => /(^|\/)(~\$|\.)/.test(name) || name.startsWith('__MACOSX/');

const isOurList = (name: string): boolean => /(^|\/)发放清单\.xlsx$/.test(name);

const bookOf = (name: string, bytes: Uint8Array): ComingIn => {
  if (!/\.xlsx$/i.test(name))
    return {
      kind: 'refused',
      name,
      reason: /\.(xls|et|csv)$/i.test(name)
        ? '不是 .xlsx 文件，请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”'
        : '不是电子评分表',
    };
  if (bytes.byteLength > MOST_BOOK_BYTES)
    return { kind: 'refused', name, reason: '文件超过 5 MB，不像一份评分表' };
  return { kind: 'workbook', name, bytes };
};

const unzipped = async (zipName: string, bytes: Uint8Array): Promise<ComingIn[]> => {
  const refused = (reason: string): ComingIn[] => [{ kind: 'refused', name: zipName, reason }];
  const size = unpackedSizeOf(bytes);
  if (size === undefined) return refused('压缩包打不开，可能已经损坏，请重新压缩');
  if (size > MOST_UNPACKED) return refused('压缩包展开后过大，没有打开');
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    return refused('压缩包打不开，可能已经损坏或设有密码，请重新压缩');
  }
  const files = Object.values(zip.files).filter(
    ({ dir, name }) => !dir && !isLitter(name) && !isOurList(name),
  );
  if (files.length === 0) return refused('压缩包里没有文件');
  if (files.length > MOST_IN_ZIP) return refused(`压缩包里超过 ${String(MOST_IN_ZIP)} 个文件，请分开导入`);
  const found: ComingIn[] = [];
  for (const file of files) {
    const name = `${zipName}／${file.name}`;
    found.push(
      /\.zip$/i.test(file.name)
        ? { kind: 'refused', name, reason: '压缩包里还有压缩包，请解开后再导入' }
        : bookOf(name, await file.async('uint8array')),
    );
  }
  return found;
};

/** The workbooks among files that a person gave, those in zips included; the others with the reason. */
export const comingIn = async (files: readonly FileContent[]): Promise<ComingIn[]> => {
  const found: ComingIn[] = [];
  for (const file of files) {
    const bytes = bytesOf(file);
    if (bytes.byteLength === 0) found.push({ kind: 'refused', name: file.name, reason: '是空文件' });
    else if (/\.zip$/i.test(file.name)) found.push(...(await unzipped(file.name, bytes)));
    else if (!isOurList(file.name)) found.push(bookOf(file.name, bytes));
  }
  return found;
};
