create table reservations (
  id         text primary key,
  sku        text not null references stock (sku),
  quantity   int not null,
  made_at    timestamptz not null default now(),
  confirmed  boolean not null default false
);

create index reservations_open on reservations (made_at) where not confirmed;
