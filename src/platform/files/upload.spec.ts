import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { Problem } from '../errors/problem';
import { uploadedFile } from './upload';

const BOUNDARY = 'boundary';
const part = (name: string, fileName: string, content: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"; filename="${fileName}"\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`;

describe('an uploaded file', () => {
  let server: FastifyInstance;

  beforeAll(async () => {
    server = Fastify();
    await server.register(multipart, { limits: { fileSize: 100 } });
    server.setErrorHandler<Problem>(async (error, _request, reply) => {
      return reply.status(error.status ?? 500).send({ code: error.code });
    });
    server.post('/', async (request) => {
      const { fileName, content } = await uploadedFile(request);
      return { fileName, content: content.toString() };
    });
  });

  afterAll(() => server.close());

  const send = async (payload: string | object, type = `multipart/form-data; boundary=${BOUNDARY}`) => {
    const answer = await server.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': type },
      payload,
    });
    return { status: answer.statusCode, body: JSON.parse(answer.payload) };
  };

  it('comes with its content and its Vietnamese name, without folders', async () => {
    expect(await send(part('file', 'Kế hoạch.csv', 'a,b'))).toEqual({
      status: 200,
      body: { fileName: 'Kế hoạch.csv', content: 'a,b' },
    });
    expect((await send(part('file', '../../etc/passwd', 'x'))).body.fileName).toBe('passwd');
  });

  it('is asked for when it is missing', async () => {
    const missing = { status: 400, body: { code: 'file.missing' } };
    expect(await send(part('other', 'a.csv', 'x'))).toEqual(missing);
    expect(await send(`--${BOUNDARY}--\r\n`)).toEqual(missing);
    expect(await send({}, 'application/json')).toEqual(missing);
  });

  it('is refused when it is larger than allowed', async () => {
    expect(await send(part('file', 'a.csv', 'x'.repeat(101)))).toEqual({
      status: 413,
      body: { code: 'file.too_large' },
    });
  });
});
