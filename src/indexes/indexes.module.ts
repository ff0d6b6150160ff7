import { Module } from '@nestjs/common';
import { EditionPublicationController } from './edition/edition-publication.controller';
import { EditionsController } from './edition/editions.controller';
import { IndexesController } from './indexes.controller';
import { ChangesController } from './results/changes.controller';
import { ResultsController } from './results/results.controller';
import { ComponentValueController } from './values/component-value.controller';

@Module({
  controllers: [
    IndexesController,
    EditionsController,
    EditionPublicationController,
    ResultsController,
    ChangesController,
    ComponentValueController,
  ],
})
export class IndexesModule {}
