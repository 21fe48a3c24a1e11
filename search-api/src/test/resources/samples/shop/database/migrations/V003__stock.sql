create table stock (
  sku      text primary key,
  on_hand  int not null,
  reserved int not null default 0
);

create table prices (
  sku         text primary key references stock (sku),
  price_cents bigint not null
);
