import { Controller, Get, Headers, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../../platform/access/allow';
import { CallerOf, type Caller } from '../../platform/access/caller';
import { commonProblem } from '../../platform/errors/common-problems';
import { dispositionOf } from '../../platform/files/csv';
import { safeFileName } from '../../platform/files/file-name';
import { fileProblem } from '../../platform/files/file-problems';
import { documentTypeOf } from '../../platform/files/media-type';
import { withFile } from '../../platform/files/upload';
import { PageRequest } from '../../platform/http/fields';
import { IdPipe } from '../../platform/http/id.pipe';
import { TaskDetail } from '../task/task.presenter';
import { ActOnTask } from '../acts/act-on-task';
import { readRecords, requireReadable } from '../acts/acts.queries';
import { EvidenceList } from './evidence.presenter';
import { evidenceRecords, findEvidenceFile } from './evidence.queries';
import { AddEvidenceForm } from './evidence.requests';
import { addEvidenceAct, type KeptFile } from './evidence-act';
import { EvidenceFiles } from './evidence-files';
import { checkEvidence, readEvidenceForm, type EvidenceUpload } from './evidence-form';

/** What proves a task's progress: references to documents, and documents themselves as files. */
@ApiTags('tasks')
@Controller('tasks/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: ActOnTask,
    private readonly files: EvidenceFiles,
  ) {}

  @Allow('task.read')
  @Get()
  list(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<EvidenceList> {
    return readRecords(this.dataSource, caller.actor, evidenceRecords, id, page);
  }

  /** A reference as JSON, or a form with the document itself in the field `file` (at most 20 MB); at most 200 a task. */
  @Allow('task.report')
  @Post()
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: AddEvidenceForm })
  async add(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<TaskDetail> {
    await requireReadable(this.dataSource, caller.actor, id);
    if (!request.isMultipart()) {
      return this.acts.run(caller, id, ifMatch, addEvidenceAct(await checkEvidence(request.body)));
    }
    const { fields, file } = await readEvidenceForm(request, this.files);
    if (!file) throw fileProblem('file.missing');
    try {
      return await this.addFile(caller, id, ifMatch, fields, file);
    } finally {
      await this.files.discard(file);
    }
  }

  @Allow('task.read')
  @Get(':evidenceId/file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CallerOf() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await requireReadable(this.dataSource, caller.actor, id);
    const file = await findEvidenceFile(this.dataSource, id, evidenceId);
    if (!file) throw commonProblem('not_found');
    const handle = await this.files.open(file.sha256);
    if (!handle) throw fileProblem('file.lost');
    void reply.headers({
      'x-content-type-options': 'nosniff',
      // Should a browser show it all the same, nothing in it runs.
      'content-security-policy': "default-src 'none'; sandbox",
    });
    return new StreamableFile(handle.createReadStream(), {
      type: file.mediaType,
      disposition: dispositionOf(safeFileName(file.name)),
      length: file.size,
    });
  }

  /** The file is in its place before the row is committed, and away again when the row is not. */
  private async addFile(
    caller: Caller,
    id: string,
    ifMatch: string | undefined,
    fields: Record<string, unknown>,
    file: EvidenceUpload,
  ): Promise<TaskDetail> {
    const input = await checkEvidence(fields);
    const kept: KeptFile = { ...file, mediaType: await documentTypeOf(file.path, file.fileName) };
    const content = Buffer.from(JSON.stringify([input, file.sha256, file.fileName]));
    let placed = false;
    const act = addEvidenceAct(input, kept, async (change) => {
      placed = true;
      await this.files.keep(change, file);
    });
    try {
      return await this.acts.run(withFile(caller, content), id, ifMatch, act);
    } catch (error) {
      if (placed) await this.files.forgetUnused(file.sha256);
      throw error;
    }
  }
}
