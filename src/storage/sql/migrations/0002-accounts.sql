-- Accounts: who may sign in, and with what. Run by role throughline_owner.
-- The tables are those of better-auth 1.7 (account_user, credential, session, verification, two_factor) under our names,
-- held to what the library expects by src/server/accounts/accounts-schema.int.test.ts, and two of our own (attempt, used_code).
-- Only throughline_accounts may read or write them: the application's role can never see a password hash.

create schema accounts;

create table accounts.account_user (
	id uuid primary key default gen_random_uuid(),
	name text not null,
	email text not null unique check (email = lower(email)),
	email_verified boolean not null default false,
	image text,
	two_factor_enabled boolean not null default false,
	created_at timestamptz not null,
	updated_at timestamptz not null
);

-- A way to sign in: provider_id 'credential' holds the password hash; any other is the issuer of a single sign-on
-- service, with the person's subject there as account_id. A person has at most one of each.
create table accounts.credential (
	id uuid primary key default gen_random_uuid(),
	user_id uuid not null references accounts.account_user on delete cascade,
	provider_id text not null,
	account_id text not null,
	password text,
	access_token text,
	refresh_token text,
	id_token text,
	access_token_expires_at timestamptz,
	refresh_token_expires_at timestamptz,
	scope text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	unique (provider_id, account_id),
	unique (user_id, provider_id)
);

-- token is the SHA-256 of the token in the cookie. expires_at is the absolute limit, idle_expires_at the idle limit.
create table accounts.session (
	id uuid primary key default gen_random_uuid(),
	user_id uuid not null references accounts.account_user on delete cascade,
	token text not null unique,
	expires_at timestamptz not null,
	idle_expires_at timestamptz not null,
	signed_in_by text not null check (signed_in_by in
		('password', 'password-and-code', 'password-and-backup-code', 'single-sign-on', 'practice')),
	ip_address text,
	user_agent text,
	created_at timestamptz not null,
	updated_at timestamptz not null
);
create index session_account on accounts.session (user_id);

-- Single-use secrets that run out: reset links, sign-ins that wait for a second factor. identifier is stored hashed.
create table accounts.verification (
	id uuid primary key default gen_random_uuid(),
	identifier text not null,
	value text not null,
	expires_at timestamptz not null,
	created_at timestamptz not null,
	updated_at timestamptz not null
);
create index verification_identifier on accounts.verification (identifier);
create index verification_value on accounts.verification (value);

-- secret and backup_codes are encrypted with the installation's secret.
create table accounts.two_factor (
	id uuid primary key default gen_random_uuid(),
	user_id uuid not null unique references accounts.account_user on delete cascade,
	secret text not null,
	backup_codes text not null,
	verified boolean default true,
	failed_verification_count integer default 0,
	locked_until timestamptz
);

-- Codes that were accepted and may not be accepted again while they could still be valid.
create table accounts.used_code (
	user_id uuid not null references accounts.account_user on delete cascade,
	code_hash text not null,
	used_at timestamptz not null,
	primary key (user_id, code_hash)
);

-- Tries that failed, counted by keyed hash of what they were aimed at (an e-mail address, a network address).
create table accounts.attempt (
	key text primary key,
	failures integer not null,
	allowed integer not null,
	ends_at timestamptz not null
);

revoke all on all tables in schema accounts from public;
grant usage on schema accounts to throughline_accounts;
grant select, insert, update, delete on all tables in schema accounts to throughline_accounts;
