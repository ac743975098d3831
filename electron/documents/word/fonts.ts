export type FontKey = 'fang' | 'kai' | 'hei' | 'song' | 'title';

/** A typeface of GB/T 9704-2012: the name that papers ask for it by, and what may stand for it. */
export interface Typeface {
  /** As Word and WPS know it. */
  readonly name: string;
  /** The same typeface under the names that other systems and versions give it. */
  readonly alsoNamed: readonly string[];
  /** Typefaces of the same design, taken without anybody seeing a difference in style; Windows brings 仿宋 and 楷体. */
  readonly alike: readonly string[];
  /** What Word is told to take when none of them is there, though it looks different. */
  readonly instead?: string;
  readonly pitch: 'fixed' | 'variable';
}

export const TYPEFACES: Readonly<Record<FontKey, Typeface>> = {
  fang: {
    name: '仿宋_GB2312',
    alsoNamed: ['FangSong_GB2312'],
    alike: ['仿宋', 'FangSong'],
    pitch: 'fixed',
  },
  kai: { name: '楷体_GB2312', alsoNamed: ['KaiTi_GB2312'], alike: ['楷体', 'KaiTi'], pitch: 'fixed' },
  hei: { name: '黑体', alsoNamed: ['SimHei'], alike: [], pitch: 'fixed' },
  song: { name: '宋体', alsoNamed: ['SimSun'], alike: [], pitch: 'variable' },
  /** 小标宋, for the issuer's mark and titles. */
  title: {
    name: '方正小标宋简体',
    alsoNamed: ['FZXiaoBiaoSong-B05S'],
    alike: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    instead: '宋体',
    pitch: 'variable',
  },
};

/** The typefaces under the names that Word and WPS know them by. */
export const FONTS = {
  fang: TYPEFACES.fang.name,
  kai: TYPEFACES.kai.name,
  hei: TYPEFACES.hei.name,
  song: TYPEFACES.song.name,
  title: TYPEFACES.title.name,
} as const;

export const fontKeys: readonly FontKey[] = ['fang', 'kai', 'hei', 'song', 'title'];

const entry = ({ name, alsoNamed, alike, instead, pitch }: Typeface): string => {
  const others = [...alsoNamed, ...alike, ...(instead === undefined ? [] : [instead])];
  return (
    `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/>` +
    `<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="${pitch}"/></w:font>`
  );
};

/** The part `word/fontTable.xml`, which tells Word what to take on a PC that lacks a typeface. */
export const fontTableXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  fontKeys.map((key) => entry(TYPEFACES[key])).join('') +
  '</w:fonts>';
