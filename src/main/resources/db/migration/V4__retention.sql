-- How long content is kept, and what is left of a report after it was erased: a shell for statistics, with days, the kind
-- of things, and nothing that opens, names or finds anything.

create table retention_term (
    board_id           uuid not null references board,
    -- null: for all schools of the board that have no term of their own
    school_id          uuid references school,
    -- a term holds for what is received (the cap) or closed (the days) from this day on, so that no day that was
    -- promised to a reporter ever moves forward
    from_day           date not null,
    days_after_closing integer not null check (days_after_closing between 30 and 365),
    cap_months         integer not null check (cap_months between 6 and 24)
);
create unique index retention_term_once on retention_term (board_id, coalesce(school_id, board_id), from_day);
grant select, insert on retention_term to wegwijzer_app;

alter table report
    -- since when readers and reporter can see that the end is near: nothing is erased sooner than two weeks after it
    add column announced_on date,
    add column postponed_on date,
    -- the keys are destroyed: from this day on nobody can read it
    add column erased_on date,
    -- and all content is gone as well; until then a round has to finish the work
    add column emptied boolean not null default false,
    -- what the yearly report counts, noted before the messages go
    add column first_answer_on date,
    alter column submission_id drop not null,
    alter column lookup_id drop not null,
    alter column reporter_public_key drop not null,
    alter column reporter_key drop not null,
    alter column read_category drop not null,
    alter column routing_reason drop not null,
    add constraint live_report_is_whole check (erased_on is not null or num_nulls(submission_id, lookup_id,
        reporter_public_key, reporter_key, read_category, routing_reason) = 0),
    add constraint erased_report_has_no_key check (erased_on is null
        or num_nonnulls(reporter_public_key, reporter_key) = 0),
    add constraint shell_holds_little check (not emptied or (erased_on is not null
        and num_nonnulls(submission_id, read_category, routing_reason, announced_on, postponed_on) = 0));

create index report_closed on report (school_id, closed_on) where erased_on is null and closed_on is not null;
create index report_received on report (school_id, received_on) where erased_on is null;
create index report_half_erased on report (school_id, report_id) where erased_on is not null and not emptied;
create index report_still_found on report (school_id, erased_on) where erased_on is not null and lookup_id is not null;

-- The last item when a picture came: so it shows whether somebody answered after it.
alter table attachment add column after_item integer not null default 0;

-- Deleted rows leave the files only when they are vacuumed: here that should not wait for a fifth of the table.
alter table report_grant set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
alter table report_item set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
alter table attachment_chunk set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
