import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pdfjs from 'pdfjs-dist/package.json' with { type: 'json' };
import type { Plugin } from 'vite';

/**
 * What pdf.js loads while it reads a file: character maps of Chinese fonts, the standard fonts, and decoders of scanned
 * pictures as plain scripts. They lie beside the screens under the library's version, so that nothing is fetched.
 */
export const pdfAssets = (): Plugin => ({
  name: 'pdf-assets',
  apply: 'build',
  generateBundle() {
    const home = fileURLToPath(new URL('../../node_modules/pdfjs-dist/', import.meta.url));
    const wanted: Readonly<Record<string, RegExp>> = {
      cmaps: /\.bcmap$/,
      standard_fonts: /\.(pfb|ttf)$/,
      wasm: /_nowasm_fallback\.js$/,
    };
    for (const [folder, names] of Object.entries(wanted)) {
      for (const name of readdirSync(home + folder).filter((each) => names.test(each))) {
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdfjs-${pdfjs.version}/${folder}/${name}`,
          source: readFileSync(`${home}${folder}/${name}`),
        });
      }
    }
  },
});

type Change = readonly [from: string, to: string];

/** An icon that is only looked at is hidden; one that is itself pressed keeps its name. */
const PRESSED = 'onClick || tabIndex !== undefined || restProps["aria-label"]';
const icon: readonly Change[] = [
  [
    'role: "img",\n    "aria-label": icon.name',
    `...(${PRESSED} ? { role: "img", "aria-label": icon.name } : { "aria-hidden": true })`,
  ],
];
const turned = 'type: "button",\n      tabIndex: -1\n';

/** Files of the component library, and what is put otherwise in each. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  '@ant-design/icons/es/components/AntdIcon.js': icon,
  '@ant-design/icons/es/components/AntdIconLight.js': icon,
  'antd/es/_util/hooks/useClosable.js': [["closeLabel = 'Close'", "closeLabel = '关闭'"]],
  'antd/es/pagination/Pagination.js': [
    [turned, 'type: "button",\n      "aria-label": "上一页", tabIndex: -1\n'],
    [turned, 'type: "button",\n      "aria-label": "下一页", tabIndex: -1\n'],
  ],
  'antd/es/table/hooks/useSelection.js': [
    ["'Select all'", "'全选'"],
    ['`Select row ${index + 1}`', '`选择第 ${index + 1} 行`'],
    [
      '`Row ${index + 1} selected` : `Select row ${index + 1}`',
      '`第 ${index + 1} 行，已选` : `选择第 ${index + 1} 行`',
    ],
  ],
  '@rc-component/dialog/es/Dialog/Content/Panel.js': [['"aria-label": "Close"', '"aria-label": "关闭"']],
  '@rc-component/input/es/BaseInput.js': [['type: "button",', 'type: "button", "aria-label": "清除",']],
  '@rc-component/input-number/es/StepHandler.js': [
    ["'Increase Value' : 'Decrease Value'", "'增加' : '减少'"],
  ],
  '@rc-component/notification/es/Notification.js': [['"aria-label": "Close"', '"aria-label": "关闭"']],
  '@rc-component/segmented/es/index.js': [['"aria-label": "segmented control"', '"aria-label": "选择一项"']],
  '@rc-component/select/es/hooks/useAllowClear.js': [["?? 'Clear'", "?? '清除'"]],
};

/**
 * The component library names its icons, and what it draws by itself, in English for screen readers, who would read
 * that out beside the Chinese words. Here it learns Chinese, and icons beside words are silent.
 *
 * @throws Error, when bundling, if the library is built otherwise than this expects.
 */
export const chineseNames = (): Plugin => ({
  name: 'chinese-names',
  enforce: 'pre',
  transform(code, id) {
    const path = id.replaceAll('\\', '/');
    const file = Object.keys(changes).find((each) => path.endsWith(`/node_modules/${each}`));
    if (file === undefined) return undefined;
    let changed = code;
    for (const [from, to] of changes[file] ?? []) {
      if (!changed.includes(from)) throw new Error(`${file} no longer says ${from}`);
      changed = changed.replace(from, () => to);
    }
    return { code: changed, map: null };
  },
});
