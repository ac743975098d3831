import { buildWhatIsOld, loopbackBundle } from './project.ts';

await buildWhatIsOld();
await import(loopbackBundle);
