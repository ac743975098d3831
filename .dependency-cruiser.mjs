/** @type {import('dependency-cruiser').IConfiguration} */
const owner = (name, pkg, from) => ({
  name,
  severity: 'error',
  comment: `${pkg} has one owner.`,
  from: { pathNot: [from, '^test/', '\\.test\\.tsx?$'] },
  to: { path: `(^|/)node_modules/${pkg}/` },
});

const arrow = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: to },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    arrow('shared-is-alone', '^shared/', '^(electron|renderer|test)/', 'shared knows neither side.'),
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    arrow('renderer-knows-shared-only', '^renderer/', '^(electron|test)/', 'Not even types.'),
    arrow('electron-knows-shared-only', '^electron/', '^(renderer|test)/', 'The data side draws nothing.'),
    arrow(
      'store-and-documents-know-no-feature',
      '^electron/(store|documents)/',
      '^(electron/(features|app|ipc|loopback|platform)|shared/features)/',
      'They serve every feature alike.',
    ),
    arrow('store-knows-no-documents', '^electron/store/', '^electron/documents/', 'Two separate floors.'),
    arrow('documents-know-no-store', '^electron/documents/', '^electron/store/', 'Two separate floors.'),
    arrow(
      'features-know-no-app',
      '^electron/features/',
      '^electron/(app|ipc|loopback|platform)/',
      'One way only.',
    ),
    arrow('app-knows-no-host', '^electron/app/', '^electron/(ipc|loopback|platform)/', 'One way only.'),
    {
      name: 'features-meet-at-the-index',
      severity: 'error',
      comment: 'A feature reaches another through its index.ts alone.',
      from: { path: '^electron/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^electron/features/[^/]+/',
        pathNot: ['^electron/features/$1/', '^electron/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'app-meets-features-at-the-index',
      severity: 'error',
      from: { path: '^electron/(app|ipc|loopback|platform|main)', pathNot: '\\.test\\.ts$' },
      to: { path: '^electron/features/[^/]+/', pathNot: '^electron/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'screens-of-a-feature-stay-home',
      severity: 'error',
      comment: 'A screen reaches another feature through its queries and public parts alone.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: {
        path: '^renderer/features/[^/]+/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/(queries|mutations)\\.ts$', '/parts/'],
      },
    },
    arrow(
      'ui-knows-no-feature',
      '^renderer/ui/',
      '^renderer/(features|app)/',
      'Parts with no feature knowledge.',
    ),
    owner('electron-has-an-owner', 'electron', '^electron/(main\\.ts|preload\\.ts|platform/|ipc/)'),
    owner('lowdb-has-an-owner', 'lowdb', '^electron/store/'),
    owner('docx-has-an-owner', 'docx', '^electron/documents/'),
    owner('exceljs-has-an-owner', 'exceljs', '^(electron/documents/|renderer/ui/files/viewer/sheet-)'),
    owner('electron-store-has-an-owner', 'electron-store', '^electron/platform/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
