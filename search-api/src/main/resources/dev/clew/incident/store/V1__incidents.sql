-- SPDX-License-Identifier: Apache-2.0
-- Incidents. Words that SQLite and PostgreSQL both take: times are ISO 8601 texts, since neither
-- keeps nanoseconds otherwise; BYTEA is PostgreSQL's word, and SQLite keeps bytes under any.

CREATE TABLE incident (
  number BIGINT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  severity TEXT,
  status TEXT NOT NULL,
  review TEXT NOT NULL,
  lead TEXT,
  zone TEXT NOT NULL,
  created TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  revision BIGINT NOT NULL
);

CREATE TABLE mark (
  incident BIGINT NOT NULL REFERENCES incident (number),
  kind TEXT NOT NULL,
  moment TEXT NOT NULL,
  told_by TEXT NOT NULL,
  evidence BIGINT,
  PRIMARY KEY (incident, kind)
);

CREATE TABLE review_step (
  incident BIGINT NOT NULL REFERENCES incident (number),
  place BIGINT NOT NULL,
  state TEXT NOT NULL,
  told_by TEXT NOT NULL,
  moment TEXT NOT NULL,
  PRIMARY KEY (incident, place)
);

-- the bytes of answers, each once
CREATE TABLE answer (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes BIGINT NOT NULL,
  content BYTEA NOT NULL
);

CREATE TABLE evidence (
  incident BIGINT NOT NULL REFERENCES incident (number),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  ask TEXT NOT NULL,
  chosen_kind TEXT,
  chosen_id TEXT,
  page TEXT,
  range_from TEXT,
  range_to TEXT,
  source TEXT NOT NULL,
  taken TEXT NOT NULL,
  told_by TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES answer (sha256),
  bytes BIGINT NOT NULL,
  essence TEXT NOT NULL,
  total BIGINT,
  first_event TEXT,
  last_event TEXT,
  removed BIGINT NOT NULL,
  check_state TEXT NOT NULL,
  check_was TEXT,
  check_now TEXT,
  check_at TEXT,
  check_why TEXT,
  PRIMARY KEY (incident, number)
);

CREATE TABLE item (
  incident BIGINT NOT NULL REFERENCES incident (number),
  number BIGINT NOT NULL,
  place BIGINT NOT NULL,
  moment TEXT NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  service TEXT,
  evidence BIGINT,
  told_by TEXT NOT NULL,
  revision BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  PRIMARY KEY (incident, number)
);

CREATE TABLE block (
  incident BIGINT NOT NULL REFERENCES incident (number),
  number BIGINT NOT NULL,
  section TEXT NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (incident, number)
);

-- every text of a block; the one of the highest revision holds
CREATE TABLE block_version (
  incident BIGINT NOT NULL,
  block BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  content TEXT NOT NULL,
  told_by TEXT NOT NULL,
  moment TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (incident, block, revision),
  FOREIGN KEY (incident, block) REFERENCES block (incident, number)
);

CREATE TABLE remark (
  incident BIGINT NOT NULL,
  number BIGINT NOT NULL,
  block BIGINT NOT NULL,
  content TEXT NOT NULL,
  told_by TEXT NOT NULL,
  moment TEXT NOT NULL,
  resolved BIGINT NOT NULL,
  PRIMARY KEY (incident, number),
  FOREIGN KEY (incident, block) REFERENCES block (incident, number)
);

CREATE TABLE deed (
  incident BIGINT NOT NULL REFERENCES incident (number),
  place BIGINT NOT NULL,
  moment TEXT NOT NULL,
  told_by TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (incident, place)
);

CREATE TABLE link (
  name TEXT NOT NULL PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL
);
