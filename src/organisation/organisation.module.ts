import { Module } from '@nestjs/common';
import { ImportUnitsFile } from './import/import-units-file';
import { UnitsImportController } from './import/units-import.controller';
import { UnitGroupsController } from './unit-groups.controller';
import { UnitsController } from './unit/units.controller';

@Module({
  controllers: [UnitsImportController, UnitsController, UnitGroupsController],
  providers: [ImportUnitsFile],
})
export class OrganisationModule {}
