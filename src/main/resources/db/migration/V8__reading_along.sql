-- Who was let in by a colleague reads along; the report stays with the one it was delivered or handed over to, whom the
-- reporter sees as theirs.

alter table report_grant add column reads_along boolean not null default false;
