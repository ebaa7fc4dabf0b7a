-- Pictures that a reporter adds to a report, sealed in chunks under the report's key. In clear are only the size of what
-- was kept and the day.

create table attachment (
    school_id     uuid not null,
    report_id     uuid not null,
    -- follows from the report's key and the picture's bytes, so the same picture is kept once
    attachment_id uuid not null,
    number        integer not null check (number > 0),
    size          integer not null check (size > 0),
    written_on    date not null,
    primary key (school_id, report_id, attachment_id),
    unique (school_id, report_id, number),
    foreign key (school_id, report_id) references report
);

create table attachment_chunk (
    school_id     uuid not null,
    report_id     uuid not null,
    attachment_id uuid not null,
    chunk_number  integer not null check (chunk_number >= 0),
    sealed        bytea not null,
    primary key (school_id, report_id, attachment_id, chunk_number),
    foreign key (school_id, report_id, attachment_id) references attachment on delete cascade
);
-- ciphertext does not compress: don't try
alter table attachment_chunk alter column sealed set storage external;

-- So that a new picture shows as something new in an official's inbox, as a new message does.
alter table report_grant add column last_read_attachment integer not null default 0;

do $$
declare
    school_table text;
begin
    foreach school_table in array array['attachment', 'attachment_chunk']
    loop
        execute format('alter table %I enable row level security', school_table);
        execute format(
            'create policy own_schools on %I using (school_id = any '
            || '(string_to_array(nullif(current_setting(''wegwijzer.schools'', true), ''''), '','')::uuid[]))',
            school_table);
    end loop;
end
$$;

grant select, insert, delete on attachment, attachment_chunk to wegwijzer_app;
