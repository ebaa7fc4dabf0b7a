-- Everything that belongs to a school has school_id first in its key, so that the data can be partitioned on it.
-- Content stands here only sealed; in clear are school, category, urgency, kind of accused and reporter, status and days.

create table board (
    board_id            uuid primary key,
    name                text not null,
    supervisory_contact text
);

create table school (
    school_id     uuid primary key,
    board_id      uuid not null references board,
    slug          text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
    name          text not null,
    place         text not null default '',
    sector        text not null check (sector in ('po', 'vo', 'mbo')),
    complaints    text not null default '',
    safety_contact uuid
);

create table school_holiday (
    school_id uuid not null references school,
    first_day date not null,
    last_day  date not null check (last_day >= first_day),
    primary key (school_id, first_day)
);

create table official (
    official_id   uuid primary key,
    board_id      uuid not null references board,
    login         text not null unique,
    name          text not null,
    about         text not null default '',
    photo         text not null default '',
    administrator boolean not null default false,
    -- null until the invitation is accepted: nothing can be sealed to this person before
    public_key    bytea,
    -- private key and second-factor secret together, locked under the passphrase and under the recovery code
    locked_keys   bytea,
    recovery_keys bytea,
    last_totp_step bigint not null default 0
);

create table school_official (
    school_id   uuid not null references school,
    official_id uuid not null references official,
    role        text not null check (role in ('aanspreekpunt', 'contactpersoon', 'externe')),
    position    integer not null,
    primary key (school_id, official_id, role)
);

create table absence (
    official_id uuid not null references official,
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    primary key (official_id, first_day)
);

create table invitation (
    token_hash  bytea primary key,
    official_id uuid not null references official,
    expires_at  timestamptz not null
);

create table official_session (
    token_hash  bytea primary key,
    official_id uuid not null references official,
    locked_keys bytea not null,
    created_at  timestamptz not null,
    last_seen_at timestamptz not null
);
create index official_session_official on official_session (official_id);

create table report (
    school_id       uuid not null references school,
    report_id       uuid not null,
    submission_id   uuid not null,
    lookup_id       bytea not null,
    reporter_public_key bytea not null,
    reporter_key    bytea not null,
    category        text not null,
    read_category   text not null,
    urgency         text not null check (urgency in ('acuut', 'hoog', 'normaal')),
    accused         text not null,
    reporter        text not null,
    anonymous       boolean not null,
    status          text not null check (status in ('nieuw', 'gelezen', 'in_behandeling', 'afgesloten')),
    routing_reason  text not null,
    received_on     date not null,
    open_before     date not null,
    opened_on       date,
    closed_on       date,
    primary key (school_id, report_id),
    unique (school_id, submission_id),
    unique (school_id, lookup_id)
);

-- Who holds the key of a report. 'reserve' rows belong to those who take over when it stays unopened: their copy of the
-- key waits, and no list, counter or page shows them the report until the row becomes 'actief'.
create table report_grant (
    school_id   uuid not null,
    report_id   uuid not null,
    official_id uuid not null references official,
    position    integer not null,
    state       text not null check (state in ('actief', 'reserve', 'ingetrokken')),
    sealed_key  bytea not null,
    last_read_item integer not null default 0,
    primary key (school_id, report_id, official_id),
    foreign key (school_id, report_id) references report
);
create index report_grant_official on report_grant (official_id, school_id) where state = 'actief';

-- The accused and the excluded. Every query for officials joins against this, whatever the grants say.
create table report_blind (
    school_id   uuid not null,
    report_id   uuid not null,
    official_id uuid not null references official,
    primary key (school_id, report_id, official_id),
    foreign key (school_id, report_id) references report
);

create table report_item (
    school_id   uuid not null,
    report_id   uuid not null,
    item_number integer not null,
    kind        text not null check (kind in ('verhaal', 'bericht')),
    author      text not null check (author in ('melder', 'functionaris')),
    official_id uuid references official,
    submission_id uuid not null,
    sealed      bytea not null,
    written_on  date not null,
    primary key (school_id, report_id, item_number),
    unique (school_id, report_id, submission_id),
    foreign key (school_id, report_id) references report
);

create table report_notice (
    school_id uuid not null,
    report_id uuid not null,
    notice    text not null check (notice in ('bevoegd_gezag', 'meldcode', 'veiligheid')),
    primary key (school_id, report_id, notice),
    foreign key (school_id, report_id) references report
);

-- What the reporter may know of what happened to the report: received, opened, passed on, closed.
create table report_event (
    school_id   uuid not null,
    report_id   uuid not null,
    event_number integer not null,
    kind        text not null,
    official_id uuid references official,
    happened_on date not null,
    primary key (school_id, report_id, event_number),
    foreign key (school_id, report_id) references report
);

-- Minimal notices to the board: type, school and day. No content, no identity, no report id.
create table board_notice (
    school_id  uuid not null references school,
    notice_id  uuid not null,
    kind       text not null check (kind in ('zedenmisdrijf', 'niemand_over')),
    to_supervisory_contact boolean not null,
    phone_official uuid references official,
    created_on date not null,
    primary key (school_id, notice_id)
);

create table audit (
    board_id   uuid not null references board,
    entry      bigint not null,
    school_id  uuid,
    actor      uuid,
    action     text not null,
    subject    uuid,
    happened_at timestamptz not null,
    previous   bytea not null,
    hash       bytea not null,
    primary key (board_id, entry)
);

-- Second wall: a connection sees the rows of the schools it has named, and none when it has named none.
do $$
declare
    school_table text;
begin
    foreach school_table in array array[
        'report', 'report_grant', 'report_blind', 'report_item', 'report_notice', 'report_event', 'board_notice']
    loop
        execute format('alter table %I enable row level security', school_table);
        execute format(
            'create policy own_schools on %I using (school_id = any '
            || '(string_to_array(nullif(current_setting(''wegwijzer.schools'', true), ''''), '','')::uuid[]))',
            school_table);
    end loop;
end
$$;

-- The application works under this role: it can change rows, but neither tables nor what was audited.
do $$
begin
    if not exists (select from pg_roles where rolname = 'wegwijzer_app') then
        create role wegwijzer_app nologin;
    end if;
exception when duplicate_object or unique_violation then
    null;
end
$$;
do $$
begin
    -- so that a server with one account for everything can step down into the narrow role
    execute format('grant wegwijzer_app to %I', current_user);
end
$$;
grant usage on schema public to wegwijzer_app;
grant select, insert, update, delete on
    school_holiday, school_official, absence, invitation, official_session, report, report_grant, report_blind,
    report_item, report_notice, report_event, board_notice to wegwijzer_app;
grant select, insert, update on board, school, official to wegwijzer_app;
grant select, insert on audit to wegwijzer_app;
