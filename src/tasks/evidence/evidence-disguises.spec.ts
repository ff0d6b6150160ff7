import { addFile, officeFile, storedFiles } from '../../../test/support/evidence-form';
import type { HttpClient } from '../../../test/support/http-client';
import { openPar, type Par } from '../../../test/support/par';
import { zipStored } from '../../../test/support/zip';

const word = 'vnd.openxmlformats-officedocument.wordprocessingml.document';
/** The head of a Windows program, as every one begins. */
const program = Buffer.from('MZ\x90\x00\x03\x00\x00\x00This program cannot be run in DOS mode.', 'latin1');
const page = '<!DOCTYPE html><html><script>fetch("/api/v1/session")</script></html>';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n');
const png = Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1');
const archive = zipStored(new Map([['run.exe', program]]));

/** A zip that counts from a beginning `by` bytes before its own, as self-extracting programs do. */
function shifted(zip: Buffer, by: number): Buffer {
  const copy = Buffer.from(zip);
  const directory = copy.readUInt32LE(copy.length - 6);
  copy.writeUInt32LE(directory + by, copy.length - 6);
  for (let at = directory; copy.readUInt32LE(at) === 0x02014b50; at += 46 + copy.readUInt16LE(at + 28))
    copy.writeUInt32LE(copy.readUInt32LE(at + 42) + by, at + 42);
  return copy;
}

/** The same part twice, the second one blameless: which of them a program reads is its own choice. */
function twice(): Buffer {
  const good = `<Types><Override PartName="/main.xml" ContentType="application/${word}.main+xml"/></Types>`;
  const parts = { '_rels/.rels': 'x', '[content_types].xml': 'x', '[Content_Types].xml': good };
  const zip = zipStored(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
  return Buffer.from(
    zip.toString('latin1').replaceAll('[content_types].xml', '[Content_Types].xml'),
    'latin1',
  );
}

/** Between the directory and its end no program looks. */
function withHidden(content: Buffer): Buffer {
  const zip = officeFile(word);
  return Buffer.concat([zip.subarray(0, -22), content, zip.subarray(-22)]);
}

describe('evidence in disguise', () => {
  let par: Par;
  let officer: HttpClient;
  let taskId: string;

  beforeAll(async () => {
    par = await openPar('sample');
    const committee = await par.signIn('committee');
    officer = await par.signIn('officer-snv');
    const planId = (await committee.get('/plans?year=2026')).body.items[0].id;
    const leadUnitId = (await committee.get('/units?q=LS-SNV')).body.items[0].id;
    taskId = (await committee.post('/tasks', { planId, leadUnitId, titleVi: 'Rà soát' })).body.id;
  });

  afterAll(() => par.close());

  const items = async () => (await officer.get(`/tasks/${taskId}/evidence`)).body.items;

  it.each<[string, string, Buffer | string]>([
    ['a program as a PDF', 'a.pdf', program],
    ['a program as a Word document', 'a.docx', program],
    ['a program as a picture', 'a.png', program],
    ['a program as text', 'a.txt', program],
    ['a page as a picture', 'a.png', page],
    ['a page as text', 'a.txt', page],
    ['a picture as a PDF', 'a.pdf', png],
    ['a PDF that is an archive too', 'a.pdf', Buffer.concat([pdf, archive])],
    ['a picture that is an archive too', 'a.png', Buffer.concat([png, archive])],
    ['a program before a Word document', 'a.docx', Buffer.concat([program, officeFile(word)])],
    ['a program after a Word document', 'a.docx', Buffer.concat([officeFile(word), program])],
    ['a Word document with another archive in front', 'a.docx', Buffer.concat([archive, officeFile(word)])],
    [
      'the same with its directory put right',
      'a.docx',
      Buffer.concat([archive, shifted(officeFile(word), archive.length)]),
    ],
    ['a Word document with a program among its parts', 'a.docx', officeFile(word, ['word/media/Run.EXE'])],
    ['a Word document with a program before its end', 'a.docx', withHidden(program)],
    ['a Word document with one part twice', 'a.docx', twice()],
    ['an archive as a Word document', 'a.docx', archive],
    ['a PDF with a hidden ending', 'a.pdf:evil.exe', pdf],
    ['a PDF with a reversed ending', 'a\u202Efdp.exe', pdf],
  ])('%s is refused and leaves nothing', async (_, name, content) => {
    const before = [await items(), storedFiles(par)];
    const { status, body } = await addFile(officer, taskId, name, content);
    expect([status, body.errors?.[0].path]).toEqual([415, 'file']);
    expect([await items(), storedFiles(par)]).toEqual(before);
  });

  it.each([
    ['a plain PDF', 'a.pdf', pdf],
    [
      'a PDF that names the mark of an archive',
      'b.pdf',
      Buffer.concat([pdf, Buffer.from('PK\x05\x06 is a mark')]),
    ],
    ['a Word document', 'c.docx', officeFile(word, ['word/media/image1.png'])],
  ])('%s is taken', async (_, name, content) => {
    expect((await addFile(officer, taskId, name, content)).status).toBe(201);
  });

  it('is kept under a name that no system trips over', async () => {
    const sent: [string, string][] = [
      ['..\\..\\CON.pdf', '_CON.pdf'],
      ['Kế hoạch\u200B số 1?.pdf', 'Kế hoạch số 1_.pdf'],
    ];
    for (const [given, kept] of sent) {
      expect((await addFile(officer, taskId, given, Buffer.concat([pdf, Buffer.from(given)]))).status).toBe(
        201,
      );
      const [{ id, file }] = await items();
      expect(file.name).toBe(kept);
      const { headers } = await officer.get(`/tasks/${taskId}/evidence/${id}/file`);
      expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(kept)}`);
    }
  });
});
