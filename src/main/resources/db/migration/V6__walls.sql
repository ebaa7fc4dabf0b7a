-- A wall between boards, as there is one between schools: in the narrow role a connection sees the people, sessions, terms
-- and audit entries of the boards it has named (wegwijzer.boards), and none when it has named none. A query that forgets
-- its board finds nothing.
--
-- Within the schools that a connection has named (wegwijzer.schools) it may also read who works for their board and add to
-- that board's audit: reports are routed to people, and what is done to a report is audited. It changes nobody there.
--
-- Boards and schools themselves are a directory, which the front page shows to everybody; only their own board changes
-- them.

create function named_boards() returns uuid[]
    language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
    return coalesce(string_to_array(nullif(current_setting('wegwijzer.boards', true), ''), ',')::uuid[], '{}');

create function named_schools() returns uuid[]
    language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
    return coalesce(string_to_array(nullif(current_setting('wegwijzer.schools', true), ''), ',')::uuid[], '{}');

create function boards_of_named_schools() returns uuid[]
    language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
    return array(select s.board_id from public.school s where s.school_id = any(named_schools()));

-- Each function stands in a subquery of its own, so that it is evaluated once for a query and not once for a row.

alter table board enable row level security;
create policy everybody_reads on board for select using (true);
create policy own_board on board using (board_id = any((select named_boards())::uuid[]));

alter table school enable row level security;
create policy everybody_reads on school for select using (true);
create policy own_board on school using (board_id = any((select named_boards())::uuid[]));

alter table school_holiday enable row level security;
create policy own_schools_read on school_holiday for select using (school_id = any((select named_schools())::uuid[]));
create policy own_board on school_holiday using (exists (
    select from school s
     where s.school_id = school_holiday.school_id and s.board_id = any((select named_boards())::uuid[])));

alter table official enable row level security;
create policy own_schools_read on official for select
    using (board_id = any((select boards_of_named_schools())::uuid[]));
create policy own_board on official using (board_id = any((select named_boards())::uuid[]));

alter table retention_term enable row level security;
create policy own_schools_read on retention_term for select
    using (board_id = any((select boards_of_named_schools())::uuid[]));
create policy own_board on retention_term using (board_id = any((select named_boards())::uuid[]));

alter table audit enable row level security;
create policy own_schools_read on audit for select
    using (board_id = any((select boards_of_named_schools())::uuid[]));
create policy own_schools_add on audit for insert
    with check (board_id = any((select boards_of_named_schools())::uuid[]));
create policy own_board on audit using (board_id = any((select named_boards())::uuid[]));

-- What belongs to a person is where the person is.
do $$
declare
    personal text;
begin
    foreach personal in array array['absence', 'invitation', 'official_session', 'passkey']
    loop
        execute format('alter table %I enable row level security', personal);
        execute format(
            'create policy own_board on %1$I using (exists (select from official o '
            || 'where o.official_id = %1$I.official_id and o.board_id = any((select named_boards())::uuid[])))',
            personal);
    end loop;
end
$$;
-- the chat offers nobody who is away
create policy own_schools_read on absence for select using (exists (
    select from official o
     where o.official_id = absence.official_id and o.board_id = any((select boards_of_named_schools())::uuid[])));

-- Nobody gets a role at a school of another board.
alter table school_official enable row level security;
create policy own_schools_read on school_official for select using (exists (
    select from school s
     where s.school_id = school_official.school_id and s.board_id = any((select boards_of_named_schools())::uuid[])));
create policy own_board on school_official using (
    exists (
        select from official o
         where o.official_id = school_official.official_id and o.board_id = any((select named_boards())::uuid[]))
    and exists (
        select from school s
         where s.school_id = school_official.school_id and s.board_id = any((select named_boards())::uuid[])));

-- A question without a person stands in for somebody who gave a wrong name or passphrase: it holds nothing but noise.
alter table passkey_challenge enable row level security;
create policy own_board on passkey_challenge using (
    official_id is null
    or exists (
        select from official o
         where o.official_id = passkey_challenge.official_id and o.board_id = any((select named_boards())::uuid[])));

-- Somebody who signs in has a name, a cookie or a link, and no board yet. These functions see over the wall, and tell of
-- exactly one name, cookie or link only to which board it belongs; the row itself is read under the policies above. A
-- policy that lets through the row of a name set as a parameter would have done too, but it needs one on every table on the
-- way, each with all columns; this opens nothing but a number. No name or cookie can be listed, only tried.

create function board_of_login(typed text) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    return (select o.board_id from public.official o where o.login = typed);

create function board_of_official(id uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    return (select o.board_id from public.official o where o.official_id = id);

create function board_of_session(hash bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    return (select o.board_id from public.official_session s join public.official o using (official_id)
             where s.token_hash = hash);

create function board_of_invitation(hash bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    return (select o.board_id from public.invitation i join public.official o using (official_id)
             where i.token_hash = hash);

create function board_of_passkey_challenge(hash bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    return (select o.board_id from public.passkey_challenge c join public.official o using (official_id)
             where c.token_hash = hash);

revoke execute on function board_of_login(text), board_of_official(uuid), board_of_session(bytea),
    board_of_invitation(bytea), board_of_passkey_challenge(bytea) from public;
grant execute on function board_of_login(text), board_of_official(uuid), board_of_session(bytea),
    board_of_invitation(bytea), board_of_passkey_challenge(bytea) to wegwijzer_app;
