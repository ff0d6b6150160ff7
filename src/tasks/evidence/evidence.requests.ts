import { ApiProperty } from '@nestjs/swagger';
import { Day } from '../../platform/clock/day';
import { DayField, Nullable, Text } from '../../platform/http/fields';

export class AddEvidence {
  @Text(500) title!: string;
  @Nullable() @Text(100) documentNumber?: string | null;
  @Nullable() @DayField() documentDate?: Day | null;
  @Nullable() @Text(300) issuer?: string | null;
  /** Page or item in the document. */
  @Nullable() @Text(100) page?: string | null;
}

/** The same as a form, with the document itself in the field `file`. */
export class AddEvidenceForm extends AddEvidence {
  @ApiProperty({ type: 'string', format: 'binary', required: false }) file?: string;
}
