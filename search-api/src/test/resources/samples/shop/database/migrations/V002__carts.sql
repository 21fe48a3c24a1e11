create table carts (
  id         uuid primary key,
  touched_at timestamptz not null default now()
);

create table cart_lines (
  cart_id  uuid not null references carts (id),
  sku      text not null,
  quantity int not null
);
