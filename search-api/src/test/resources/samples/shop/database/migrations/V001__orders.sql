create table orders (
  id            bigint generated always as identity primary key,
  customer_id   bigint not null,
  total_cents   bigint not null,
  state         text not null,
  authorisation text,
  created_at    timestamptz not null default now()
);
