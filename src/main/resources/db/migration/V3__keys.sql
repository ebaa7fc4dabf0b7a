-- Which of a person's key pairs a copy of a report's key was sealed to. Who lost passphrase and recovery code gets a new
-- pair with the next number; copies with an older number no longer open, and are named so until a colleague seals anew.

alter table official add column key_number integer not null default 0;
update official set key_number = 1 where public_key is not null;

alter table report_grant add column key_number integer not null default 1;
alter table report_grant alter column key_number drop default;
