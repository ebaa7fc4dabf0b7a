-- Cryptographic erasure (NIST SP 800-88) that reaches the backups: an archive holds whatever belongs to a report only
-- encrypted under that report's erasure key, and never this table. A key is drawn at the first backup that a report lives
-- to see; when the report's end has come, it is the first thing to go.
create table report_erasure_key (
    school_id   uuid not null,
    report_id   uuid not null,
    erasure_key bytea not null check (octet_length(erasure_key) = 32),
    primary key (school_id, report_id),
    foreign key (school_id, report_id) references report
);

alter table report_erasure_key enable row level security;
create policy own_schools on report_erasure_key using (school_id = any
    (string_to_array(nullif(current_setting('wegwijzer.schools', true), ''), ',')::uuid[]));

-- The application takes keys away; it neither reads nor makes them.
grant select (school_id, report_id), delete on report_erasure_key to wegwijzer_app;

-- as in V4: a deleted key should leave the files soon
alter table report_erasure_key set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
