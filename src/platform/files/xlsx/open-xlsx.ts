import { fileProblem } from '../file-problems';
import type { Sheet, SheetLimits, Workbook } from '../sheet';
import { openZip, ZipTooLarge, ZipUnreadable } from '../zip';
import { SheetReader, type CellContext } from './sheet-reader';
import { partsOf, sharedStringsOf, stylesOf } from './workbook-parts';
import { readXml, XmlUnreadable } from './xml-reader';

const MEGABYTE = 1024 * 1024;
const ZIP_LIMITS = { unpacked: 60 * MEGABYTE, entries: 1_000, ratio: 200 };

/**
 * Opens an XLSX workbook. Its archive is vetted first and its sheets are unpacked piece by piece, other work being done
 * in between, so that neither memory nor the one thread belongs to it alone. Refusals are those of `fileProblem`.
 */
export async function openXlsx(content: Buffer, limits: SheetLimits): Promise<Workbook> {
  const { zip, parts } = await readable(async () => {
    const archive = openZip(content, ZIP_LIMITS);
    return { zip: archive, parts: await partsOf(archive) };
  });
  const context: Promise<CellContext> = readable(async () => ({
    sharedStrings: await sharedStringsOf(zip, parts.sharedStrings),
    styles: await stylesOf(zip, parts.styles),
    from1904: parts.from1904,
  }));
  // Whoever reads a sheet hears of it; nobody may.
  context.catch(() => {});

  const read = (sheet: number, enough?: number): Promise<Sheet> =>
    readable(async () => {
      const { name, part } = parts.sheets[sheet];
      const reader = new SheetReader(await context, limits, enough);
      await readXml(zip.chunks(part), reader);
      return { name, lines: reader.lines, merges: reader.merges };
    });
  return {
    sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
    peek: async (sheet, lines) => (await read(sheet, lines)).lines,
    read: (sheet) => read(sheet),
  };
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZipTooLarge) throw fileProblem('file.unpacked_too_large');
    const damaged = error instanceof ZipUnreadable || error instanceof XmlUnreadable;
    throw damaged ? fileProblem('file.unreadable') : error;
  }
}
