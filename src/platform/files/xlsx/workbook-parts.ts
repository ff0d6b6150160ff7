import { posix } from 'node:path';
import type { Zip } from '../zip';
import { meaningOf, shownText, type NumberMeaning } from './cell-value';
import { attribute, readXml, XmlUnreadable } from './xml-reader';

/** Where the parts of a workbook lie in its archive. */
export interface WorkbookParts {
  sheets: { name: string; hidden: boolean; part: string }[];
  from1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

export async function partsOf(zip: Zip): Promise<WorkbookParts> {
  const [main] = [...(await relationsOf(zip, '')).values()].filter(({ type }) => type === 'officeDocument');
  if (!main) throw new XmlUnreadable('no workbook');
  const relations = await relationsOf(zip, main.part);
  const parts: WorkbookParts = { sheets: [], from1904: false, sharedStrings: null, styles: null };
  await readXml(zip.chunks(main.part), {
    open(name, attributes) {
      if (name === 'workbookPr') parts.from1904 = isTrue(attribute(attributes, 'date1904'));
      const target = name === 'sheet' ? relations.get(attribute(attributes, 'id') ?? '') : undefined;
      // Charts and macros have sheets of their own, without cells.
      if (target?.type !== 'worksheet') return;
      const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
      parts.sheets.push({ name: shownText(attribute(attributes, 'name') ?? ''), hidden, part: target.part });
    },
    close: () => {},
    text: () => {},
  });
  for (const { type, part } of relations.values()) {
    if (type === 'sharedStrings' || type === 'styles') parts[type] = part;
  }
  return parts;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value?.toLowerCase() === 'true';
}

interface Relation {
  /** The last word of the type's address: `worksheet`, `styles` … */
  type: string;
  part: string;
}

/** The parts that a part (or, with '', the package) names, by id. */
async function relationsOf(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const [folder, file] = [part.slice(0, part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf('/') + 1)];
  const relations = new Map<string, Relation>();
  await readXml(zip.chunks(`${folder}_rels/${file}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        part: posix.normalize(target.startsWith('/') ? target : `/${folder}${target}`).slice(1),
      });
    },
    close: () => {},
    text: () => {},
  });
  return relations;
}

/** The texts that cells name by number; readings of East Asian signs are left out. */
export async function sharedStringsOf(zip: Zip, part: string | null): Promise<string[]> {
  const texts: string[] = [];
  if (part === null || !zip.has(part)) return texts;
  let current = '';
  let [inText, inReading] = [false, false];
  await readXml(zip.chunks(part), {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      inText = name === 't' && !inReading;
    },
    close(name) {
      if (name === 'si') texts.push(shownText(current));
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return texts;
}

/** What each style of a cell makes of a number. */
export async function stylesOf(zip: Zip, part: string | null): Promise<NumberMeaning[]> {
  const meanings: NumberMeaning[] = [];
  if (part === null || !zip.has(part)) return meanings;
  const codes = new Map<number, string>();
  let inCellStyles = false;
  await readXml(zip.chunks(part), {
    open(name, attributes) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      else if (name === 'xf' && inCellStyles) meanings.push(meaningOf(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text: () => {},
  });
  return meanings;
}
