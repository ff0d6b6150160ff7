import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const ROOT = join(__dirname, '../../web/src');
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** What each file of the page imports of the page, as paths below web/src. */
const imports = files.flatMap((file) => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) => ({
    file,
    target: normalize(join(dirname(file), path)),
  }));
});

const layerOf = (path: string) => path.split('/')[0];
const featureOf = (path: string) => path.split('/')[1];

describe('the layers of the page', () => {
  it('are read at all', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('point from app to features to shared, never back', () => {
    const order = ['shared', 'features', 'app', 'main.tsx'];
    expect(
      imports.filter(({ file, target }) => order.indexOf(layerOf(file)) < order.indexOf(layerOf(target))),
    ).toEqual([]);
  });

  it('keep features apart from each other', () => {
    const across = imports.filter(
      ({ file, target }) =>
        layerOf(file) === 'features' &&
        layerOf(target) === 'features' &&
        featureOf(file) !== featureOf(target),
    );
    expect(across).toEqual([]);
  });

  it('have no barrels', () => {
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
  });
});
