-- Passkeys of officials: a second factor beside the one-time code. Only public keys stand here; they open nothing.

create table passkey (
    credential_id bytea primary key,
    official_id   uuid not null references official,
    name          text not null,
    public_key    bytea not null,
    -- how often it was used, as it tells itself; a number that goes back betrays a copy
    sign_count    bigint not null check (sign_count >= 0),
    -- whether it may be copied by its maker's own means; that never changes, so another answer is not this passkey
    syncs         boolean not null,
    added_at      timestamptz not null,
    last_used_at  timestamptz
);
create index passkey_official on passkey (official_id, added_at);

-- What was asked of a passkey and not answered yet. The row goes with the first answer, right or wrong, so nothing can be
-- answered twice. Of a person who is signing in it holds the keys that the passphrase opened, locked under a secret that
-- only their page has. Without an official it stands in for somebody who gave a wrong name or passphrase.
create table passkey_challenge (
    token_hash  bytea primary key,
    official_id uuid references official,
    -- the session in which a passkey is being added; null for somebody who is signing in
    session_hash bytea references official_session on delete cascade,
    challenge   bytea not null,
    locked_keys bytea,
    expires_at  timestamptz not null
);
create index passkey_challenge_official on passkey_challenge (official_id);
create index passkey_challenge_session on passkey_challenge (session_hash);

grant select, insert, update, delete on passkey, passkey_challenge to wegwijzer_app;
