import type { Par } from '../../test/support/par';
import { openPar } from '../../test/support/par';
import { openApiDocument } from './open-api';

describe('the OpenAPI document of the running application', () => {
  let par: Par;

  beforeAll(async () => {
    par = await openPar('empty');
  });

  afterAll(() => par.close());

  it('tells from the code itself which operations are public and which need If-Match', () => {
    const { paths } = openApiDocument(par.app);
    expect(paths['/api/v1/session'].post?.security).toEqual([]);
    expect(paths['/api/v1/session'].get?.security).toContainEqual({ bearer: [] });
    const ifMatch = { name: 'If-Match', in: 'header' };
    expect(paths['/api/v1/users/{id}'].patch?.parameters).toContainEqual(
      expect.objectContaining({ ...ifMatch, required: true }),
    );
    expect(paths['/api/v1/calendar/years/{year}'].put?.parameters).toContainEqual(
      expect.objectContaining({ ...ifMatch, required: false }),
    );
    expect(paths['/api/v1/users'].post?.parameters).not.toContainEqual(expect.objectContaining(ifMatch));
  });
});
