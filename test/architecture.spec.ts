import { findCircle, sourceFiles, type SourceFile } from './support/source-files';

const source = sourceFiles('src').filter((file) => !file.path.endsWith('.spec.ts'));
const everything = [...sourceFiles('src'), ...sourceFiles('test'), ...sourceFiles('web/src')];

/** From top to bottom; a room may import those below it. */
const rooms = [
  'app',
  'reviews',
  'reports',
  'reminders',
  'tasks',
  'indexes',
  'identity',
  'organisation',
  'calendar',
  'platform',
];
/** What each of the two rooms beside the arrow may import. */
const beside: Record<string, string[]> = { audit: ['identity', 'platform'], migrations: [] };

const roomOf = (path: string) => path.split('/')[1].replace(/\.ts$/, '');

function mayImport(from: string, to: string): boolean {
  if (from === to || ['main', 'worker', 'cli', 'app'].includes(from)) return true;
  if (from === 'platform' && to === 'migrations') return true;
  if (from in beside) return beside[from].includes(to);
  return rooms.indexOf(from) < rooms.indexOf(to);
}

function crossings(file: SourceFile): string[] {
  return file.imports.filter((target) => target.startsWith('src/') && roomOf(target) !== roomOf(file.path));
}

describe('the architecture', () => {
  it('lets imports point down only', () => {
    const upward = source.flatMap((file) =>
      crossings(file)
        .filter((target) => !mayImport(roomOf(file.path), roomOf(target)))
        .map((target) => `${file.path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(findCircle(source)).toBeNull();
  });

  it('opens each room by its door only', () => {
    const doors = /^src\/(platform|migrations)\/|\.api$|\.module$/;
    const throughTheWall = source
      .filter((file) => !['app', 'main', 'worker', 'cli'].includes(roomOf(file.path)))
      .flatMap((file) =>
        crossings(file)
          .filter((target) => !doors.test(target))
          .map((target) => `${file.path} → ${target}`),
      );
    expect(throughTheWall).toEqual([]);
  });

  it('has no file over 300 lines and a median under 60', () => {
    expect(
      everything.filter((file) => file.lines > 300).map((file) => `${file.path}: ${file.lines}`),
    ).toEqual([]);
    const sizes = source.map((file) => file.lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(60);
  });

  it('says of every endpoint who may call it', () => {
    const open = source
      .filter((file) => file.path.endsWith('.controller.ts'))
      .flatMap((file) => {
        const endpoints = file.text
          .split(/\n\s*\n/)
          .filter((part) => /^\s*@(Get|Post|PostFile|Put|Patch|Delete)\(/m.test(part));
        return endpoints
          .filter((part) => !/@(Allow|SignedIn|Public)\(/.test(part))
          .map((part) => `${file.path}: ${part}`);
      });
    expect(open).toEqual([]);
  });

  it('reads the wall clock and the environment in one place each', () => {
    const readers = source.filter(
      (file) =>
        !/^src\/platform\/(clock|config)\//.test(file.path) &&
        /new Date\(\)|Date\.now\(\)|process\.env/.test(file.text),
    );
    expect(readers.map((file) => file.path)).toEqual([]);
  });

  it('has no barrel files', () => {
    expect(everything.filter((file) => /\/index\.tsx?$/.test(file.path)).map((file) => file.path)).toEqual(
      [],
    );
  });
});
