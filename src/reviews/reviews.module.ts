import { Module } from '@nestjs/common';
import { AnalysesController } from './analysis/analyses.controller';

/** Where people conclude from the figures: why points were lost, and who does what about it. */
@Module({ controllers: [AnalysesController] })
export class ReviewsModule {}
