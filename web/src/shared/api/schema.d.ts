// Made by "npm run openapi" from the server's own document. Do not edit.
export interface paths {
  '/api/v1/calendar/years': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The years that are entered, as known on a day. */
    get: operations['CalendarYears_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendar/years/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Days off and worked Saturdays of a year. */
    get: operations['CalendarYears_show'];
    /** Enters a year, or corrects it from today on; If-Match with the version read when the year exists. */
    put: operations['CalendarYears_write'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendar/working-days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** `from` and `add`: the n-th working day after it. `from` and `to`: how many working days lie between. */
    get: operations['WorkingDays_compute'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Units from a CSV or XLSX file in the field `file`: code, nameVi, nameEn, level, parentCode, validFrom, validTo,
     *     gsoCode, subtype, aliases (separated by `;`). Parents may come later in the file. With `dryRun=true` only says what
     *     would happen. A rejected row means that nothing is written: 422, with every row's outcome.
     */
    post: operations['UnitsImport_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Units valid on a day, in Vietnamese order. */
    get: operations['Units_list'];
    put?: never;
    /** Adds a unit under another. */
    post: operations['Units_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Units_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes what may change of a unit; If-Match with the version read. */
    patch: operations['Units_update'];
    trace?: never;
  };
  '/api/v1/unit-groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Names that stand for all units of a level: "Các sở, ban, ngành". */
    get: operations['UnitGroups_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes the own password and ends the person's other sessions. */
    put: operations['OwnPassword_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in. */
    get: operations['Session_show'];
    put?: never;
    /** Signs in: sets the cookie `par_session`. 401 when refused, 423 while locked after five failures. */
    post: operations['Session_create'];
    /** Signs out. 403 for a program's token, which has no session to end. */
    delete: operations['Session_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The own tokens, without their secrets. */
    get: operations['Tokens_list'];
    put?: never;
    /** Makes a token for a program; only this answer holds its secret. Needs a session: a token makes no tokens. */
    post: operations['Tokens_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revokes a token at once. */
    delete: operations['Tokens_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * People from a CSV or XLSX file in the field `file`: displayName, unitCode, and as wished username, email, position,
     *     role, roleUnitCode (the own unit when left out), password. With `dryRun=true` only says what would happen. A
     *     rejected row means that nothing is written: 422, with every row's outcome.
     */
    post: operations['UsersImport_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People of the caller's units and the units below, by name. */
    get: operations['Users_list'];
    put?: never;
    /** 409 with path `username` when the name is taken. */
    post: operations['Users_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Users_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes a person; If-Match with the version read. */
    patch: operations['Users_change'];
    trace?: never;
  };
  '/api/v1/users/{id}/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Sets a person's password and ends their sessions. */
    put: operations['Users_setPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Grants_list'];
    put?: never;
    /** Gives a role, only in units where the caller administers people. */
    post: operations['Grants_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}/grants/{grantId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraws a role held in a unit where the caller administers people; never the last administrator's. */
    delete: operations['Grants_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All indexes, in their order. */
    get: operations['Indexes_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An index with its editions, newest first. */
    get: operations['Indexes_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes/{code}/editions/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The set of criteria of a year with its tree, sums and checks. */
    get: operations['Editions_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes/{code}/editions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Imports a set as a draft: JSON in the shape of the published working set, or a CSV/XLSX file in the field `file`.
     *     All or nothing. A draft of the same year is replaced; a published one is not.
     */
    post: operations['Editions_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes/{code}/editions/{year}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Freezes a draft for ever. Refused while a sum or a count contradicts what the set itself states. */
    post: operations['EditionPublication_publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes/{code}/editions/{year}/results': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Published scores and ranks of a year, with their provenance. A year can have results without a set of criteria. */
    get: operations['Results_list'];
    put?: never;
    /** Imports results: JSON `{rows: […]}` or a CSV/XLSX file in the field `file`. All or nothing; nothing is replaced. */
    post: operations['Results_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes/{code}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How scores and ranks moved between two years. */
    get: operations['Changes_between'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/indexes/{code}/editions/{year}/components/{component}/value': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Reports the value of a component that tasks do not give. Earlier values stay; the latest by day counts. */
    put: operations['ComponentValue_report'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Plans that bind a unit of the caller, or that his units issued; the latest first. */
    get: operations['Plans_list'];
    put?: never;
    post: operations['Plans_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The plan, with counts of the tasks in the caller's scope. */
    get: operations['Plans_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['Plans_change'];
    trace?: never;
  };
  '/api/v1/plans/{id}/closure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends the plan today. With If-Match only at that version. */
    post: operations['Plans_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the appendix of a plan from a CSV or XLSX file in the field `file`. With `dryRun=true` only says what would
     *     happen. A rejected row means that nothing is written: 422, with every row's outcome.
     */
    post: operations['PlanImport_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The tasks in the caller's scope as an appendix that can be imported again: CSV as data files have it, XLSX as it is
     *     printed. Cancelled tasks, and parts that lead units handed down, are left out.
     */
    get: operations['PlanExport_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Batch_assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One act on up to 200 tasks. Each is done or refused by itself, as its own request would be; the answer says which and why. */
    post: operations['Bulk_act'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The numbers on the tabs of a list: how many of its tasks stand in each cell and state. */
    get: operations['Counts_counts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/saved-views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The own ones, by name. */
    get: operations['SavedViews_list'];
    put?: never;
    post: operations['SavedViews_save'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/saved-views/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['SavedViews_show'];
    put?: never;
    post?: never;
    delete: operations['SavedViews_remove'];
    options?: never;
    head?: never;
    patch: operations['SavedViews_change'];
    trace?: never;
  };
  '/api/v1/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Tasks_list'];
    put?: never;
    post: operations['Tasks_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Tasks_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['Tasks_change'];
    trace?: never;
  };
  '/api/v1/tasks/{id}/components': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Tasks_components'];
    put: operations['Tasks_link'];
    /** Adds links to those there are. */
    post: operations['Tasks_addLinks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/parts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Assigns a part at once and answers with it, numbered `<parent>.001` and on. */
    post: operations['HandDown_handDown'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/coordination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tasks that units in the caller's scope help with, by due date. */
    get: operations['Coordination_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/coordination/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** `limit` and `cursor` page through the notes. */
    get: operations['Coordination_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/coordination/{taskId}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Coordination_write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/coordination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Each unit that helps, or helped, with its latest note; by name. */
    get: operations['TaskCoordination_units'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/coordination/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Their notes in full, newest first. */
    get: operations['TaskCoordination_notes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/assignment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Completion_assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Records_progress'];
    put?: never;
    post: operations['Completion_progress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Completion_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/acceptance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Completion_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Completion_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** By a document where there is one; the reason alone is enough. */
    post: operations['Completion_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/extensions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Extension_list'];
    put?: never;
    /** Answers with the task and the id of the request. */
    post: operations['Extension_request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/extensions/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Extension_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/submissions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Records_submissions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened to the task, who did it, and every field it changed. */
    get: operations['History_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Evidence_list'];
    put?: never;
    /** A reference as JSON, or a form with the document itself in the field `file` (at most 20 MB); at most 200 a task. */
    post: operations['Evidence_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/evidence/{evidenceId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Evidence_download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/directions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Directions_ofTask'];
    put?: never;
    /** Answers with the task and the id of the direction. */
    post: operations['Directions_direct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Directions on all tasks one may read, and those given to oneself; what is to be answered soonest comes first. */
    get: operations['Directions_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directions/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** By the addressee, who needs no role for it, or by whoever reports for the lead unit. */
    post: operations['Directions_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/comments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Comments_list'];
    put?: never;
    post: operations['Comments_write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/duties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Duties of plans whose issuer is in the caller's scope; the latest written first. */
    get: operations['Duties_list'];
    put?: never;
    post: operations['Duties_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/duties/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Duties_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes only what is made from now on; `endsOn` ends the duty. */
    patch: operations['Duties_change'];
    trace?: never;
  };
  '/api/v1/duties/{id}/periods': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The duty's periods that end from…to, at most ten years of them: when due, when made, what was made. */
    get: operations['Duties_periods'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/duties/{id}/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tasks that the duty has made, in the caller's scope; the latest first. */
    get: operations['Duties_tasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deadline-feeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The own live feeds, without their secrets. */
    get: operations['Feeds_list'];
    put?: never;
    /** Makes an address; only this answer holds it. Needs a session: a token that ends must leave nothing that does not. */
    post: operations['Feeds_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deadline-feeds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revokes an address at once. */
    delete: operations['Feeds_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deadline-feeds/{secret}.ics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The person's deadlines, 90 days back to 400 ahead, as an iCalendar; a wrong or revoked address is not found. */
    get: operations['DeadlineCalendar_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{id}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['People_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reminder-rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ReminderRules_list'];
    put?: never;
    /** Makes a rule of the province's own; every open task is looked at under it. */
    post: operations['ReminderRules_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reminder-rules/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ReminderRules_show'];
    /** Switches a rule, moves its day, its recipient or its words; If-Match with the version read. */
    put: operations['ReminderRules_change'];
    post?: never;
    /** Removes a rule of one's own that has told nobody yet; the others are switched off. If-Match with the version read. */
    delete: operations['ReminderRules_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reminder-rules/{id}/exceptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Makes the exception for this plan and priority, or replaces it as a whole: then with If-Match, the version read. */
    put: operations['RuleExceptions_set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reminder-rules/{id}/exceptions/{exceptionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** The rule holds again, or a wider exception; If-Match with the version read. */
    delete: operations['RuleExceptions_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reminder-rules/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Of a task or a plan, under the rules as they are or under a change that is not saved; a change needs the right to save it. */
    post: operations['Previews_previewRules'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reminders/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Of a task that is about to be assigned; for who may assign it. */
    post: operations['Previews_previewTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reminders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Reminders_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Notifications_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications/read-all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Notifications_readAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Notifications_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications/{id}/snooze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hidden until 07:30 of the day, then unread at the top of the inbox. */
    post: operations['Snooze_snooze'];
    /** Shows it again at once, where it stood when it was told. */
    delete: operations['Snooze_wake'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One's own inbox as server-sent events: `inbox` at once and whenever it changes, until the session ends. 429 beyond five. */
    get: operations['LiveInbox_follow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/telling-preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One's own; the defaults, version 0, while nothing was chosen. */
    get: operations['Preferences_show'];
    /** Changes one's own; If-Match with the version read, 0 the first time. */
    put: operations['Preferences_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/telling-preferences/deputising': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** For whom the caller stands in now or later, the soonest first. */
    get: operations['Preferences_deputising'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/telling-preferences/{userId}/absence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a person of the caller's units is away, and who is told instead. */
    get: operations['Preferences_showAbsence'];
    /** Says for a person who cannot that they are away, and who is told instead; for administrators of that person. */
    put: operations['Preferences_setAbsence'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest first; failed ones (`state=failed`) are the dead letters. */
    get: operations['Deliveries_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A delivery with every try, and why each failed. */
    get: operations['Deliveries_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries/{id}/letter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The letter's words, and the file it was written to where no mail server is configured. */
    get: operations['Deliveries_letter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends failed deliveries again, to the present addresses; their tries begin anew. */
    post: operations['Deliveries_resendMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deliveries/{id}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a failed delivery again, to the present address; its tries begin anew. */
    post: operations['Deliveries_resend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/alarms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest first; empty for whoever may not read deliveries at the top of the tree. */
    get: operations['Alarms_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/digest-unsubscription/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page that asks; changes nothing. */
    get: operations['Unsubscription_ask'];
    put?: never;
    /** Stops the digest, or the weekly review, of the person whose letter it stood in; says what duty keeps. */
    post: operations['Unsubscription_stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest first. */
    get: operations['Webhooks_list'];
    put?: never;
    /** Only this answer holds the secret. */
    post: operations['Webhooks_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Webhooks_show'];
    put?: never;
    post?: never;
    /** Switches it off when it has deliveries, otherwise removes it. */
    delete: operations['Webhooks_remove'];
    options?: never;
    head?: never;
    /** If-Match with the version read. */
    patch: operations['Webhooks_change'];
    trace?: never;
  };
  '/api/v1/webhooks/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a new secret, which only this answer holds; the old one signs nothing any more. */
    post: operations['WebhookActs_rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a trial event at once, whether the webhook is on or off, and says what came back. */
    post: operations['WebhookActs_test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many tasks are done on time, done late, in term and overdue on a day. */
    get: operations['StatusReport_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The four cells of each lead unit on a day. */
    get: operations['UnitsReport_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/components': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every component of an edition: its tasks on a day, the points it lost, gives and may still give. */
    get: operations['ComponentsReport_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Load and cells of each responsible individual on a day. */
    get: operations['PeopleReport_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/overdue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which overdue task costs the most points, and whose it is. */
    get: operations['OverdueReport_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where points are lost and nobody works on them, and where work brings no points. */
    get: operations['GapsReport_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/forecast': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the index will be: a band, by field, with surveys shown apart. */
    get: operations['ForecastReport_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How an index moved between two years: in total and by field, the strongest falls named. */
    get: operations['ChangesReport_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/analyses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Analyses_list'];
    put?: never;
    post: operations['Analyses_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/analyses/outstanding': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The components of an edition that lost points, most lost first, with the analyses there are of each. */
    get: operations['Analyses_outstanding'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/analyses/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Analyses_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['Analyses_change'];
    trace?: never;
  };
  '/api/v1/analyses/{id}/agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Analyses_agree'];
    delete: operations['Analyses_reopen'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/analyses/{id}/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes the solution a task of the unit and person that answer, linked to the component. */
    post: operations['Analyses_assign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Sessions_list'];
    put?: never;
    /** Takes the overdue tasks of a unit's subtree as they stand, most points at stake first. */
    post: operations['Sessions_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Sessions_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-sessions/{id}/items/{taskId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Records the decision on a task; nothing happens to the task before the conclusion. */
    put: operations['Sessions_decide'];
    post?: never;
    delete: operations['Sessions_takeBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/review-sessions/{id}/conclusion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Carries out what was decided; each item says what came of it. */
    post: operations['Sessions_conclude'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The trail in the caller's scope, newest first. */
    get: operations['AuditEntries_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proves that no entry of the trail was changed, removed or slipped in. */
    get: operations['AuditVerification_verify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    CalendarYearSummary: {
      year: number;
      version: number;
      /** @description No notice for the year yet. */
      provisional: boolean;
      effectiveFrom: string;
    };
    CalendarYearList: {
      items: components['schemas']['CalendarYearSummary'][];
      nextCursor: string | null;
      count?: number;
    };
    CalendarDayView: {
      date: string;
      /** @enum {string} */
      kind: 'holiday' | 'made_up' | 'swap_off' | 'swap_work';
      nameVi: string;
      nameEn: string;
      notice: string | null;
      provisional: boolean;
      forDate: string | null;
    };
    CalendarYearView: {
      year: number;
      version: number;
      /** @description No notice for the year yet. */
      provisional: boolean;
      effectiveFrom: string;
      days: components['schemas']['CalendarDayView'][];
    };
    CalendarDayBody: {
      date: string;
      /** @enum {string} */
      kind: 'holiday' | 'made_up' | 'swap_off' | 'swap_work';
      nameVi: string;
      nameEn: string;
      /** @description Number of the notice; null when there is none yet. */
      notice?: string | null;
      provisional?: boolean;
      /** @description The holiday it makes up for, or the day it is swapped with. */
      forDate?: string | null;
    };
    CalendarYearBody: {
      provisional?: boolean;
      days: components['schemas']['CalendarDayBody'][];
    };
    WorkingDays: {
      /** @description Answer to `add`. */
      date?: string;
      /** @description Answer to `to`. */
      count?: number;
      /** @description It rests on days that are not decided yet. */
      provisional: boolean;
    };
    ImportSummary: {
      rows: number;
      accepted: number;
      acceptedWithWarning: number;
      rejected: number;
    };
    ImportedRow: {
      /** @description Number of the line as a spreadsheet shows it. */
      row: number;
      /** @description What the line describes: `unit`, `user`, `task` … */
      kind: string;
      /** @enum {string} */
      outcome: 'accepted' | 'accepted_with_warning' | 'rejected';
      /** @description Every fault or doubt found, as stable codes; empty when there is none. */
      codes: string[];
      /** @description Words for them in the caller's language. */
      message: string | null;
      /** @description The line as it was understood. */
      normalised: {
        [key: string]: unknown;
      } | null;
    };
    ImportOutcome: {
      summary: components['schemas']['ImportSummary'];
      rows: components['schemas']['ImportedRow'][];
    };
    UnitName: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
    };
    UnitAbilities: {
      /** @description Names, aliases, statistics code, last day. */
      update: boolean;
      addChild: boolean;
    };
    UnitView: {
      id: string;
      /** @description Names the unit only together with its period: codes are used again. */
      code: string;
      gsoCode: string | null;
      nameVi: string;
      nameEn: string;
      aliases: string[];
      /** @enum {string} */
      level: 'body' | 'province' | 'department' | 'district' | 'commune' | 'office';
      subtype: string | null;
      parent: components['schemas']['UnitName'] | null;
      /** @description First and last day, inclusive; null is open. */
      validFrom: string | null;
      validTo: string | null;
      version: number;
      abilities: components['schemas']['UnitAbilities'];
    };
    UnitList: {
      items: components['schemas']['UnitView'][];
      nextCursor: string | null;
      count?: number;
    };
    Succession: {
      effectiveOn: string;
      /** @enum {string} */
      kind: 'split' | 'merge' | 'abolish' | 'create' | 'rename';
      /** @description Only a part went over. */
      partial: boolean;
      decision: string | null;
      note: string | null;
      /** @description The unit on the other side; null when there is none. */
      unit: components['schemas']['UnitName'] | null;
    };
    UnitDetail: {
      id: string;
      /** @description Names the unit only together with its period: codes are used again. */
      code: string;
      gsoCode: string | null;
      nameVi: string;
      nameEn: string;
      aliases: string[];
      /** @enum {string} */
      level: 'body' | 'province' | 'department' | 'district' | 'commune' | 'office';
      subtype: string | null;
      parent: components['schemas']['UnitName'] | null;
      /** @description First and last day, inclusive; null is open. */
      validFrom: string | null;
      validTo: string | null;
      version: number;
      abilities: components['schemas']['UnitAbilities'];
      /** @description From the top of the tree down. */
      ancestors: components['schemas']['UnitName'][];
      predecessors: components['schemas']['Succession'][];
      successors: components['schemas']['Succession'][];
    };
    CreateUnitBody: {
      code: string;
      /** @description Code of the statistics office. */
      gsoCode?: string | null;
      nameVi: string;
      nameEn: string;
      /** @description Other ways in which documents write the name. */
      aliases?: string[];
      /** @enum {string} */
      level: 'body' | 'province' | 'department' | 'district' | 'commune' | 'office';
      subtype?: string | null;
      parentId: string;
      validFrom?: string | null;
      validTo?: string | null;
    };
    UpdateUnitBody: {
      gsoCode?: string | null;
      nameVi?: string;
      nameEn?: string;
      aliases?: string[];
      /** @description Last day of the unit. */
      validTo?: string | null;
    };
    UnitGroup: {
      /** @description As data files write it: ALL_DEPARTMENTS … */
      keyword: string;
      nameVi: string;
      nameEn: string;
      aliases: string[];
      /**
       * @description All units of this level, valid on the day in question.
       * @enum {string}
       */
      level: 'body' | 'province' | 'department' | 'district' | 'commune' | 'office';
    };
    UnitGroupList: {
      items: components['schemas']['UnitGroup'][];
      nextCursor: string | null;
      count?: number;
    };
    ChangeOwnPasswordRequest: {
      currentPassword: string;
      /** @description At least 10 characters, and not the username. */
      newPassword: string;
    };
    SignInRequest: {
      /** @description Upper and lower case are the same. */
      username: string;
      password: string;
    };
    UnitRef: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
    };
    HeldRole: {
      id: string;
      /** @enum {string} */
      role: 'admin' | 'committee' | 'leader' | 'officer' | 'auditor';
      /** @description The role holds in this unit and everything below it. */
      unit: components['schemas']['UnitRef'];
    };
    Account: {
      id: string;
      username: string;
      displayName: string;
      unit: components['schemas']['UnitRef'];
      position: string | null;
      /** @enum {string} */
      locale: 'vi' | 'en';
      /** @description The person is invented (sample province). */
      invented: boolean;
      grants: components['schemas']['HeldRole'][];
      /** @description What the person may do somewhere; each thing says in `abilities` what holds for it. */
      permissions: string[];
    };
    SessionResponse: {
      user: components['schemas']['Account'];
      /** @description To be sent as `X-CSRF-Token` with every change; null for a program's token, which needs none. */
      csrfToken: string | null;
    };
    TokenItem: {
      id: string;
      name: string;
      createdAt: string;
      expiresAt: string;
      revokedAt: string | null;
    };
    TokenList: {
      items: components['schemas']['TokenItem'][];
      nextCursor: string | null;
      count?: number;
    };
    CreateTokenRequest: {
      /** @description What the token is for. */
      name: string;
      /** @description Days until it ends by itself, 1 to 365. */
      expiresInDays: number;
    };
    NewToken: {
      id: string;
      name: string;
      createdAt: string;
      expiresAt: string;
      revokedAt: string | null;
      /** @description Shown this once; send it as `Authorization: Bearer …`. */
      token: string;
    };
    UserResponse: {
      id: string;
      /** @description Null for a person who cannot sign in. */
      username: string | null;
      displayName: string;
      email: string | null;
      unit: components['schemas']['UnitRef'];
      position: string | null;
      /** @description Head of the unit: the second rung of the reminder ladder. */
      isHead: boolean;
      /** @enum {string} */
      locale: 'vi' | 'en';
      /** @description The person is invented (sample province). */
      invented: boolean;
      active: boolean;
      version: number;
      grants: components['schemas']['HeldRole'][];
      /** @description What the caller may do with this person. */
      abilities: ('edit' | 'grant' | 'setPassword')[];
    };
    UserPage: {
      items: components['schemas']['UserResponse'][];
      nextCursor: string | null;
      count?: number;
    };
    CreateUserRequest: {
      /** @description Latin letters without diacritics, digits and . _ @ -; left out for a person who does not sign in. */
      username?: string | null;
      displayName: string;
      email?: string | null;
      unitId: string;
      position?: string | null;
      isHead?: boolean;
      /** @enum {string} */
      locale?: 'vi' | 'en';
      /** @description At least 10 characters; can also be set later. */
      password?: string;
    };
    ChangeUserRequest: {
      username?: string;
      displayName?: string;
      email?: string | null;
      unitId?: string;
      position?: string | null;
      isHead?: boolean;
      /** @enum {string} */
      locale?: 'vi' | 'en';
      /** @description False ends the person's sessions and tokens. */
      active?: boolean;
    };
    SetPasswordRequest: {
      /** @description At least 10 characters, and not the username. */
      newPassword: string;
    };
    HeldRoles: {
      items: components['schemas']['HeldRole'][];
      nextCursor: string | null;
      count?: number;
    };
    GrantRequest: {
      /** @enum {string} */
      role: 'admin' | 'committee' | 'leader' | 'officer' | 'auditor';
      /** @description The role holds in this unit and everything below it. */
      unitId: string;
    };
    IndexResponse: {
      code: string;
      nameVi: string;
      nameEn: string;
      /**
       * @description How scores of the whole are printed.
       * @enum {string}
       */
      unit: 'points' | 'percent';
    };
    IndexPage: {
      items: components['schemas']['IndexResponse'][];
      nextCursor: string | null;
      count?: number;
    };
    EditionSummary: {
      id: string;
      year: number;
      nameVi: string;
      nameEn: string;
      decision: string | null;
      /** @description True: not an official annex; the label says so and must be shown. */
      illustrative: boolean;
      labelVi: string | null;
      labelEn: string | null;
      /** @description Null: a draft. */
      publishedAt: string | null;
    };
    IndexAbilities: {
      /** @description Import sets of criteria and results, publish. */
      write: boolean;
    };
    IndexWithEditions: {
      code: string;
      nameVi: string;
      nameEn: string;
      /**
       * @description How scores of the whole are printed.
       * @enum {string}
       */
      unit: 'points' | 'percent';
      editions: components['schemas']['EditionSummary'][];
      abilities: components['schemas']['IndexAbilities'];
    };
    TotalsResponse: {
      fields: number;
      criteria: number;
      components: number;
      maxPoints: number | null;
      /** @description Points by method: appraisal, survey_leaders, survey_citizens … */
      byMethod: {
        [key: string]: number;
      } | null;
    };
    CheckResponse: {
      /** @description A node's code, `total`, `method:…` or `count:…`. */
      code: string;
      /** @enum {string} */
      kind: 'count' | 'sum';
      /** @description Null: cannot be checked, something is unknown. */
      ok: boolean | null;
      expected: number;
      found: number | null;
    };
    BilingualText: {
      vi: string;
      en: string;
    };
    QuantityResponse: {
      nameVi: string;
      nameEn: string;
      unit: string;
    };
    ReportedValue: {
      value: number;
      reportedOn: string;
      note: string | null;
    };
    ComponentAbilities: {
      reportValue: boolean;
    };
    ComponentResponse: {
      /** @description `{type, …parameters}`. */
      rule: Record<string, never> | null;
      ruleWords: components['schemas']['BilingualText'] | null;
      /** @enum {string|null} */
      source: 'linked_tasks' | 'reported_value' | 'survey' | null;
      /** @enum {string|null} */
      taskMeasure: 'done' | 'done_on_time' | null;
      /** @enum {string|null} */
      taskScope: 'linked' | 'plan' | null;
      quantity: components['schemas']['QuantityResponse'] | null;
      /** @description The value last reported; null when there is none or tasks decide. */
      value: components['schemas']['ReportedValue'] | null;
      abilities: components['schemas']['ComponentAbilities'];
      id: string;
      code: string;
      /** @enum {string} */
      level: 'field' | 'criterion' | 'component';
      nameVi: string;
      nameEn: string;
      /** @description Null is unknown, never 0. */
      maxPoints: number | null;
      /** @enum {string|null} */
      method: 'survey' | 'appraisal' | 'survey_leaders' | 'survey_citizens' | 'citizen_interview' | null;
      ownerUnitCode: string | null;
      /** @description The points of the year before. */
      baselineScore: number | null;
    };
    CriterionResponse: {
      components: components['schemas']['ComponentResponse'][];
      id: string;
      code: string;
      /** @enum {string} */
      level: 'field' | 'criterion' | 'component';
      nameVi: string;
      nameEn: string;
      /** @description Null is unknown, never 0. */
      maxPoints: number | null;
      /** @enum {string|null} */
      method: 'survey' | 'appraisal' | 'survey_leaders' | 'survey_citizens' | 'citizen_interview' | null;
      ownerUnitCode: string | null;
      /** @description The points of the year before. */
      baselineScore: number | null;
    };
    FieldResponse: {
      criteria: components['schemas']['CriterionResponse'][];
      id: string;
      code: string;
      /** @enum {string} */
      level: 'field' | 'criterion' | 'component';
      nameVi: string;
      nameEn: string;
      /** @description Null is unknown, never 0. */
      maxPoints: number | null;
      /** @enum {string|null} */
      method: 'survey' | 'appraisal' | 'survey_leaders' | 'survey_citizens' | 'citizen_interview' | null;
      ownerUnitCode: string | null;
      /** @description The points of the year before. */
      baselineScore: number | null;
    };
    EditionAbilities: {
      publish: boolean;
      replace: boolean;
      importResults: boolean;
    };
    EditionResponse: {
      id: string;
      index: string;
      year: number;
      nameVi: string;
      nameEn: string;
      decision: string | null;
      /** @description True: not an official annex; the label says so and must be shown. */
      illustrative: boolean;
      labelVi: string | null;
      labelEn: string | null;
      baselineYear: number | null;
      /** @description Null: a draft. Published sets never change. */
      publishedAt: string | null;
      /** @description Every maximum is known and every check agrees. */
      complete: boolean;
      /** @description Codes of the parts whose maxima are unknown. */
      missing: string[];
      totals: components['schemas']['TotalsResponse'];
      /** @description What the decision itself says. */
      statedTotals: Record<string, never>;
      checks: components['schemas']['CheckResponse'][];
      fields: components['schemas']['FieldResponse'][];
      abilities: components['schemas']['EditionAbilities'];
    };
    ImportError: {
      path: string;
      code: string;
      message: string;
    };
    EditionImportOutcome: {
      summary: components['schemas']['ImportSummary'];
      rows: components['schemas']['ImportedRow'][];
      index: string;
      year: number | null;
      /** @description Null after a dry run. */
      editionId: string | null;
      /** @description Faults of the whole, which belong to no row. */
      errors: components['schemas']['ImportError'][];
      missing: string[];
      totals: components['schemas']['TotalsResponse'];
      checks: components['schemas']['CheckResponse'][];
    };
    PublicationResponse: {
      index: string;
      year: number;
      publishedAt: string;
    };
    ResultResponse: {
      id: string;
      /** @description Null: the index as a whole. */
      componentCode: string | null;
      subject: string;
      /** @enum {string} */
      subjectKind: 'province' | 'department' | 'district' | 'commune' | 'aggregate';
      subjectCode: string | null;
      /** @description Null is unknown, never 0. */
      score: number | null;
      unitOfMeasure: string;
      rank: number | null;
      rankedOf: number | null;
      note: string | null;
      /** @description Where the figure comes from: found, or derived and how. */
      provenance: Record<string, never>;
    };
    ResultPage: {
      items: components['schemas']['ResultResponse'][];
      nextCursor: string | null;
      count?: number;
    };
    Standing: {
      score: number | null;
      rank: number | null;
      rankedOf: number | null;
    };
    Movement: {
      /** @description The later score minus the earlier. */
      score: number | null;
      /** @description Places gained; below 0, places lost. */
      places: number | null;
    };
    TotalChange: {
      from: components['schemas']['Standing'];
      to: components['schemas']['Standing'];
      change: components['schemas']['Movement'];
    };
    NodeChange: {
      from: components['schemas']['Standing'];
      to: components['schemas']['Standing'];
      change: components['schemas']['Movement'];
      code: string;
      nameVi: string;
      nameEn: string;
    };
    BetweenYears: {
      index: string;
      from: number;
      to: number;
      /** @enum {string} */
      unit: 'points' | 'percent';
      total: components['schemas']['TotalChange'];
      nodes: components['schemas']['NodeChange'][];
      /** @description Codes of the nodes that lost, the strongest fall first. */
      strongestFalls: string[];
    };
    ValueRequest: {
      /**
       * @description Per cent for rates and surveys, a count for items, points for manual scores; binary 1 yes, 0 no; late penalty 2 on
       *     time, 1 late, 0 not done.
       */
      value: number;
      reportedOn: string;
      note?: string | null;
    };
    ComponentValueResponse: {
      componentCode: string;
      value: number;
      reportedOn: string;
      note: string | null;
      /** @description What the value gives under the component's rule, unrounded; null when the maximum is unknown. */
      points: number | null;
    };
    PlanIssuer: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
    };
    PlanEdition: {
      id: string;
      indexCode: string;
      year: number;
      /** @description Not an official set; the labels say so. */
      illustrative: boolean;
      labelVi: string | null;
      labelEn: string | null;
    };
    PlanResponse: {
      id: string;
      code: string;
      /** @description annual_plan, directive, conclusion_notice or other. */
      kind: string;
      year: number;
      number: string | null;
      symbol: string | null;
      issuedOn: string;
      issuer: components['schemas']['PlanIssuer'];
      titleVi: string;
      titleEn: string | null;
      edition: components['schemas']['PlanEdition'] | null;
      illustrative: boolean;
      closedOn: string | null;
      version: number;
      /** @description Of edit, close, import: what the caller may do now. */
      abilities: string[];
    };
    PlanPage: {
      items: components['schemas']['PlanResponse'][];
      nextCursor: string | null;
      count?: number;
    };
    PlanTaskCounts: {
      all: number;
      draft: number;
      open: number;
      accepted: number;
      cancelled: number;
    };
    PlanDetailResponse: {
      id: string;
      code: string;
      /** @description annual_plan, directive, conclusion_notice or other. */
      kind: string;
      year: number;
      number: string | null;
      symbol: string | null;
      issuedOn: string;
      issuer: components['schemas']['PlanIssuer'];
      titleVi: string;
      titleEn: string | null;
      edition: components['schemas']['PlanEdition'] | null;
      illustrative: boolean;
      closedOn: string | null;
      version: number;
      /** @description Of edit, close, import: what the caller may do now. */
      abilities: string[];
      tasks: components['schemas']['PlanTaskCounts'];
    };
    CreatePlanRequest: {
      /** @description Unique among all plans, for example `KH-2023`. */
      code: string;
      /** @enum {string} */
      kind: 'annual_plan' | 'directive' | 'conclusion_notice' | 'other';
      year: number;
      /** @description Number of the document. */
      number?: string | null;
      /** @description Symbol of the document, for example `KH-UBND`. */
      symbol?: string | null;
      issuedOn: string;
      issuerUnitId: string;
      titleVi: string;
      titleEn?: string | null;
      /** @description The edition whose components the plan's tasks are linked to. */
      editionId?: string | null;
    };
    ChangePlanRequest: {
      code?: string;
      /** @enum {string} */
      kind?: 'annual_plan' | 'directive' | 'conclusion_notice' | 'other';
      year?: number;
      number?: string | null;
      symbol?: string | null;
      issuedOn?: string;
      issuerUnitId?: string;
      titleVi?: string;
      titleEn?: string | null;
      editionId?: string | null;
    };
    ClosePlanRequest: {
      /** @description Why the plan ends. */
      reason: string;
    };
    PlanImportSummary: {
      tasks: number;
      accepted: number;
      acceptedWithWarning: number;
      rejected: number;
    };
    PlanImportProposal: {
      code: string;
      nameVi: string;
      /** @description The unit above it. */
      parentName: string | null;
    };
    PlanImportFault: {
      /** @description Name of the column, as in data files: leadUnitCode, dueText … */
      path: string;
      code: string;
      message: string;
      /** @description True: a doubt, with which the row is taken all the same. */
      warning: boolean;
      /** @description Units that may have been meant, at most five. */
      proposals: components['schemas']['PlanImportProposal'][];
    };
    PlanImportChange: {
      path: string;
      /** @description unit_name, unit_group, due_text, formula, merged, inherited, joined or yes_or_no. */
      how: string;
      /** @description The cell's text; for merged, inherited and joined the number of the line. */
      from: string;
      to: string;
      message: string;
    };
    PlanImportRow: {
      /** @description Number of the line as a spreadsheet shows it. */
      row: number;
      /** @description What the line describes: `unit`, `user`, `task` … */
      kind: string;
      /** @enum {string} */
      outcome: 'accepted' | 'accepted_with_warning' | 'rejected';
      /** @description Every fault or doubt found, as stable codes; empty when there is none. */
      codes: string[];
      /** @description Words for them in the caller's language. */
      message: string | null;
      /** @description The line as it was understood. */
      normalised: {
        [key: string]: unknown;
      } | null;
      /** @description Every fault and doubt, one by one. */
      faults: components['schemas']['PlanImportFault'][];
      /** @description What was understood differently from how it is written. */
      changes: components['schemas']['PlanImportChange'][];
    };
    PlanImportOutcome: {
      summary: components['schemas']['PlanImportSummary'];
      rows: components['schemas']['PlanImportRow'][];
    };
    AssignBatch: {
      planId: string;
      /** @description Of the parent; the parts are numbered `<code>.001` and on. */
      code?: string;
      titleVi: string;
      titleEn?: string | null;
      deliverableVi?: string | null;
      deliverableEn?: string | null;
      /** @description Exactly one of leadUnitIds, level and group; the last two mean units in scope on the day of assignment. */
      leadUnitIds?: string[];
      /** @enum {string} */
      level?: 'body' | 'department' | 'district' | 'commune' | 'office';
      /** @description A keyword of `unit-groups`, for example ALL_DEPARTMENTS. */
      group?: string;
      /** @description The unit that answers for the whole; the plan's issuer when left out. */
      parentLeadUnitId?: string;
      /** @description Of each part. Left out or null: no due date. */
      dueDate?: string | null;
      /** @description Of the whole, not before `dueDate`; the same day when left out. */
      parentDueDate?: string;
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      /** @description True: a submission needs a piece of evidence. */
      evidenceRequired?: boolean;
      fieldCode?: string | null;
      sourceNumber?: string | null;
      sourceDate?: string | null;
      componentIds?: string[];
      componentCodes?: string[];
      /** @description True keeps the whole batch drafts that nobody is told of. */
      draft?: boolean;
    };
    NamedUnit: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
    };
    LinkedComponent: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
      maxPoints: number | null;
      indexCode: string;
      year: number;
      /** @description The edition is not an official annex. */
      illustrative: boolean;
    };
    ParentTask: {
      id: string;
      code: string;
      titleVi: string;
      leadUnit: components['schemas']['NamedUnit'];
    };
    PartCounts: {
      all: number;
      done: number;
      overdue: number;
    };
    CancelledBy: {
      id: string;
      displayName: string;
    };
    TaskCancellation: {
      at: string;
      by: components['schemas']['CancelledBy'] | null;
      reason: string;
      documentNumber: string | null;
      documentDate: string | null;
      issuer: string | null;
    };
    TaskPlan: {
      id: string;
      code: string;
      titleVi: string;
      year: number;
      illustrative: boolean;
    };
    NamedPerson: {
      id: string;
      displayName: string;
      position: string | null;
      /** @description The person is invented (sample data). */
      invented: boolean;
    };
    TaskDetail: {
      deliverableVi: string | null;
      deliverableEn: string | null;
      sourceNumber: string | null;
      sourceDate: string | null;
      coordinatingUnits: components['schemas']['NamedUnit'][];
      components: components['schemas']['LinkedComponent'][];
      /** @description Null for a task that is no part, and where the whole is not the caller's to read. */
      parent: components['schemas']['ParentTask'] | null;
      parts: components['schemas']['PartCounts'];
      /** @description Null while the task is not cancelled. */
      cancellation: components['schemas']['TaskCancellation'] | null;
      id: string;
      code: string;
      plan: components['schemas']['TaskPlan'];
      parentId: string | null;
      /** @description A part that the parent's lead unit handed down; the plan's document does not name it. */
      handedDown: boolean;
      titleVi: string;
      titleEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      responsible: components['schemas']['NamedPerson'] | null;
      /** @enum {string} */
      priority: 'low' | 'high' | 'normal';
      fieldCode: string | null;
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /**
       * @description Null for drafts and cancelled tasks, which no report counts.
       * @enum {string|null}
       */
      cell: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      /**
       * @description The same judged by the original due date, whatever was extended since.
       * @enum {string|null}
       */
      cellByOriginalDueDate: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      dueText: string | null;
      dueDate: string | null;
      originalDueDate: string | null;
      percent: number;
      /** @description A submission needs a piece of evidence. */
      evidenceRequired: boolean;
      assignedOn: string | null;
      submittedOn: string | null;
      /** @description An extension request waits for a decision. */
      extensionPending: boolean;
      version: number;
      /** @description What the caller may do with it now. */
      abilities: (
        | 'link'
        | 'edit'
        | 'comment'
        | 'assign'
        | 'progress'
        | 'submit'
        | 'accept'
        | 'return'
        | 'cancel'
        | 'direct'
        | 'handDown'
        | 'staff'
        | 'requestExtension'
        | 'decideExtension'
        | 'addEvidence'
      )[];
    };
    BatchChild: {
      id: string;
      code: string;
      leadUnit: components['schemas']['NamedUnit'];
    };
    AssignedBatch: {
      parent: components['schemas']['TaskDetail'];
      children: components['schemas']['BatchChild'][];
      /** @description How many children; the plan has gained one task more. */
      count: number;
    };
    StaffTasks: {
      responsibleId: string | null;
    };
    AcceptTask: {
      note?: string | null;
    };
    ReasonedAct: {
      reason: string;
    };
    CancelTask: {
      reason: string;
      documentNumber?: string | null;
      documentDate?: string | null;
      issuer?: string | null;
    };
    GiveDirection: {
      text: string;
      /**
       * @description An active person of the lead unit or of a coordinating unit. Left out: the responsible individual, else the head of
       *     the lead unit, else nobody in person.
       */
      addresseeId?: string | null;
      /** @description The last day for an answer; not before today. */
      answerBy?: string | null;
      /** @description The document that carries the direction, where there is one. */
      documentNumber?: string | null;
      documentDate?: string | null;
    };
    RequestExtension: {
      /** @description Later than the present due date. */
      newDueDate: string;
      reason: string;
    };
    DecideExtension: {
      approved: boolean;
      /** @description The day granted; the day asked for when left out. */
      newDueDate?: string;
      /** @description Needed for a refusal. */
      reason?: string | null;
      /** @description The document of the decision, where there is one. */
      documentNumber?: string | null;
      documentDate?: string | null;
    };
    BulkTask: {
      id: string;
      /** @description As it was read; another one by now refuses this task. */
      version?: number;
    };
    TaskFilter: {
      planId?: string;
      /** @description Of the plan. */
      year?: number;
      leadUnitId?: string;
      /** @description A unit: its own tasks and those of every unit below it. */
      within?: string;
      coordinatingUnitId?: string;
      responsibleId?: string;
      /**
       * @description How the task stands to the caller; `waiting_for_me` is what cannot go on until he acts.
       * @enum {string}
       */
      relation?: 'mine' | 'my_unit' | 'assigned_by_me' | 'waiting_for_me';
      parentId?: string;
      handedDown?: boolean;
      /** @enum {string} */
      cell?: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue';
      /** @enum {string} */
      state?: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      fieldCode?: string;
      componentId?: string;
      componentCode?: string;
      dueFrom?: string;
      dueTo?: string;
      hasEvidence?: boolean;
      /** @description An extension request waits for a decision. */
      extensionPending?: boolean;
      /** @description Words in code, title, deliverable or document number: all of them, in any order; "in quotes" as they stand. Diacritics do not matter. */
      q?: string;
    };
    BulkRequest: {
      /** @description The body of the act, as its own address takes it. */
      input?:
        | components['schemas']['StaffTasks']
        | components['schemas']['AcceptTask']
        | components['schemas']['ReasonedAct']
        | components['schemas']['CancelTask']
        | components['schemas']['GiveDirection']
        | components['schemas']['RequestExtension']
        | components['schemas']['DecideExtension'];
      /** @enum {string} */
      act:
        | 'assign'
        | 'accept'
        | 'return'
        | 'cancel'
        | 'direct'
        | 'staff'
        | 'requestExtension'
        | 'decideExtension';
      /** @description Exactly one of taskIds, tasks and filter. */
      taskIds?: string[];
      /** @description The tasks with the versions that were read. */
      tasks?: components['schemas']['BulkTask'][];
      /** @description What matches when the request runs; more than 200 are refused. */
      filter?: components['schemas']['TaskFilter'];
      /** @description Say what would happen and change nothing. */
      dryRun?: boolean;
    };
    BulkFault: {
      /** @description A field of the act's body is under `input.`. */
      path: string;
      code: string;
      message: string;
    };
    BulkProblem: {
      code: string;
      title: string;
      detail: string;
      errors: components['schemas']['BulkFault'][];
    };
    BulkItem: {
      taskId: string;
      /** @description Null for a task that the caller cannot find. */
      code: string | null;
      /** @enum {string} */
      outcome: 'done' | 'refused';
      /**
       * @description After the act.
       * @enum {string}
       */
      state?: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      version?: number;
      problem?: components['schemas']['BulkProblem'];
    };
    BulkOutcome: {
      items: components['schemas']['BulkItem'][];
      done: number;
      refused: number;
      /** @description Nothing was changed. */
      dryRun: boolean;
    };
    CountedCells: {
      all: number;
      doneOnTime: number;
      doneLate: number;
      inTerm: number;
      overdue: number;
    };
    CountedStates: {
      draft: number;
      assigned: number;
      in_progress: number;
      submitted: number;
      returned: number;
      accepted: number;
      cancelled: number;
    };
    CountedRelations: {
      mine: number;
      myUnit: number;
      assignedByMe: number;
      waitingForMe: number;
    };
    TaskCounts: {
      /** @description Every task of the list: the four cells, drafts and cancelled ones. */
      all: number;
      cells: components['schemas']['CountedCells'];
      /** @description Submitted and not yet decided; each is in term or overdue as well. */
      awaitingAcceptance: number;
      drafts: number;
      cancelled: number;
      byState: components['schemas']['CountedStates'];
      relations?: components['schemas']['CountedRelations'];
    };
    SavedFilter: {
      planId?: string;
      /** @description Of the plan. */
      year?: number;
      leadUnitId?: string;
      /** @description A unit: its own tasks and those of every unit below it. */
      within?: string;
      coordinatingUnitId?: string;
      responsibleId?: string;
      /**
       * @description How the task stands to the caller; `waiting_for_me` is what cannot go on until he acts.
       * @enum {string}
       */
      relation?: 'mine' | 'my_unit' | 'assigned_by_me' | 'waiting_for_me';
      parentId?: string;
      handedDown?: boolean;
      /** @enum {string} */
      cell?: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue';
      /** @enum {string} */
      state?: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      fieldCode?: string;
      componentId?: string;
      componentCode?: string;
      dueFrom?: string;
      dueTo?: string;
      hasEvidence?: boolean;
      /** @description An extension request waits for a decision. */
      extensionPending?: boolean;
      /** @description Words in code, title, deliverable or document number: all of them, in any order; "in quotes" as they stand. Diacritics do not matter. */
      q?: string;
      /** @enum {string} */
      sort?: 'code' | 'due' | '-due' | 'title';
    };
    SavedView: {
      id: string;
      name: string;
      filter: components['schemas']['SavedFilter'];
      createdAt: string;
      version: number;
    };
    SavedViewList: {
      items: components['schemas']['SavedView'][];
      nextCursor: string | null;
      count?: number;
    };
    SaveView: {
      /** @description The person has no other of this name. */
      name: string;
      filter: components['schemas']['SavedFilter'];
    };
    ChangeView: {
      name?: string;
      filter?: components['schemas']['SavedFilter'];
    };
    TaskItem: {
      id: string;
      code: string;
      plan: components['schemas']['TaskPlan'];
      parentId: string | null;
      /** @description A part that the parent's lead unit handed down; the plan's document does not name it. */
      handedDown: boolean;
      titleVi: string;
      titleEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      responsible: components['schemas']['NamedPerson'] | null;
      /** @enum {string} */
      priority: 'low' | 'high' | 'normal';
      fieldCode: string | null;
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /**
       * @description Null for drafts and cancelled tasks, which no report counts.
       * @enum {string|null}
       */
      cell: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      /**
       * @description The same judged by the original due date, whatever was extended since.
       * @enum {string|null}
       */
      cellByOriginalDueDate: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      dueText: string | null;
      dueDate: string | null;
      originalDueDate: string | null;
      percent: number;
      /** @description A submission needs a piece of evidence. */
      evidenceRequired: boolean;
      assignedOn: string | null;
      submittedOn: string | null;
      /** @description An extension request waits for a decision. */
      extensionPending: boolean;
      version: number;
      /** @description What the caller may do with it now. */
      abilities: (
        | 'link'
        | 'edit'
        | 'comment'
        | 'assign'
        | 'progress'
        | 'submit'
        | 'accept'
        | 'return'
        | 'cancel'
        | 'direct'
        | 'handDown'
        | 'staff'
        | 'requestExtension'
        | 'decideExtension'
        | 'addEvidence'
      )[];
    };
    TaskPage: {
      items: components['schemas']['TaskItem'][];
      nextCursor: string | null;
      count?: number;
    };
    CreateTask: {
      planId: string;
      /** @description Unique in the plan; given by the system when left out. */
      code?: string;
      titleVi: string;
      titleEn?: string | null;
      deliverableVi?: string | null;
      deliverableEn?: string | null;
      leadUnitId: string;
      coordinatingUnitIds?: string[];
      /** @description An active person of the lead unit. */
      responsibleId?: string | null;
      /** @description Left out or null: no due date ("thường xuyên"). */
      dueDate?: string | null;
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      /** @description True: a submission needs a piece of evidence. */
      evidenceRequired?: boolean;
      fieldCode?: string | null;
      sourceNumber?: string | null;
      sourceDate?: string | null;
      componentIds?: string[];
      /** @description Components of the plan's edition by code, instead of or besides ids. */
      componentCodes?: string[];
      /** @description True keeps it a draft that nobody is told of. */
      draft?: boolean;
    };
    ChangeTask: {
      titleVi?: string;
      titleEn?: string | null;
      deliverableVi?: string | null;
      deliverableEn?: string | null;
      leadUnitId?: string;
      responsibleId?: string | null;
      coordinatingUnitIds?: string[];
      /** @description Only for drafts, and for tasks that had no due date; later it moves by extension. */
      dueDate?: string | null;
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      /** @description True: a submission needs a piece of evidence. */
      evidenceRequired?: boolean;
      fieldCode?: string | null;
      sourceNumber?: string | null;
      sourceDate?: string | null;
    };
    LinkComponents: {
      componentIds?: string[];
      /** @description By code, instead of or besides ids. */
      componentCodes?: string[];
    };
    ComponentList: {
      items: components['schemas']['LinkedComponent'][];
      nextCursor: string | null;
    };
    HandDownPart: {
      titleVi: string;
      titleEn?: string | null;
      deliverableVi?: string | null;
      deliverableEn?: string | null;
      /** @description The parent's lead unit when left out. */
      leadUnitId?: string;
      /** @description An active person of the part's lead unit. */
      responsibleId?: string | null;
      /** @description Not before today, not after the parent's, and needed where the parent has one. */
      dueDate?: string | null;
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      /** @description True: a submission needs a piece of evidence. */
      evidenceRequired?: boolean;
    };
    ActBy: {
      id: string;
      displayName: string;
    };
    CoordinationNote: {
      id: string;
      /** @description RFC 3339. */
      at: string;
      by: components['schemas']['ActBy'] | null;
      percent: number;
      text: string;
    };
    HelpingUnit: {
      unit: components['schemas']['NamedUnit'];
      latestNote: components['schemas']['CoordinationNote'] | null;
      /** @description `note` where the caller may write for this unit now. */
      abilities: string[];
    };
    CoordinationItem: {
      id: string;
      code: string;
      plan: components['schemas']['TaskPlan'];
      titleVi: string;
      titleEn: string | null;
      deliverableVi: string | null;
      deliverableEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      dueDate: string | null;
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /**
       * @description Null for a cancelled task.
       * @enum {string|null}
       */
      cell: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      /** @description The caller's coordinating units, those without a note first; a list shows ten of them, a single task all. */
      units: components['schemas']['HelpingUnit'][];
      unitCount: number;
      /** @description How many of them have said nothing yet of an open task. */
      awaitingCount: number;
    };
    CoordinationPage: {
      items: components['schemas']['CoordinationItem'][];
      nextCursor: string | null;
      count?: number;
    };
    CoordinationNoteOfUnit: {
      id: string;
      /** @description RFC 3339. */
      at: string;
      by: components['schemas']['ActBy'] | null;
      percent: number;
      text: string;
      unit: components['schemas']['NamedUnit'];
    };
    CoordinationNotePage: {
      items: components['schemas']['CoordinationNoteOfUnit'][];
      nextCursor: string | null;
      count?: number;
    };
    CoordinationDetail: {
      id: string;
      code: string;
      plan: components['schemas']['TaskPlan'];
      titleVi: string;
      titleEn: string | null;
      deliverableVi: string | null;
      deliverableEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      dueDate: string | null;
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /**
       * @description Null for a cancelled task.
       * @enum {string|null}
       */
      cell: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      /** @description The caller's coordinating units, those without a note first; a list shows ten of them, a single task all. */
      units: components['schemas']['HelpingUnit'][];
      unitCount: number;
      /** @description How many of them have said nothing yet of an open task. */
      awaitingCount: number;
      notes: components['schemas']['CoordinationNotePage'];
    };
    WriteNote: {
      /** @description The coordinating unit that speaks; may be left out where the caller reports for one of them only. */
      unitId?: string;
      /** @description Of the unit's own share, 0 to 100. */
      percent: number;
      text: string;
    };
    CoordinatingUnit: {
      unit: components['schemas']['NamedUnit'];
      /** @description False for a unit that no longer helps; what it said stays on record. */
      coordinates: boolean;
      noteCount: number;
      latestNote: components['schemas']['CoordinationNote'] | null;
    };
    CoordinatingUnitPage: {
      items: components['schemas']['CoordinatingUnit'][];
      nextCursor: string | null;
      count?: number;
    };
    ReportProgress: {
      /** @description 0 to 100. */
      percent: number;
      /** @description What was done. */
      done?: string | null;
      /** @description What hinders. */
      obstacle?: string | null;
      /** @description Another name for `done`. */
      note?: string | null;
    };
    SubmitTask: {
      note?: string | null;
      documentNumber?: string | null;
      /** @description The day of the document that proves it; it counts as the day of completion. */
      documentDate?: string | null;
    };
    ExtensionItem: {
      id: string;
      at: string;
      by: components['schemas']['ActBy'] | null;
      reason: string;
      dueDateBefore: string;
      requestedDueDate: string;
      decidedAt: string | null;
      decidedBy: components['schemas']['ActBy'] | null;
      /** @description Null while it waits. */
      approved: boolean | null;
      newDueDate: string | null;
      decisionReason: string | null;
      decisionDocumentNumber: string | null;
      decisionDocumentDate: string | null;
    };
    ExtensionList: {
      items: components['schemas']['ExtensionItem'][];
      nextCursor: string | null;
      count?: number;
    };
    TaskWithExtension: {
      deliverableVi: string | null;
      deliverableEn: string | null;
      sourceNumber: string | null;
      sourceDate: string | null;
      coordinatingUnits: components['schemas']['NamedUnit'][];
      components: components['schemas']['LinkedComponent'][];
      /** @description Null for a task that is no part, and where the whole is not the caller's to read. */
      parent: components['schemas']['ParentTask'] | null;
      parts: components['schemas']['PartCounts'];
      /** @description Null while the task is not cancelled. */
      cancellation: components['schemas']['TaskCancellation'] | null;
      id: string;
      code: string;
      plan: components['schemas']['TaskPlan'];
      parentId: string | null;
      /** @description A part that the parent's lead unit handed down; the plan's document does not name it. */
      handedDown: boolean;
      titleVi: string;
      titleEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      responsible: components['schemas']['NamedPerson'] | null;
      /** @enum {string} */
      priority: 'low' | 'high' | 'normal';
      fieldCode: string | null;
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /**
       * @description Null for drafts and cancelled tasks, which no report counts.
       * @enum {string|null}
       */
      cell: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      /**
       * @description The same judged by the original due date, whatever was extended since.
       * @enum {string|null}
       */
      cellByOriginalDueDate: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      dueText: string | null;
      dueDate: string | null;
      originalDueDate: string | null;
      percent: number;
      /** @description A submission needs a piece of evidence. */
      evidenceRequired: boolean;
      assignedOn: string | null;
      submittedOn: string | null;
      /** @description An extension request waits for a decision. */
      extensionPending: boolean;
      version: number;
      /** @description What the caller may do with it now. */
      abilities: (
        | 'link'
        | 'edit'
        | 'comment'
        | 'assign'
        | 'progress'
        | 'submit'
        | 'accept'
        | 'return'
        | 'cancel'
        | 'direct'
        | 'handDown'
        | 'staff'
        | 'requestExtension'
        | 'decideExtension'
        | 'addEvidence'
      )[];
      extensionId: string;
    };
    ProgressItem: {
      id: string;
      at: string;
      by: components['schemas']['ActBy'] | null;
      percent: number;
      done: string | null;
      obstacle: string | null;
    };
    ProgressList: {
      items: components['schemas']['ProgressItem'][];
      nextCursor: string | null;
      count?: number;
    };
    SubmissionItem: {
      id: string;
      at: string;
      by: components['schemas']['ActBy'] | null;
      note: string | null;
      documentNumber: string | null;
      documentDate: string | null;
      /** @description The day that counts for "on time". */
      countsOn: string;
      decidedAt: string | null;
      decidedBy: components['schemas']['ActBy'] | null;
      /** @description Null while it waits. */
      accepted: boolean | null;
      reason: string | null;
    };
    SubmissionList: {
      items: components['schemas']['SubmissionItem'][];
      nextCursor: string | null;
      count?: number;
    };
    HistoryActor: {
      /** @description Null for the system itself. */
      id: string | null;
      name: string;
    };
    FieldChange: {
      before: (string | number | boolean | string[]) | null;
      after: (string | number | boolean | string[]) | null;
      field: string;
      /** @description Name of the field in the caller's language. */
      label: string;
      /** @description As people read it, in the caller's language: `30/06/2023`, `Đang thực hiện`; nothing is "–". */
      beforeWords: string;
      afterWords: string;
    };
    HistoryItem: {
      id: string;
      at: string;
      act: string;
      /** @description What happened, as a sentence in the caller's language. */
      words: string;
      actor: components['schemas']['HistoryActor'];
      note: string | null;
      changes: components['schemas']['FieldChange'][];
    };
    HistoryList: {
      items: components['schemas']['HistoryItem'][];
      nextCursor: string | null;
      count?: number;
    };
    EvidenceFile: {
      name: string;
      /** @description Bytes. */
      size: number;
      mediaType: string;
      sha256: string;
    };
    EvidenceItem: {
      id: string;
      at: string;
      by: components['schemas']['ActBy'] | null;
      title: string;
      documentNumber: string | null;
      documentDate: string | null;
      issuer: string | null;
      page: string | null;
      /** @description Null for a reference to a document. */
      file: components['schemas']['EvidenceFile'] | null;
    };
    EvidenceList: {
      items: components['schemas']['EvidenceItem'][];
      nextCursor: string | null;
      count?: number;
    };
    AddEvidenceForm: {
      /** Format: binary */
      file?: string;
      title: string;
      documentNumber?: string | null;
      documentDate?: string | null;
      issuer?: string | null;
      /** @description Page or item in the document. */
      page?: string | null;
    };
    DirectedTask: {
      id: string;
      code: string;
      titleVi: string;
      titleEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      version: number;
    };
    DirectionAnswer: {
      at: string;
      by: components['schemas']['ActBy'] | null;
      text: string;
    };
    DirectionItem: {
      id: string;
      task: components['schemas']['DirectedTask'];
      at: string;
      by: components['schemas']['ActBy'] | null;
      text: string;
      /** @description Null: nobody in person; the officers of the lead unit are told. */
      addressee: components['schemas']['ActBy'] | null;
      documentNumber: string | null;
      documentDate: string | null;
      /** @description The last day for an answer. */
      answerBy: string | null;
      /** @description Null while it waits. */
      answer: components['schemas']['DirectionAnswer'] | null;
      /** @description Unanswered, and the last day for it has passed. */
      overdue: boolean;
      /** @description What the caller may do with it now. */
      abilities: string[];
    };
    DirectionList: {
      items: components['schemas']['DirectionItem'][];
      nextCursor: string | null;
      count?: number;
    };
    TaskWithDirection: {
      deliverableVi: string | null;
      deliverableEn: string | null;
      sourceNumber: string | null;
      sourceDate: string | null;
      coordinatingUnits: components['schemas']['NamedUnit'][];
      components: components['schemas']['LinkedComponent'][];
      /** @description Null for a task that is no part, and where the whole is not the caller's to read. */
      parent: components['schemas']['ParentTask'] | null;
      parts: components['schemas']['PartCounts'];
      /** @description Null while the task is not cancelled. */
      cancellation: components['schemas']['TaskCancellation'] | null;
      id: string;
      code: string;
      plan: components['schemas']['TaskPlan'];
      parentId: string | null;
      /** @description A part that the parent's lead unit handed down; the plan's document does not name it. */
      handedDown: boolean;
      titleVi: string;
      titleEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      responsible: components['schemas']['NamedPerson'] | null;
      /** @enum {string} */
      priority: 'low' | 'high' | 'normal';
      fieldCode: string | null;
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
      /**
       * @description Null for drafts and cancelled tasks, which no report counts.
       * @enum {string|null}
       */
      cell: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      /**
       * @description The same judged by the original due date, whatever was extended since.
       * @enum {string|null}
       */
      cellByOriginalDueDate: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue' | null;
      dueText: string | null;
      dueDate: string | null;
      originalDueDate: string | null;
      percent: number;
      /** @description A submission needs a piece of evidence. */
      evidenceRequired: boolean;
      assignedOn: string | null;
      submittedOn: string | null;
      /** @description An extension request waits for a decision. */
      extensionPending: boolean;
      version: number;
      /** @description What the caller may do with it now. */
      abilities: (
        | 'link'
        | 'edit'
        | 'comment'
        | 'assign'
        | 'progress'
        | 'submit'
        | 'accept'
        | 'return'
        | 'cancel'
        | 'direct'
        | 'handDown'
        | 'staff'
        | 'requestExtension'
        | 'decideExtension'
        | 'addEvidence'
      )[];
      directionId: string;
    };
    AnswerDirection: {
      text: string;
    };
    CommentItem: {
      id: string;
      at: string;
      by: components['schemas']['ActBy'] | null;
      text: string;
      /** @description Whom it mentions, by name. */
      mentioned: components['schemas']['ActBy'][];
    };
    CommentPage: {
      items: components['schemas']['CommentItem'][];
      nextCursor: string | null;
      count?: number;
    };
    WriteComment: {
      text: string;
      /** @description People who may read the task; each is told. */
      mentionedIds?: string[];
    };
    DutyPeriodItem: {
      from: string;
      to: string;
      nameVi: string;
      nameEn: string;
      dueOn: string;
      /** @description The day on which its tasks are made. */
      createOn: string;
    };
    DutyTask: {
      id: string;
      code: string;
      titleVi: string;
      titleEn: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      periodFrom: string;
      periodTo: string;
      dueDate: string | null;
      /** @enum {string} */
      state: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
    };
    DutyTasksMade: {
      count: number;
      last: components['schemas']['DutyTask'] | null;
    };
    DutyItem: {
      id: string;
      plan: components['schemas']['TaskPlan'];
      /** @enum {string} */
      rhythm: 'par_report' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly';
      titleVi: string;
      titleEn: string | null;
      dueAfterDays: number;
      leadDays: number;
      startsOn: string;
      endsOn: string | null;
      unitCount: number;
      /** @description The next period to get tasks; null when the duty or its plan has ended. */
      next: components['schemas']['DutyPeriodItem'] | null;
      tasks: components['schemas']['DutyTasksMade'];
      version: number;
      /** @description edit, or nothing. */
      abilities: string[];
    };
    DutyPage: {
      items: components['schemas']['DutyItem'][];
      nextCursor: string | null;
      count?: number;
    };
    DutyUnit: {
      unit: components['schemas']['NamedUnit'];
      responsible: components['schemas']['NamedPerson'] | null;
    };
    DutyComponent: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
    };
    SkippedUnit: {
      unit: components['schemas']['NamedUnit'];
      /**
       * @description The unit does not exist today: it gets no tasks until it does or another takes its place in the duty.
       * @enum {string}
       */
      reason: 'unit_ended' | 'unit_not_begun';
      /** @description Its last day, or its first. */
      on: string;
    };
    DutyDetail: {
      id: string;
      plan: components['schemas']['TaskPlan'];
      /** @enum {string} */
      rhythm: 'par_report' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly';
      titleVi: string;
      titleEn: string | null;
      dueAfterDays: number;
      leadDays: number;
      startsOn: string;
      endsOn: string | null;
      unitCount: number;
      /** @description The next period to get tasks; null when the duty or its plan has ended. */
      next: components['schemas']['DutyPeriodItem'] | null;
      tasks: components['schemas']['DutyTasksMade'];
      version: number;
      /** @description edit, or nothing. */
      abilities: string[];
      deliverableVi: string | null;
      deliverableEn: string | null;
      /** @enum {string} */
      priority: 'low' | 'high' | 'normal';
      fieldCode: string | null;
      evidenceRequired: boolean;
      units: components['schemas']['DutyUnit'][];
      components: components['schemas']['DutyComponent'][];
      skipped: components['schemas']['SkippedUnit'][];
    };
    DutyUnitBody: {
      unitId: string;
      /** @description An active person of the unit. */
      responsibleId?: string | null;
    };
    CreateDuty: {
      planId: string;
      /**
       * @description par_report: the report year from 15/12 to 14/12 with its first quarter, six months, third quarter and year.
       * @enum {string}
       */
      rhythm: 'par_report' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly';
      /** @description `{period}` becomes the period's name; without it the name is put at the end. */
      titleVi: string;
      titleEn?: string | null;
      deliverableVi?: string | null;
      deliverableEn?: string | null;
      /** @description Exactly one of leadUnits, level and group; the last two mean the units in scope when the duty is written. */
      leadUnits?: components['schemas']['DutyUnitBody'][];
      /** @enum {string} */
      level?: 'body' | 'department' | 'district' | 'commune' | 'office';
      /** @description A keyword of `unit-groups`, for example ALL_DEPARTMENTS. */
      group?: string;
      /**
       * @description Due so many days after the last day of the period; negative is before it.
       * @default 6
       */
      dueAfterDays: number;
      /**
       * @description The task is made so many days before it is due.
       * @default 30
       */
      leadDays: number;
      /** @description The first period is the one that ends on this day or next after it. */
      startsOn: string;
      /** @description The last period is the one that ends on this day or next before it. */
      endsOn?: string | null;
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      fieldCode?: string | null;
      componentIds?: string[];
      /** @description Components of the plan's edition by code, instead of or besides ids. */
      componentCodes?: string[];
      /** @description True: a submission needs a piece of evidence. */
      evidenceRequired?: boolean;
    };
    ChangeDuty: {
      titleVi?: string;
      titleEn?: string | null;
      deliverableVi?: string | null;
      deliverableEn?: string | null;
      /** @description The whole list; at most one of leadUnits, level and group. */
      leadUnits?: components['schemas']['DutyUnitBody'][];
      /** @enum {string} */
      level?: 'body' | 'department' | 'district' | 'commune' | 'office';
      group?: string;
      dueAfterDays?: number;
      leadDays?: number;
      /** @description Ends the duty: periods that end later get no tasks. Null: it goes on. */
      endsOn?: string | null;
      /** @enum {string} */
      priority?: 'low' | 'high' | 'normal';
      fieldCode?: string | null;
      evidenceRequired?: boolean;
    };
    DutyPeriodDetail: {
      from: string;
      to: string;
      nameVi: string;
      nameEn: string;
      dueOn: string;
      /** @description The day on which its tasks are made. */
      createOn: string;
      /**
       * @description made: it has tasks; ahead: its day has not come; missed: none was made and none will be, it is past due.
       * @enum {string}
       */
      standing: 'made' | 'ahead' | 'missed';
      /** @description Its tasks in the caller's scope. */
      taskCount: number;
    };
    DutyPeriodPage: {
      items: components['schemas']['DutyPeriodDetail'][];
      nextCursor: string | null;
      count?: number;
    };
    DutyTaskPage: {
      items: components['schemas']['DutyTask'][];
      nextCursor: string | null;
      count?: number;
    };
    FeedItem: {
      id: string;
      name: string;
      createdAt: string;
      /** @description The last day on which a calendar read it. */
      readOn: string | null;
    };
    FeedList: {
      items: components['schemas']['FeedItem'][];
      nextCursor: string | null;
      count?: number;
    };
    CreateFeed: {
      /** @description What calendars call it; one line. */
      name: string;
    };
    NewFeed: {
      id: string;
      name: string;
      createdAt: string;
      /** @description The last day on which a calendar read it. */
      readOn: string | null;
      /** @description Shown this once; whoever has it reads the deadlines until it is revoked. */
      url: string;
    };
    PersonUnit: {
      nameVi: string;
      nameEn: string;
    };
    ReaderItem: {
      id: string;
      displayName: string;
      position: string | null;
      unit: components['schemas']['PersonUnit'];
    };
    ReaderPage: {
      items: components['schemas']['ReaderItem'][];
      nextCursor: string | null;
      count?: number;
    };
    ExceptionPlan: {
      id: string;
      code: string;
    };
    RuleException: {
      id: string;
      /** @description Null: for tasks of every plan. */
      plan: components['schemas']['ExceptionPlan'] | null;
      /**
       * @description Null: for tasks of every priority.
       * @enum {string|null}
       */
      priority: 'low' | 'high' | 'normal' | null;
      active: boolean | null;
      offsetWorkingDays: number | null;
      weeks: number | null;
      /** @enum {string|null} */
      recipient:
        | 'committee'
        | 'leader'
        | 'head'
        | 'responsible'
        | 'addressee'
        | 'giver'
        | 'mentioned'
        | 'assigner'
        | null;
      version: number;
    };
    ReminderRuleView: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
      /** @enum {string} */
      kind:
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'deadline'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits';
      /** @description deadline: working days from the due date; acceptance_waits, decision_waits: working days of waiting. */
      offsetWorkingDays: number | null;
      /** @description no_progress: weeks without a progress update. */
      weeks: number | null;
      /** @enum {string} */
      recipient:
        'committee' | 'leader' | 'head' | 'responsible' | 'addressee' | 'giver' | 'mentioned' | 'assigner';
      active: boolean;
      /** @description Made here, not one that came with the system: it can be removed until it has told somebody. */
      own: boolean;
      /** @description Those for every plan, and those of plans the caller may see. */
      exceptions: components['schemas']['RuleException'][];
      version: number;
    };
    ReminderRuleList: {
      items: components['schemas']['ReminderRuleView'][];
      nextCursor: string | null;
      count?: number;
    };
    CreateReminderRule: {
      /** @description Small letters, digits and underscores; given by the system when left out. */
      code?: string;
      nameVi: string;
      /** @description As in Vietnamese when left out. */
      nameEn?: string;
      /** @enum {string} */
      kind: 'deadline' | 'no_progress' | 'acceptance_waits' | 'decision_waits';
      /** @description deadline: working days from the due date (below zero before it, 0 on it); acceptance_waits, decision_waits: working days of waiting, 1 to 60. */
      offsetWorkingDays?: number | null;
      /** @description no_progress: weeks without a progress update. */
      weeks?: number | null;
      /** @enum {string} */
      recipient:
        'committee' | 'leader' | 'head' | 'responsible' | 'addressee' | 'giver' | 'mentioned' | 'assigner';
      /** @default true */
      active: boolean;
    };
    ChangeReminderRule: {
      nameVi?: string;
      nameEn?: string;
      active?: boolean;
      /** @description deadline: working days from the due date (below zero before it, 0 on it); acceptance_waits, decision_waits: working days of waiting, 1 to 60. */
      offsetWorkingDays?: number | null;
      /** @description no_progress: weeks without a progress update. */
      weeks?: number | null;
      /** @enum {string} */
      recipient?:
        'committee' | 'leader' | 'head' | 'responsible' | 'addressee' | 'giver' | 'mentioned' | 'assigner';
    };
    SetException: {
      planId?: string | null;
      /** @enum {string|null} */
      priority?: 'low' | 'high' | 'normal' | null;
      active?: boolean | null;
      offsetWorkingDays?: number | null;
      weeks?: number | null;
      /** @enum {string|null} */
      recipient?:
        | 'committee'
        | 'leader'
        | 'head'
        | 'responsible'
        | 'addressee'
        | 'giver'
        | 'mentioned'
        | 'assigner'
        | null;
    };
    PreviewRules: {
      /**
       * @description What would be saved: with `ruleId` a change of that rule, with `planId` or `priority` as well an exception from it;
       *     without `ruleId` a new rule. Left out: the rules as they are.
       */
      change?:
        | ({
            [key: string]: unknown;
          } & (
            | components['schemas']['ChangeReminderRule']
            | components['schemas']['SetException']
            | components['schemas']['CreateReminderRule']
          ))
        | null;
      /** @description Exactly one of taskId and planId. */
      taskId?: string;
      planId?: string;
      /**
       * @description Rows a page, 1 to 200.
       * @default 50
       */
      limit: number;
      /** @description `nextCursor` of the page before. */
      cursor?: string;
      /** @description Also count all rows. */
      count?: boolean;
    };
    ReminderTask: {
      id: string;
      code: string;
      titleVi: string;
      titleEn: string | null;
    };
    PreviewedRule: {
      /** @description Null: the rule that would be made. */
      id: string | null;
      code: string;
      nameVi: string;
      nameEn: string;
      /** @enum {string} */
      kind:
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'deadline'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits';
    };
    ReminderRecipient: {
      id: string;
      displayName: string;
    };
    PreviewedReminder: {
      task: components['schemas']['ReminderTask'];
      /** @enum {string} */
      outcome: 'added' | 'moved' | 'kept' | 'if_still_so' | 'when_it_happens';
      rule: components['schemas']['PreviewedRule'];
      recipient: components['schemas']['ReminderRecipient'];
      fireOn: string | null;
      fireAt: string | null;
      /** @description Who would be told instead, when the recipient has said by now that he is away on that day. */
      deputy: components['schemas']['ReminderRecipient'] | null;
    };
    PreviewCounts: {
      added: number;
      moved: number;
      kept: number;
      dropped: number;
      ifStillSo: number;
      whenItHappens: number;
    };
    DroppedReminder: {
      task: components['schemas']['ReminderTask'];
      rule: components['schemas']['PreviewedRule'];
      recipient: components['schemas']['ReminderRecipient'];
      fireOn: string;
      /** @enum {string} */
      reason:
        | 'task_ended'
        | 'task_submitted'
        | 'deadline_moved'
        | 'recipient_changed'
        | 'rule_off'
        | 'plan_closed'
        | 'superseded'
        | 'settled';
    };
    PreviewedTasks: {
      /** @description Open tasks of the plan that the caller may see. */
      open: number;
      /** @description How many of them were looked at; with more open tasks the rest is left out. */
      looked: number;
    };
    RulesPreview: {
      items: components['schemas']['PreviewedReminder'][];
      nextCursor: string | null;
      /** @description Of all items. */
      count: number;
      counts: components['schemas']['PreviewCounts'];
      /** @description The first of them by day, at most 200; all are in `counts`. */
      dropped: components['schemas']['DroppedReminder'][];
      tasks: components['schemas']['PreviewedTasks'];
    };
    PreviewTask: {
      planId: string;
      /**
       * @default normal
       * @enum {string}
       */
      priority: 'low' | 'high' | 'normal';
      leadUnitId: string;
      responsibleId?: string | null;
      /** @description Null: a task without a due date. */
      dueDate: string | null;
    };
    PlannedTelling: {
      rule: components['schemas']['PreviewedRule'];
      recipient: components['schemas']['ReminderRecipient'];
      fireOn: string | null;
      fireAt: string | null;
      /** @description Who would be told instead, when the recipient has said by now that he is away on that day. */
      deputy: components['schemas']['ReminderRecipient'] | null;
    };
    TaskPreview: {
      items: components['schemas']['PlannedTelling'][];
      count: number;
      /** @description From today to the due date; negative when it has passed. Null without a due date; working days also where no calendar is known. */
      calendarDaysLeft: number | null;
      workingDaysLeft: number | null;
    };
    ReminderOfRule: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
      /** @enum {string} */
      kind:
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'deadline'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits';
    };
    ReminderView: {
      id: string;
      task: components['schemas']['ReminderTask'];
      rule: components['schemas']['ReminderOfRule'];
      recipient: components['schemas']['ReminderRecipient'];
      /** @description Deadline rules: the revision of the due date; others: the task's version at the event. */
      revision: number;
      fireOn: string;
      fireAt: string;
      /** @enum {string} */
      state: 'failed' | 'waiting' | 'told' | 'void';
      toldAt: string | null;
      failedAt: string | null;
      failureReason: string | null;
      voidAt: string | null;
      /** @enum {string|null} */
      voidReason:
        | 'task_ended'
        | 'task_submitted'
        | 'deadline_moved'
        | 'recipient_changed'
        | 'rule_off'
        | 'plan_closed'
        | 'superseded'
        | 'settled'
        | null;
    };
    ReminderPage: {
      items: components['schemas']['ReminderView'][];
      nextCursor: string | null;
      count?: number;
    };
    StoodInFor: {
      id: string;
      displayName: string;
    };
    NotificationView: {
      id: string;
      /** @enum {string} */
      kind:
        | 'overdue'
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits'
        | 'due_soon'
        | 'due_today'
        | 'alarm';
      taskId: string | null;
      titleVi: string;
      titleEn: string;
      bodyVi: string;
      bodyEn: string;
      createdAt: string;
      /** @description Its place in the inbox: when it was told, or the morning of the day to which it was put off. */
      shownAt: string;
      /** @description The day to which its reader has put it off, while that is to come. */
      snoozedUntil: string | null;
      readAt: string | null;
      /** @description For whom the reader stood in when it was told. */
      onBehalfOf: components['schemas']['StoodInFor'] | null;
    };
    NotificationPage: {
      items: components['schemas']['NotificationView'][];
      nextCursor: string | null;
      count?: number;
      /** @description All of the caller's unread notifications that are shown now, whatever the filter. */
      unreadCount: number;
    };
    ReadAllView: {
      /** @description Notifications that were unread until now. */
      read: number;
    };
    Snooze: {
      /** @description Shown again, unread, on the morning of this day: from tomorrow to a year ahead. */
      until: string;
    };
    InboxPicture: {
      /** @description Unread notifications that are shown now. */
      unreadCount: number;
      /** @description The newest of them, at most five. */
      newest: components['schemas']['NotificationView'][];
    };
    QuietHoursView: {
      from: number;
      to: number;
    };
    LetterChoicesView: {
      /** @enum {string} */
      assigned: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      submitted: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      returned: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      extension_requested: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      extension_decided: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      direction_given: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      direction_answered: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      mentioned: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      due_soon: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      due_today: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      overdue: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      no_progress: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      acceptance_waits: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      decision_waits: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      alarm: 'none' | 'at_once' | 'digest';
    };
    PersonRef: {
      id: string;
      displayName: string;
    };
    AbsenceView: {
      from: string;
      /** @description The last day away. */
      to: string;
      deputy: components['schemas']['PersonRef'] | null;
    };
    PreferenceView: {
      digestHour: number;
      quietHours: components['schemas']['QuietHoursView'] | null;
      /** @description What holds, the defaults filled in. */
      letters: components['schemas']['LetterChoicesView'];
      defaults: components['schemas']['LetterChoicesView'];
      /** @description Kinds that duty forbids to have by no letter. */
      duty: (
        | 'overdue'
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits'
        | 'due_soon'
        | 'due_today'
        | 'alarm'
      )[];
      webhook: boolean;
      /** @description Of leaders: whether the review of the week comes by mail. */
      weeklyReview: boolean;
      /** @description Present or to come; one that is over is not shown. */
      absence: components['schemas']['AbsenceView'] | null;
      /** @description 0 while nothing was ever chosen. */
      version: number;
    };
    QuietHoursBody: {
      /** @description Letters wait from this hour on. */
      from: number;
      /** @description They leave again from this hour on; smaller than `from` when it is quiet over midnight. */
      to: number;
    };
    ChangeLetters: {
      /** @enum {string} */
      assigned?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      submitted?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      returned?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      extension_requested?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      extension_decided?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      direction_given?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      direction_answered?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      mentioned?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      due_soon?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      due_today?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      overdue?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      no_progress?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      acceptance_waits?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      decision_waits?: 'none' | 'at_once' | 'digest';
      /** @enum {string} */
      alarm?: 'none' | 'at_once' | 'digest';
    };
    AbsenceBody: {
      from: string;
      /** @description The last day away; at most 180 days with the first. */
      to: string;
      /** @description Who is told instead; without one everything waits in the own inbox. */
      deputyId?: string | null;
    };
    ChangePreference: {
      /** @description Hour of the day in Việt Nam from which the digest may be written. */
      digestHour?: number;
      /** @description null: letters leave at any hour. */
      quietHours?: components['schemas']['QuietHoursBody'] | null;
      /** @description How each kind goes out by mail; it stands in the inbox in any case. */
      letters?: components['schemas']['ChangeLetters'];
      /** @description Whether programs of the province hear of this person's notifications. */
      webhook?: boolean;
      /** @description Of leaders: whether the review of the week comes by mail. */
      weeklyReview?: boolean;
      /** @description null: not away. */
      absence?: components['schemas']['AbsenceBody'] | null;
    };
    StandInView: {
      person: components['schemas']['PersonRef'];
      from: string;
      to: string;
    };
    StandInPage: {
      items: components['schemas']['StandInView'][];
      nextCursor: string | null;
      count?: number;
    };
    PersonAbsenceView: {
      person: components['schemas']['PersonRef'];
      absence: components['schemas']['AbsenceView'] | null;
      /** @description Of all the person's preferences; 0 while nothing was ever chosen. */
      version: number;
    };
    SetAbsence: {
      /** @description null: not away. */
      absence: components['schemas']['AbsenceBody'] | null;
    };
    DeliveryDigest: {
      id: string;
      /** @enum {string} */
      kind: 'daily' | 'weekly';
      day: string;
    };
    DeliveryRecipient: {
      id: string;
      displayName: string;
    };
    DeliveryWebhook: {
      id: string;
      name: string;
    };
    DeliveryView: {
      id: string;
      /** @description What it carries: a notification or a digest. */
      notificationId: string | null;
      digest: components['schemas']['DeliveryDigest'] | null;
      taskId: string | null;
      recipient: components['schemas']['DeliveryRecipient'];
      /** @enum {string} */
      channel: 'mail' | 'webhook';
      /** @description Of channel webhook: the program that is told. */
      webhook: components['schemas']['DeliveryWebhook'] | null;
      address: string;
      messageId: string;
      /** @description The notification's; null for a digest. */
      titleVi: string | null;
      titleEn: string | null;
      /** @enum {string} */
      state: 'failed' | 'waiting' | 'sent';
      createdAt: string;
      /** @description Tries that count, since it was made or last sent again by hand. */
      attempts: number;
      nextAttemptAt: string | null;
      sentAt: string | null;
      /** @description The other side's answer, or the file under DATA_DIR (`letters/….eml`) when no mail server is configured. */
      sentTo: string | null;
      failedAt: string | null;
      /** @description Of the last try that did not succeed. */
      failureReason: string | null;
    };
    DeliveryPage: {
      items: components['schemas']['DeliveryView'][];
      nextCursor: string | null;
      count?: number;
    };
    DeliveryAttempt: {
      number: number;
      begunAt: string;
      /** @description Null: it is under way, or its worker ended before the answer. */
      endedAt: string | null;
      sent: boolean | null;
      /** @description The other side's answer, or why it failed. */
      answer: string | null;
    };
    DeliveryDetail: {
      id: string;
      /** @description What it carries: a notification or a digest. */
      notificationId: string | null;
      digest: components['schemas']['DeliveryDigest'] | null;
      taskId: string | null;
      recipient: components['schemas']['DeliveryRecipient'];
      /** @enum {string} */
      channel: 'mail' | 'webhook';
      /** @description Of channel webhook: the program that is told. */
      webhook: components['schemas']['DeliveryWebhook'] | null;
      address: string;
      messageId: string;
      /** @description The notification's; null for a digest. */
      titleVi: string | null;
      titleEn: string | null;
      /** @enum {string} */
      state: 'failed' | 'waiting' | 'sent';
      createdAt: string;
      /** @description Tries that count, since it was made or last sent again by hand. */
      attempts: number;
      nextAttemptAt: string | null;
      sentAt: string | null;
      /** @description The other side's answer, or the file under DATA_DIR (`letters/….eml`) when no mail server is configured. */
      sentTo: string | null;
      failedAt: string | null;
      /** @description Of the last try that did not succeed. */
      failureReason: string | null;
      /** @description Every try, the latest first; at most 200. */
      attemptLog: components['schemas']['DeliveryAttempt'][];
    };
    LetterView: {
      to: string;
      messageId: string;
      subject: string;
      text: string;
      /** @description Where the letter lies as a file under DATA_DIR; null when it went to a mail server or is not sent yet. */
      file: string | null;
      /** @description The file as it is, headers and encoding included; null when this machine does not have it. */
      eml: string | null;
    };
    ResendDeliveries: {
      /** @enum {string} */
      channel?: 'mail' | 'webhook';
      webhookId?: string;
      /** @description Failed on this day or later. */
      failedFrom?: string;
      /** @description Failed on this day or earlier. */
      failedTo?: string;
      /**
       * @description At most so many, 1 to 1,000.
       * @default 1000
       */
      limit: number;
    };
    Resent: {
      /** @description Deliveries that are sent again. */
      resent: number;
      /** @description Failed ones of the same choice that are left. */
      left: number;
    };
    AlarmView: {
      id: string;
      /** @enum {string} */
      kind:
        | 'queue_unreachable'
        | 'worker_silent'
        | 'job_stuck'
        | 'plan_queue_disagree'
        | 'outbox_late'
        | 'reminders_late'
        | 'letters_late'
        | 'webhooks_late'
        | 'dead_letters';
      titleVi: string;
      titleEn: string;
      /** @description What to do next. */
      adviceVi: string;
      adviceEn: string;
      /** @description Rows or jobs concerned when it was last seen; null where there is nothing to count. */
      count: number | null;
      /** @description The oldest of them; null where it is not known. */
      since: string | null;
      /** @description Names of recurring jobs. */
      jobs: string[];
      begunAt: string;
      lastSeenAt: string;
      endedAt: string | null;
    };
    AlarmPage: {
      items: components['schemas']['AlarmView'][];
      nextCursor: string | null;
      count?: number;
    };
    WebhookUnit: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string | null;
    };
    WebhookPause: {
      since: string;
      until: string;
      reason: string;
    };
    WebhookView: {
      id: string;
      /** @description It hears of tasks whose lead unit stands at or below this one. */
      unit: components['schemas']['WebhookUnit'];
      name: string;
      url: string;
      /** @description Kinds of notification it hears of; empty: all. */
      kinds: (
        | 'overdue'
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits'
        | 'due_soon'
        | 'due_today'
        | 'alarm'
      )[];
      active: boolean;
      pause: components['schemas']['WebhookPause'] | null;
      createdAt: string;
      /** @description Rises with each new secret. */
      secretRevision: number;
      version: number;
    };
    WebhookPage: {
      items: components['schemas']['WebhookView'][];
      nextCursor: string | null;
      count?: number;
    };
    CreateWebhook: {
      unitId: string;
      /** @description Which program it is. */
      name: string;
      /** @description https, or http inside a private network; without user, password and fragment. */
      url: string;
      /**
       * @description Empty or left out: all kinds.
       * @default []
       */
      kinds: (
        | 'overdue'
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits'
        | 'due_soon'
        | 'due_today'
        | 'alarm'
      )[];
      /** @default true */
      active: boolean;
    };
    WebhookWithSecret: {
      id: string;
      /** @description It hears of tasks whose lead unit stands at or below this one. */
      unit: components['schemas']['WebhookUnit'];
      name: string;
      url: string;
      /** @description Kinds of notification it hears of; empty: all. */
      kinds: (
        | 'overdue'
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits'
        | 'due_soon'
        | 'due_today'
        | 'alarm'
      )[];
      active: boolean;
      pause: components['schemas']['WebhookPause'] | null;
      createdAt: string;
      /** @description Rises with each new secret. */
      secretRevision: number;
      version: number;
      /** @description Shown in this answer only; the receiver checks signatures with it. */
      secret: string;
    };
    ChangeWebhook: {
      name?: string;
      url?: string;
      kinds?: (
        | 'overdue'
        | 'submitted'
        | 'assigned'
        | 'returned'
        | 'extension_requested'
        | 'extension_decided'
        | 'direction_given'
        | 'direction_answered'
        | 'mentioned'
        | 'no_progress'
        | 'acceptance_waits'
        | 'decision_waits'
        | 'due_soon'
        | 'due_today'
        | 'alarm'
      )[];
      active?: boolean;
    };
    WebhookTrial: {
      /** @description Whether the receiver took the event (2xx). */
      taken: boolean;
      /** @description The HTTP status; null when no answer came. */
      status: number | null;
      /** @description The beginning of what the receiver answered. */
      answer: string | null;
      /** @description Why no answer came. */
      failure: string | null;
      milliseconds: number;
    };
    Cells: {
      all: number;
      doneOnTime: number;
      doneLate: number;
      inTerm: number;
      overdue: number;
    };
    Rate: {
      /** @description Per cent with two decimals, half up; null when the denominator is 0. */
      value: number | null;
      numerator: number;
      denominator: number;
    };
    Rates: {
      /** @description done ÷ (done + overdue) */
      completionOfDue: components['schemas']['Rate'];
      /** @description done ÷ all */
      completionOfAll: components['schemas']['Rate'];
      /** @description on time ÷ done */
      onTimeOfDone: components['schemas']['Rate'];
    };
    CountedTotal: {
      cells: components['schemas']['Cells'];
      rates: components['schemas']['Rates'];
    };
    StatusReportAnswer: {
      asOf: string;
      cells: components['schemas']['Cells'];
      rates: components['schemas']['Rates'];
      /** @description The same tasks judged by their original due dates, whatever was extended since. */
      byOriginalDueDate: components['schemas']['CountedTotal'];
      /** @description Submitted and not yet accepted; these are also in term or overdue. */
      awaitingAcceptance: number;
      /** @description Some of the tasks belong to an illustrative plan. */
      illustrative: boolean;
    };
    ReportUnit: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
    };
    UnitReportItem: {
      unit: components['schemas']['ReportUnit'];
      cells: components['schemas']['Cells'];
      rates: components['schemas']['Rates'];
    };
    UnitsReportAnswer: {
      asOf: string;
      /** @description Lead units with tasks: best completion of due first (none last), then fewer overdue, then Vietnamese name. */
      items: components['schemas']['UnitReportItem'][];
      nextCursor: string | null;
      count: number;
      /** @description The sum over all units, on this page or not. */
      total: components['schemas']['CountedTotal'];
      /** @description Some of the tasks belong to an illustrative plan. */
      illustrative: boolean;
    };
    ReportEdition: {
      id: string;
      indexCode: string;
      year: number;
      nameVi: string;
      nameEn: string;
      /** @description Not an official annex; the label says so wherever figures of it show. */
      illustrative: boolean;
      labelVi: string | null;
      labelEn: string | null;
      /** @description Whether every maximum is known. */
      complete: boolean;
      /** @description Codes whose maximum is unknown. */
      missing: string[];
    };
    ReportComponent: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
      /** @description Null is unknown. */
      maxPoints: number | null;
      /**
       * @description Tasks move the points of `linked_tasks` only; surveys are influenced, not computed.
       * @enum {string|null}
       */
      source: 'linked_tasks' | 'reported_value' | 'survey' | null;
    };
    Band: {
      low: number | null;
      likely: number | null;
      high: number | null;
    };
    ComponentReportItem: {
      component: components['schemas']['ReportComponent'];
      /** @description Of the tasks linked to the component on the day, in the reader's scope. */
      cells: components['schemas']['Cells'];
      rates: components['schemas']['Rates'];
      /** @description Maximum − the score of the year before; null when either is unknown. */
      lostPoints: number | null;
      /** @description What the component gives on the day. */
      points: number | null;
      forecast: components['schemas']['Band'];
      /** @description What its open tasks hold together: high − low. 0 where tasks decide nothing. */
      pointsAtStake: number | null;
    };
    ComponentsTotal: {
      cells: components['schemas']['Cells'];
      rates: components['schemas']['Rates'];
      /** @description Tasks linked to at least one component. */
      distinctTasks: number;
      links: number;
      withoutComponent: number;
      lostPoints: number | null;
    };
    ReportNote: {
      vi: string;
      en: string;
    };
    ComponentsReportAnswer: {
      asOf: string;
      edition: components['schemas']['ReportEdition'];
      /** @description Every component of the edition, in the order of their codes. */
      items: components['schemas']['ComponentReportItem'][];
      total: components['schemas']['ComponentsTotal'];
      notes: components['schemas']['ReportNote'][];
    };
    PersonInReport: {
      position: string | null;
      id: string;
      displayName: string;
      /** @description The person is invented (sample data). */
      invented: boolean;
    };
    Load: {
      /** @description In term and overdue. */
      open: number;
      /** @description Open, not overdue, due within the next 30 days. */
      dueWithin30Days: number;
    };
    PersonReportItem: {
      /** @description Null: tasks without a responsible individual. */
      person: components['schemas']['PersonInReport'] | null;
      /** @description Who led the person's counted tasks on the day, by Vietnamese name; empty where nobody is named. */
      leadUnits: components['schemas']['ReportUnit'][];
      cells: components['schemas']['Cells'];
      rates: components['schemas']['Rates'];
      load: components['schemas']['Load'];
    };
    PeopleReportAnswer: {
      asOf: string;
      /** @description Most overdue first, then most open, then name. */
      items: components['schemas']['PersonReportItem'][];
      nextCursor: string | null;
      /** @description The sum over all people, on this page or not. */
      total: components['schemas']['CountedTotal'];
      /** @description Some of the tasks belong to an illustrative plan. */
      illustrative: boolean;
    };
    ReportPerson: {
      id: string;
      displayName: string;
      /** @description The person is invented (sample data). */
      invented: boolean;
    };
    OverdueTask: {
      id: string;
      code: string;
      titleVi: string;
      titleEn: string | null;
      dueDate: string;
      leadUnit: components['schemas']['ReportUnit'];
      responsible: components['schemas']['ReportPerson'] | null;
    };
    DaysLate: {
      calendar: number;
      /** @description Null where the calendar of a year in between is not known. */
      working: number | null;
    };
    LastProgress: Record<string, never>;
    LastDirection: Record<string, never>;
    OverdueReportItem: {
      task: components['schemas']['OverdueTask'];
      daysLate: components['schemas']['DaysLate'];
      /** @description What is lost if the task never lands; null where the reader's scope does not hold the whole plan, or without an edition. */
      pointsAtStake: number | null;
      lastProgress: components['schemas']['LastProgress'] | null;
      lastDirection: components['schemas']['LastDirection'] | null;
    };
    OverdueReportAnswer: {
      asOf: string;
      /** @description Most points at stake first, then most days late, then code. */
      items: components['schemas']['OverdueReportItem'][];
      nextCursor: string | null;
      /** @description All overdue tasks in the view, on this page or not. */
      count: number;
      /** @description Some of the tasks belong to an illustrative plan. */
      illustrative: boolean;
      notes: components['schemas']['ReportNote'][];
    };
    GapComponent: {
      code: string;
      nameVi: string;
      nameEn: string;
    };
    LostWithoutTask: {
      component: components['schemas']['GapComponent'];
      lostPoints: number;
    };
    UnlinkedTask: {
      id: string;
      code: string;
      titleVi: string;
    };
    DoneButFlat: {
      component: components['schemas']['GapComponent'];
      /** @description On the day, and in the year before. */
      points: number;
      baseline: number;
    };
    GapsReportAnswer: {
      asOf: string;
      edition: components['schemas']['ReportEdition'];
      /** @description Components that lost points and that no task works for, most points first. */
      lostWithoutTask: components['schemas']['LostWithoutTask'][];
      /** @description Tasks that work for no component of the edition, by code; at most 200 of `tasksWithoutComponentCount`. */
      tasksWithoutComponent: components['schemas']['UnlinkedTask'][];
      tasksWithoutComponentCount: number;
      /** @description All tasks done, yet no more points than the year before and less than the maximum. */
      doneButFlat: components['schemas']['DoneButFlat'][];
      notes: components['schemas']['ReportNote'][];
    };
    FieldForecast: {
      low: number | null;
      likely: number | null;
      high: number | null;
      code: string;
      nameVi: string;
      nameEn: string;
      maxPoints: number | null;
      /** @description Of the maximum, what surveys decide. */
      surveyPoints: number;
    };
    MissingComponent: {
      code: string;
      nameVi: string;
      nameEn: string;
      /**
       * @description unknown_maximum: the annex is not complete; no_task: no task with a due date decides it; not_entered: no rule or value yet.
       * @enum {string}
       */
      reason: 'unknown_maximum' | 'no_task' | 'not_entered';
    };
    ForecastReportAnswer: {
      asOf: string;
      edition: components['schemas']['ReportEdition'];
      /** @description Only what is accepted counts. Null, as the others, when a maximum is unknown or the plan lies beyond the reader's scope. */
      low: number | null;
      /** @description Plus what is on track. */
      likely: number | null;
      /** @description Everything open lands as well as it still can. */
      high: number | null;
      /** @description Maximum that surveys decide: influenced, not computed, and in none of low, likely, high. */
      surveyPoints: number;
      /** @description Survey results entered so far; null when there are none. */
      surveyEntered: number | null;
      fields: components['schemas']['FieldForecast'][];
      /** @description Components left out of the sums because they cannot be computed. */
      missing: components['schemas']['MissingComponent'][];
      notes: components['schemas']['ReportNote'][];
    };
    AnalysedComponent: {
      id: string;
      code: string;
      nameVi: string;
      nameEn: string;
      indexCode: string;
      year: number;
      maxPoints: number | null;
      /** @description Points lost in the last result: maximum less baseline; null where either is unknown. */
      lostPoints: number | null;
      illustrative: boolean;
    };
    AnalysisTask: {
      id: string;
      code: string;
      titleVi: string;
      titleEn: string | null;
      state: string;
      dueDate: string | null;
    };
    AnalysisView: {
      id: string;
      component: components['schemas']['AnalysedComponent'];
      /** @description Who answers for what was lost. */
      unit: components['schemas']['NamedUnit'];
      person: components['schemas']['ActBy'] | null;
      achieved: string | null;
      notAchieved: string;
      cause: string | null;
      solution: string | null;
      /** @description Those the caller may read. */
      tasks: components['schemas']['AnalysisTask'][];
      writtenAt: string;
      writtenBy: components['schemas']['ActBy'] | null;
      /** @description Null while it is open. */
      agreedAt: string | null;
      agreedBy: components['schemas']['ActBy'] | null;
      version: number;
      /** @description What the caller may do with it now. */
      abilities: ('edit' | 'assign' | 'agree' | 'reopen')[];
    };
    AnalysisPage: {
      items: components['schemas']['AnalysisView'][];
      nextCursor: string | null;
      count?: number;
    };
    OutstandingComponent: {
      component: components['schemas']['AnalysedComponent'];
      /** @description The unit that owns it, by the edition; null where the edition names none. */
      owner: components['schemas']['NamedUnit'] | null;
      /** @description Analyses of it in the caller's scope. */
      open: number;
      agreed: number;
    };
    OutstandingPage: {
      items: components['schemas']['OutstandingComponent'][];
      nextCursor: string | null;
      count?: number;
    };
    CreateAnalysis: {
      componentId: string;
      /** @description The unit that answers. */
      unitId: string;
      /** @description The person of that unit who answers. */
      personId?: string | null;
      achieved?: string | null;
      notAchieved: string;
      cause?: string | null;
      solution?: string | null;
      /** @description Tasks that carry the solution out. */
      taskIds?: string[];
    };
    ChangeAnalysis: {
      personId?: string | null;
      achieved?: string | null;
      notAchieved?: string;
      cause?: string | null;
      solution?: string | null;
      taskIds?: string[];
    };
    TaskFromAnalysis: {
      /** @description A plan of the component's edition. */
      planId: string;
      /** @description The first line of the solution when left out. */
      titleVi?: string;
      deliverableVi?: string | null;
      dueDate: string;
    };
    SessionPlan: {
      id: string;
      code: string;
      titleVi: string;
      illustrative: boolean;
    };
    SessionSummary: {
      id: string;
      unit: components['schemas']['NamedUnit'];
      plan: components['schemas']['SessionPlan'] | null;
      heldOn: string;
      openedBy: components['schemas']['ActBy'] | null;
      openedAt: string;
      concludedAt: string | null;
      items: number;
      decided: number;
      version: number;
    };
    SessionPage: {
      items: components['schemas']['SessionSummary'][];
      nextCursor: string | null;
      count?: number;
    };
    ReviewedTask: {
      id: string;
      code: string;
      titleVi: string;
      titleEn: string | null;
      /** @description As it is now; the due date of the session is beside it. */
      state: string;
      dueDate: string | null;
      leadUnit: components['schemas']['NamedUnit'];
      responsible: components['schemas']['ActBy'] | null;
    };
    ReviewItemView: {
      position: number;
      task: components['schemas']['ReviewedTask'];
      /** @description When the session began. */
      dueDate: string;
      daysLate: number;
      workingDaysLate: number | null;
      pointsAtStake: number | null;
      lastProgress: components['schemas']['LastProgress'] | null;
      lastDirection: components['schemas']['LastDirection'] | null;
      /**
       * @description Null while it is undecided.
       * @enum {string|null}
       */
      decision: 'extend' | 'urge' | 'reassign' | 'accept_explanation' | null;
      text: string | null;
      answerBy: string | null;
      newDueDate: string | null;
      newResponsible: components['schemas']['ActBy'] | null;
      /**
       * @description What the conclusion made of it: a direction, a new day, a new person, a note; refused says why. Null before.
       * @enum {string|null}
       */
      outcome: 'extended' | 'directed' | 'noted' | 'refused' | 'reassigned' | null;
      refusalVi: string | null;
      refusalEn: string | null;
    };
    SessionView: {
      id: string;
      unit: components['schemas']['NamedUnit'];
      plan: components['schemas']['SessionPlan'] | null;
      heldOn: string;
      openedBy: components['schemas']['ActBy'] | null;
      openedAt: string;
      concludedAt: string | null;
      items: number;
      decided: number;
      version: number;
      /** @description In the order of the review: most points at stake first. Those the caller may read. */
      list: components['schemas']['ReviewItemView'][];
      abilities: ('decide' | 'conclude')[];
    };
    OpenSession: {
      /** @description Whose tasks, with those of every unit below it. */
      unitId: string;
      planId?: string;
      /**
       * @description So many overdue tasks, those with the most points at stake.
       * @default 50
       */
      items: number;
    };
    DecideItem: {
      /** @enum {string} */
      decision: 'extend' | 'urge' | 'reassign' | 'accept_explanation';
      /** @description What is ordered, or why the explanation is accepted. */
      text: string;
      /** @description urge: the last day for an answer. */
      answerBy?: string | null;
      /** @description extend: the new due date. */
      newDueDate?: string | null;
      /** @description reassign: an active person of the lead unit. */
      responsibleId?: string | null;
    };
    AuditActor: {
      /** @description Null for the system itself. */
      id: string | null;
      name: string;
    };
    AuditSubject: {
      type: string;
      id: string;
    };
    AuditChange: {
      before:
        | (
            | string
            | number
            | boolean
            | unknown[]
            | {
                [key: string]: unknown;
              }
          )
        | null;
      after:
        | (
            | string
            | number
            | boolean
            | unknown[]
            | {
                [key: string]: unknown;
              }
          )
        | null;
      field: string;
    };
    AuditEntryAnswer: {
      id: string;
      /** @description RFC 3339. */
      at: string;
      actor: components['schemas']['AuditActor'];
      act: string;
      subject: components['schemas']['AuditSubject'];
      /** @description The unit whose people may read the entry; null is for those who hold audit.read at the top. */
      unitId: string | null;
      changes: components['schemas']['AuditChange'][];
      note: string | null;
      requestId: string;
    };
    AuditEntryPage: {
      items: components['schemas']['AuditEntryAnswer'][];
      nextCursor: string | null;
      count?: number;
    };
    BrokenEntry: {
      /** @description Null where the entry itself is gone. */
      id: string | null;
      chain: number;
      /** @description Where in the chain the first entry that does not fit stands, or stood. */
      position: number;
      /**
       * @description changed: the content does not give its hash; missing: removed; added: stands after the chain's recorded end.
       * @enum {string}
       */
      reason: 'changed' | 'missing' | 'added';
    };
    AuditVerificationAnswer: {
      ok: boolean;
      entries: number;
      chains: number;
      /** @description RFC 3339. */
      verifiedAt: string;
      firstBroken: components['schemas']['BrokenEntry'] | null;
    };
    ProblemField: {
      /** @description Which part of the input: `items[2].dueDate`. */
      path: string;
      code: string;
      /** @description In the caller's language. */
      message: string;
    };
    /** @description RFC 9457, in the caller's language (`Accept-Language: vi` or `en`). */
    Problem: {
      type: string;
      status: number;
      /**
       * @description Stable name of the refusal.
       * @example request.invalid
       */
      code: string;
      title: string;
      detail: string;
      errors: components['schemas']['ProblemField'][];
      requestId: string;
    };
  };
  responses: {
    /** @description Refused or failed; nothing is changed unless the answer says so. */
    Problem: {
      headers: {
        /** @description Of a 429 or 503: seconds to wait. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  CalendarYears_list: {
    parameters: {
      query?: {
        /** @description The calendar as it was known on this day; default today. */
        asOf?: string;
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarYearList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  CalendarYears_show: {
    parameters: {
      query?: {
        /** @description The calendar as it was known on this day; default today. */
        asOf?: string;
      };
      header?: never;
      path: {
        year: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarYearView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  CalendarYears_write: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        year: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CalendarYearBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarYearView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  WorkingDays_compute: {
    parameters: {
      query: {
        /** @description The calendar as it was known on this day; default today. */
        asOf?: string;
        from: string;
        /** @description The n-th working day after `from`; below zero before it. */
        add?: number;
        /** @description Count the working days after `from` up to this day. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkingDays'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  UnitsImport_import: {
    parameters: {
      query?: {
        /** @description Only say what would happen. */
        dryRun?: boolean;
      };
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportOutcome'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Units_list: {
    parameters: {
      query?: {
        /** @description Units valid on this day; default today. */
        asOf?: string;
        level?: 'body' | 'province' | 'department' | 'district' | 'commune' | 'office';
        /** @description Directly under this unit. */
        parentId?: string;
        /** @description This unit and all below it. */
        within?: string;
        /** @description Part of a name, alias or code, with or without diacritics. */
        q?: string;
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Units_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUnitBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Units_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Units_update: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateUnitBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  UnitGroups_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitGroupList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  OwnPassword_change: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeOwnPasswordRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  Session_show: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Session_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Session_end: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  Tokens_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tokens_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTokenRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewToken'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tokens_revoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  UsersImport_import: {
    parameters: {
      query?: {
        /** @description Only says what would happen. */
        dryRun?: boolean;
      };
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportOutcome'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Users_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description Only people of this very unit. */
        unitId?: string;
        /** @description Only people of this unit and the units below it. */
        within?: string;
        /** @description Part of the name, username or position; diacritics do not matter. */
        q?: string;
        active?: boolean;
        role?: 'admin' | 'committee' | 'leader' | 'officer' | 'auditor';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Users_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateUserRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Users_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Users_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeUserRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Users_setPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetPasswordRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  Grants_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HeldRoles'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Grants_add: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HeldRole'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Grants_remove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
        grantId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  Indexes_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IndexPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Indexes_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IndexWithEditions'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Editions_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        year: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EditionResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Editions_import: {
    parameters: {
      query?: {
        /** @description Check everything and store nothing. */
        dryRun?: boolean;
        /** @description Needed for a CSV or XLSX file. */
        year?: number;
        nameVi?: string;
        nameEn?: string;
        decision?: string;
        illustrative?: boolean;
        labelVi?: string;
        labelEn?: string;
        /** @description The year of the scores in the column baselineScore. */
        baselineYear?: number;
      };
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
        'multipart/form-data': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EditionImportOutcome'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  EditionPublication_publish: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        code: string;
        year: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicationResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Results_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description A unit's code, or a subject's name as published. */
        subject?: string;
      };
      header?: never;
      path: {
        code: string;
        year: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResultPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Results_import: {
    parameters: {
      query?: {
        dryRun?: boolean;
      };
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        code: string;
        year: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
        'multipart/form-data': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportOutcome'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Changes_between: {
    parameters: {
      query: {
        from: number;
        to: number;
        /** @description A unit's code, or a subject's name as published. Without it, the province itself. */
        subject?: string;
      };
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BetweenYears'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ComponentValue_report: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        code: string;
        year: number;
        component: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ValueRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComponentValueResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Plans_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        year?: number;
        kind?: 'annual_plan' | 'directive' | 'conclusion_notice' | 'other';
        /** @description True: only closed plans; false: only open ones. */
        closed?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Plans_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePlanRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanDetailResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Plans_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanDetailResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Plans_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePlanRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanDetailResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Plans_close: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClosePlanRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanDetailResponse'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  PlanImport_import: {
    parameters: {
      query?: {
        /** @description True: only say what would happen. */
        dryRun?: boolean;
        /** @description The sheet to read, by name; asked for where several hold a table of tasks. */
        sheet?: string;
      };
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanImportOutcome'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  PlanExport_export: {
    parameters: {
      query?: {
        format?: 'xlsx' | 'csv';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Batch_assign: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignBatch'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AssignedBatch'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Bulk_act: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkOutcome'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Counts_counts: {
    parameters: {
      query?: {
        planId?: string;
        /** @description Of the plan. */
        year?: number;
        leadUnitId?: string;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        coordinatingUnitId?: string;
        responsibleId?: string;
        /** @description How the task stands to the caller; `waiting_for_me` is what cannot go on until he acts. */
        relation?: 'mine' | 'my_unit' | 'assigned_by_me' | 'waiting_for_me';
        parentId?: string;
        handedDown?: boolean;
        priority?: 'low' | 'high' | 'normal';
        fieldCode?: string;
        componentId?: string;
        componentCode?: string;
        dueFrom?: string;
        dueTo?: string;
        hasEvidence?: boolean;
        /** @description An extension request waits for a decision. */
        extensionPending?: boolean;
        /** @description Words in code, title, deliverable or document number: all of them, in any order; "in quotes" as they stand. Diacritics do not matter. */
        q?: string;
        /** @description Also count by how the tasks stand to the caller. */
        relations?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskCounts'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  SavedViews_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedViewList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  SavedViews_save: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveView'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  SavedViews_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  SavedViews_remove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  SavedViews_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeView'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tasks_list: {
    parameters: {
      query?: {
        sort?: 'code' | 'due' | '-due' | 'title';
        planId?: string;
        /** @description Of the plan. */
        year?: number;
        leadUnitId?: string;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        coordinatingUnitId?: string;
        responsibleId?: string;
        /** @description How the task stands to the caller; `waiting_for_me` is what cannot go on until he acts. */
        relation?: 'mine' | 'my_unit' | 'assigned_by_me' | 'waiting_for_me';
        parentId?: string;
        handedDown?: boolean;
        cell?: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue';
        state?: 'cancelled' | 'draft' | 'submitted' | 'assigned' | 'in_progress' | 'returned' | 'accepted';
        priority?: 'low' | 'high' | 'normal';
        fieldCode?: string;
        componentId?: string;
        componentCode?: string;
        dueFrom?: string;
        dueTo?: string;
        hasEvidence?: boolean;
        /** @description An extension request waits for a decision. */
        extensionPending?: boolean;
        /** @description Words in code, title, deliverable or document number: all of them, in any order; "in quotes" as they stand. Diacritics do not matter. */
        q?: string;
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tasks_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTask'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tasks_show: {
    parameters: {
      query?: {
        /** @description The task as it stood at the end of this day; as it stands now when left out. */
        asOf?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tasks_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTask'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tasks_components: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComponentList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tasks_link: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkComponents'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Tasks_addLinks: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkComponents'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  HandDown_handDown: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandDownPart'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Coordination_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        planId?: string;
        cell?: 'doneOnTime' | 'doneLate' | 'inTerm' | 'overdue';
        dueFrom?: string;
        dueTo?: string;
        /** @description True: open tasks of which one of the caller's units has said nothing yet. */
        awaitingNote?: boolean;
        /** @description Words in code, title, deliverable or document number, as in the list of tasks. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoordinationPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Coordination_show: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoordinationDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Coordination_write: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteNote'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoordinationNoteOfUnit'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  TaskCoordination_units: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoordinatingUnitPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  TaskCoordination_notes: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description Only the notes of this unit. */
        unitId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CoordinationNotePage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Completion_assign: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Records_progress: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Completion_progress: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportProgress'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Completion_submit: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitTask'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Completion_accept: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptTask'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Completion_return: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonedAct'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Completion_cancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelTask'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Extension_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExtensionList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Extension_request: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestExtension'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskWithExtension'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Extension_decide: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideExtension'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Records_submissions: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubmissionList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  History_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description `asc`: oldest first; `desc`: newest first. */
        order?: 'asc' | 'desc';
        /** @description Only entries of one act, for example `extension.approved`. */
        act?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Evidence_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EvidenceList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Evidence_add: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddEvidenceForm'];
        'multipart/form-data': components['schemas']['AddEvidenceForm'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Evidence_download: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        evidenceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Directions_ofTask: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectionList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Directions_direct: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GiveDirection'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskWithDirection'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Directions_search: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description True: those that wait for an answer; false: those that have one. */
        unanswered?: boolean;
        /** @description True: unanswered although the last day for it has passed. */
        overdue?: boolean;
        /** @description True: those I gave or am to answer; those given to nobody in person are for whoever reports for the lead unit. */
        mine?: boolean;
        /** @description Of mine only what I am to answer (`addressee`) or what I gave (`giver`). */
        as?: 'addressee' | 'giver';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectionList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Directions_answer: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswerDirection'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectionItem'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Comments_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommentPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Comments_write: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteComment'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommentItem'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Duties_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        planId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Duties_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDuty'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Duties_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Duties_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeDuty'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Duties_periods: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description Periods that end from this day on; a year before today when left out. */
        from?: string;
        /** @description … to this day; a year after today when left out. */
        to?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyPeriodPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Duties_tasks: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DutyTaskPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Feeds_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Feeds_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateFeed'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewFeed'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Feeds_revoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  DeadlineCalendar_read: {
    parameters: {
      query?: {
        /** @description `false`: without the alarms three days and one day before. */
        alarms?: unknown;
      };
      header?: never;
      path: {
        secret: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  People_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description Part of the name, the position or the unit's name; diacritics do not matter. */
        q?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReaderPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ReminderRules_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderRuleList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ReminderRules_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateReminderRule'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderRuleView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ReminderRules_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderRuleView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ReminderRules_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeReminderRule'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderRuleView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ReminderRules_remove: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  RuleExceptions_set: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetException'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleException'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  RuleExceptions_remove: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
        exceptionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  Previews_previewRules: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewRules'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RulesPreview'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Previews_previewTask: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewTask'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskPreview'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Reminders_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        taskId?: string;
        recipientId?: string;
        state?: 'failed' | 'waiting' | 'told' | 'void';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Notifications_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description true: only what is not read yet. */
        unread?: boolean;
        /** @description true: only what is put off to a later day, which is hidden otherwise. */
        snoozed?: boolean;
        kind?:
          | 'overdue'
          | 'submitted'
          | 'assigned'
          | 'returned'
          | 'extension_requested'
          | 'extension_decided'
          | 'direction_given'
          | 'direction_answered'
          | 'mentioned'
          | 'no_progress'
          | 'acceptance_waits'
          | 'decision_waits'
          | 'due_soon'
          | 'due_today'
          | 'alarm';
        taskId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Notifications_readAll: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadAllView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Notifications_read: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Snooze_snooze: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Snooze'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Snooze_wake: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  LiveInbox_follow: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events named `inbox`, each with an InboxPicture as its data */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': components['schemas']['InboxPicture'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Preferences_show: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreferenceView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Preferences_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePreference'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreferenceView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Preferences_deputising: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandInPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Preferences_showAbsence: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonAbsenceView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Preferences_setAbsence: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetAbsence'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonAbsenceView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Deliveries_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        state?: 'failed' | 'waiting' | 'sent';
        channel?: 'mail' | 'webhook';
        recipientId?: string;
        webhookId?: string;
        /** @description Made on this day or later. */
        from?: string;
        /** @description Made on this day or earlier. */
        to?: string;
        /** @description Part of the address or of the recipient's name; diacritics do not matter. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Deliveries_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Deliveries_letter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LetterView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Deliveries_resendMany: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResendDeliveries'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Resent'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Deliveries_resend: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Alarms_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description true: only those that last; false: only those that are over. */
        open?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlarmPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Unsubscription_ask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Unsubscription_stop: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Webhooks_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description Only of this very unit. */
        unitId?: string;
        active?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Webhooks_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWebhook'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Webhooks_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Webhooks_remove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  Webhooks_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeWebhook'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  WebhookActs_rotate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  WebhookActs_test: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTrial'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  StatusReport_show: {
    parameters: {
      query?: {
        /** @description The day the report speaks of; today when left out. */
        asOf?: string;
        planId?: string;
        /** @description Year of the plans. */
        year?: number;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        /** @description Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
        index?: string;
        /** @description `csv` and `xlsx` give the same figures as a file. */
        format?: 'xlsx' | 'csv' | 'json';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatusReportAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  UnitsReport_list: {
    parameters: {
      query?: {
        /** @description The day the report speaks of; today when left out. */
        asOf?: string;
        planId?: string;
        /** @description Year of the plans. */
        year?: number;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        /** @description Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
        index?: string;
        /** @description `csv` and `xlsx` give the same figures as a file. */
        format?: 'xlsx' | 'csv' | 'json';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitsReportAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ComponentsReport_list: {
    parameters: {
      query?: {
        /** @description The day the report speaks of; today when left out. */
        asOf?: string;
        planId?: string;
        /** @description Year of the plans. */
        year?: number;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        /** @description Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
        index?: string;
        /** @description `csv` and `xlsx` give the same figures as a file. */
        format?: 'xlsx' | 'csv' | 'json';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComponentsReportAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  PeopleReport_list: {
    parameters: {
      query?: {
        /** @description The day the report speaks of; today when left out. */
        asOf?: string;
        planId?: string;
        /** @description Year of the plans. */
        year?: number;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        /** @description Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
        index?: string;
        /** @description `csv` and `xlsx` give the same figures as a file. */
        format?: 'xlsx' | 'csv' | 'json';
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PeopleReportAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  OverdueReport_list: {
    parameters: {
      query?: {
        /** @description The day the report speaks of; today when left out. */
        asOf?: string;
        planId?: string;
        /** @description Year of the plans. */
        year?: number;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        /** @description Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
        index?: string;
        /** @description `csv` and `xlsx` give the same figures as a file. */
        format?: 'xlsx' | 'csv' | 'json';
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverdueReportAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  GapsReport_show: {
    parameters: {
      query?: {
        /** @description The day the report speaks of; today when left out. */
        asOf?: string;
        planId?: string;
        /** @description Year of the plans. */
        year?: number;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        /** @description Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
        index?: string;
        /** @description `csv` and `xlsx` give the same figures as a file. */
        format?: 'xlsx' | 'csv' | 'json';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GapsReportAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ForecastReport_show: {
    parameters: {
      query?: {
        /** @description The day the report speaks of; today when left out. */
        asOf?: string;
        planId?: string;
        /** @description Year of the plans. */
        year?: number;
        /** @description A unit: its own tasks and those of every unit below it. */
        within?: string;
        /** @description Code of an index (`PAR_INDEX`): plans whose edition belongs to it. */
        index?: string;
        /** @description `csv` and `xlsx` give the same figures as a file. */
        format?: 'xlsx' | 'csv' | 'json';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ForecastReportAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ChangesReport_show: {
    parameters: {
      query: {
        /** @description Code of an index (`PAR_INDEX`). */
        index: string;
        from: number;
        to: number;
        /** @description A unit's code, or a subject's name as published; without it the province. */
        subject?: string;
        /** @description Taken as every report takes it; published results do not depend on it. */
        asOf?: string;
        format?: 'xlsx' | 'csv' | 'json';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BetweenYears'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        editionId?: string;
        componentId?: string;
        /** @description A unit: its own analyses and those of every unit below it. */
        within?: string;
        /** @description open: not yet agreed. */
        state?: 'open' | 'agreed';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalysisPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_create: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAnalysis'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalysisView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_outstanding: {
    parameters: {
      query: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description Code of the index, for example PAR_INDEX. */
        index: string;
        year: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OutstandingPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalysisView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_change: {
    parameters: {
      query?: never;
      header: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match': string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeAnalysis'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalysisView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_agree: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalysisView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_reopen: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalysisView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Analyses_assign: {
    parameters: {
      query?: never;
      header?: {
        /** @description The version that was read (`ETag`). Where it is required: 428 without it, 412 when outdated. */
        'If-Match'?: string;
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TaskFromAnalysis'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnalysisView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Sessions_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description open: not yet concluded. */
        state?: 'open' | 'concluded';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Sessions_open: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenSession'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Sessions_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Sessions_decide: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideItem'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Sessions_takeBack: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  Sessions_conclude: {
    parameters: {
      query?: never;
      header?: {
        /** @description Sent again with the same key, the same request has one effect and the first answer. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  AuditEntries_list: {
    parameters: {
      query?: {
        /** @description Rows a page, 1 to 200. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Also count all rows. */
        count?: boolean;
        /** @description `task`, `plan`, `unit` … */
        subjectType?: string;
        subjectId?: string;
        actorId?: string;
        /** @description `task.submitted` … */
        act?: string;
        /** @description First day, in Việt Nam. */
        from?: string;
        /** @description Last day, in Việt Nam; included. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEntryPage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  AuditVerification_verify: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditVerificationAnswer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
