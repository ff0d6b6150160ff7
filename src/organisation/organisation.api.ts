// What other rooms may use of the organisation.
export { importUnits, type UnitsFile } from './sample/import-units';
export { UnitDirectory, type DirectoryUnit, type UnitReading } from './directory/unit-directory';
