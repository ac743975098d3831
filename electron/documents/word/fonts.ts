/** The typefaces of GB/T 9704-2012 under the names that Word and WPS know them by. */
export const FONTS = {
  fang: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  /** 小标宋, for the issuer's mark and titles. */
  title: '方正小标宋简体',
} as const;

export type FontKey = keyof typeof FONTS;

/** What Word may use instead, in this order, on a PC that lacks the typeface: Windows itself brings 仿宋 and 楷体. */
const SUBSTITUTES: Record<FontKey, string | undefined> = {
  fang: '仿宋,FangSong',
  kai: '楷体,KaiTi',
  hei: 'SimHei',
  song: 'SimSun',
  title: '方正小标宋_GBK,宋体',
};

const PITCH: Record<FontKey, string> = {
  fang: 'fixed',
  kai: 'fixed',
  hei: 'fixed',
  song: 'auto',
  title: 'auto',
};

const entry = (key: FontKey): string => {
  const substitute = SUBSTITUTES[key];
  return (
    `<w:font w:name="${FONTS[key]}">` +
    (substitute === undefined ? '' : `<w:altName w:val="${substitute}"/>`) +
    `<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="${PITCH[key] === 'fixed' ? 'fixed' : 'variable'}"/></w:font>`
  );
};

const keys: readonly FontKey[] = ['fang', 'kai', 'hei', 'song', 'title'];

/** The part `word/fontTable.xml`. */
export const fontTableXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  keys.map(entry).join('') +
  '</w:fonts>';
