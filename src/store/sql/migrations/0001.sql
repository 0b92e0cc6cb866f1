-- The first schema. Tables are in four groups that are never mixed: content
-- (immutable, known by its hash), catalogue (what stands today), record
-- (append-only) and derived (rebuildable from the record). Singular names are
-- tables and private; plural names are views and public. See docs/schema.md.

-- Content ------------------------------------------------------------------

CREATE TABLE case_rev (
  case_rev_id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE item_rev (
  rev_id INTEGER PRIMARY KEY,
  full_sha256 BLOB NOT NULL UNIQUE CHECK (length(full_sha256) = 32),
  asked_sha256 BLOB NOT NULL CHECK (length(asked_sha256) = 32),
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,
  difficulty TEXT,
  needs TEXT,
  exams TEXT,
  not_exams TEXT,
  code_years TEXT,
  case_rev_id INTEGER REFERENCES case_rev,
  case_name TEXT,
  asked TEXT NOT NULL,
  rest TEXT NOT NULL,
  CHECK ((case_rev_id IS NULL) = (case_name IS NULL))
) STRICT;

CREATE TABLE tag (
  tag_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('enemy', 'objective')),
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE rev_tag (
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  tag_id INTEGER NOT NULL REFERENCES tag,
  PRIMARY KEY (rev_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exam_rev (
  exam_rev_id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  exam TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  yaml TEXT NOT NULL
) STRICT;

CREATE TABLE section_rev (
  exam_rev_id INTEGER NOT NULL REFERENCES exam_rev,
  ord INTEGER NOT NULL,
  section TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (exam_rev_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE section_topic (
  exam_rev_id INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (exam_rev_id, ord, topic),
  FOREIGN KEY (exam_rev_id, ord) REFERENCES section_rev
) STRICT, WITHOUT ROWID;

-- Catalogue ----------------------------------------------------------------

CREATE TABLE topic (
  topic TEXT PRIMARY KEY,
  title TEXT,
  moved_to TEXT,
  source_id INTEGER NOT NULL REFERENCES source
) STRICT, WITHOUT ROWID;

CREATE TABLE bank (
  bank_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1))
) STRICT;

CREATE TABLE bank_head (
  head_id INTEGER PRIMARY KEY,
  bank_id INTEGER NOT NULL REFERENCES bank,
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'user')),
  source_id INTEGER NOT NULL REFERENCES source,
  title TEXT NOT NULL,
  version TEXT NOT NULL,
  language TEXT,
  license TEXT,
  notice TEXT,
  authors TEXT,
  topic TEXT,
  based_on TEXT,
  code_years TEXT,
  contains_cpt INTEGER NOT NULL CHECK (contains_cpt IN (0, 1)),
  UNIQUE (bank_id, origin)
) STRICT;

CREATE TABLE bank_extra (
  head_id INTEGER NOT NULL REFERENCES bank_head,
  ord INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (head_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_case (
  head_id INTEGER NOT NULL REFERENCES bank_head,
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  case_rev_id INTEGER NOT NULL REFERENCES case_rev,
  PRIMARY KEY (head_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  item_id INTEGER PRIMARY KEY,
  bank_id INTEGER NOT NULL REFERENCES bank,
  name TEXT NOT NULL,
  merged_into INTEGER REFERENCES item CHECK (merged_into <> item_id),
  UNIQUE (bank_id, name)
) STRICT;

CREATE INDEX item_merged ON item (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE bank_item (
  head_id INTEGER NOT NULL REFERENCES bank_head,
  item_id INTEGER NOT NULL REFERENCES item,
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  ord INTEGER NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('active', 'retired', 'void', 'absent')),
  PRIMARY KEY (head_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exam_head (
  exam TEXT NOT NULL,
  version TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'user')),
  exam_rev_id INTEGER NOT NULL REFERENCES exam_rev,
  source_id INTEGER NOT NULL REFERENCES source,
  PRIMARY KEY (exam, version, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_file (
  path TEXT PRIMARY KEY,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  mtime_ms INTEGER NOT NULL,
  app_version TEXT NOT NULL,
  seen_utc_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate (
  candidate_id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  label TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('local', 'class')),
  time_percent INTEGER NOT NULL DEFAULT 100
    CHECK (time_percent BETWEEN 100 AND 400),
  added_minutes INTEGER NOT NULL DEFAULT 0 CHECK (added_minutes >= 0),
  exam TEXT,
  exam_date TEXT
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Record -------------------------------------------------------------------

CREATE TABLE source (
  source_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('bank', 'exam', 'topics')),
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'user')),
  path TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  mtime_ms INTEGER NOT NULL,
  app_version TEXT NOT NULL,
  loaded_utc_ms INTEGER NOT NULL
) STRICT;

-- A revision that a head left, and the file that brought its successor.
CREATE TABLE item_history (
  item_id INTEGER NOT NULL REFERENCES item,
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  source_id INTEGER NOT NULL REFERENCES source,
  PRIMARY KEY (item_id, rev_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  attempt_id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  candidate_id INTEGER NOT NULL REFERENCES candidate,
  exam_rev_id INTEGER NOT NULL REFERENCES exam_rev,
  mode TEXT NOT NULL CHECK (mode IN ('exam', 'practice', 'redo')),
  state TEXT NOT NULL
    CHECK (state IN ('running', 'submitted', 'timed_out', 'abandoned')),
  seed TEXT NOT NULL,
  seed_given INTEGER NOT NULL CHECK (seed_given IN (0, 1)),
  algorithm INTEGER NOT NULL,
  limit_ms INTEGER NOT NULL,
  time_percent INTEGER NOT NULL,
  added_minutes INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  is_short INTEGER NOT NULL CHECK (is_short IN (0, 1)),
  interrupted INTEGER NOT NULL DEFAULT 0 CHECK (interrupted IN (0, 1)),
  by_wall_clock INTEGER NOT NULL DEFAULT 0 CHECK (by_wall_clock IN (0, 1)),
  started_utc_ms INTEGER NOT NULL,
  zone_minutes INTEGER NOT NULL,
  ended_utc_ms INTEGER,
  used_ms INTEGER NOT NULL,
  boot_id TEXT NOT NULL,
  last_boot_ms INTEGER NOT NULL,
  last_monotonic_ms INTEGER NOT NULL,
  last_utc_ms INTEGER NOT NULL,
  app_version TEXT NOT NULL,
  CHECK ((state = 'running') = (ended_utc_ms IS NULL))
) STRICT;

CREATE INDEX attempt_candidate ON attempt (candidate_id);
CREATE UNIQUE INDEX attempt_one_running ON attempt (candidate_id)
  WHERE state = 'running' AND mode = 'exam';

CREATE TABLE attempt_item (
  attempt_id INTEGER NOT NULL REFERENCES attempt,
  pos INTEGER NOT NULL CHECK (pos >= 0),
  item_id INTEGER NOT NULL REFERENCES item,
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  section_ord INTEGER NOT NULL,
  section TEXT,
  topic TEXT NOT NULL,
  case_size INTEGER NOT NULL CHECK (case_size >= 1),
  scored INTEGER NOT NULL CHECK (scored IN (0, 1)),
  option_order TEXT NOT NULL,
  PRIMARY KEY (attempt_id, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  attempt_id INTEGER NOT NULL REFERENCES attempt,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  used_ms INTEGER NOT NULL,
  utc_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  pos INTEGER,
  value TEXT,
  PRIMARY KEY (attempt_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  correction_id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  rule TEXT NOT NULL
    CHECK (rule IN ('rekey', 'accept_also', 'credit_all', 'drop')),
  key TEXT,
  reason TEXT NOT NULL,
  utc_ms INTEGER NOT NULL
) STRICT;

-- The highest seq of an attempt is its current result.
CREATE TABLE result (
  result_id INTEGER PRIMARY KEY,
  attempt_id INTEGER NOT NULL REFERENCES attempt,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  scorer INTEGER NOT NULL,
  corrections TEXT,
  utc_ms INTEGER NOT NULL,
  earned INTEGER NOT NULL,
  possible INTEGER NOT NULL,
  needed INTEGER NOT NULL,
  cut INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('none', 'passed', 'not_passed')),
  asked INTEGER NOT NULL,
  right INTEGER NOT NULL,
  blank INTEGER NOT NULL,
  not_reached INTEGER NOT NULL,
  UNIQUE (attempt_id, seq)
) STRICT;

CREATE TABLE section_result (
  result_id INTEGER NOT NULL REFERENCES result,
  section_ord INTEGER NOT NULL,
  earned INTEGER NOT NULL,
  possible INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  right INTEGER NOT NULL,
  blank INTEGER NOT NULL,
  PRIMARY KEY (result_id, section_ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_result (
  result_id INTEGER NOT NULL REFERENCES result,
  pos INTEGER NOT NULL,
  earned INTEGER NOT NULL,
  possible INTEGER NOT NULL,
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  PRIMARY KEY (result_id, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE exposure (
  candidate_id INTEGER NOT NULL REFERENCES candidate,
  item_id INTEGER NOT NULL REFERENCES item,
  n INTEGER NOT NULL CHECK (n >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('sat', 'revealed')),
  attempt_id INTEGER NOT NULL REFERENCES attempt,
  pos INTEGER NOT NULL,
  utc_ms INTEGER NOT NULL,
  PRIMARY KEY (candidate_id, item_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (
  remark_id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  candidate_id INTEGER NOT NULL REFERENCES candidate,
  item_id INTEGER NOT NULL REFERENCES item,
  rev_id INTEGER REFERENCES item_rev,
  attempt_id INTEGER REFERENCES attempt,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'cause', 'dispute')),
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  utc_ms INTEGER NOT NULL
) STRICT;

-- Derived ------------------------------------------------------------------

CREATE TABLE response (
  attempt_id INTEGER NOT NULL REFERENCES attempt,
  pos INTEGER NOT NULL,
  answer TEXT,
  first_answer TEXT,
  note TEXT,
  struck TEXT,
  marked INTEGER NOT NULL CHECK (marked IN (0, 1)),
  sure INTEGER CHECK (sure IN (0, 1)),
  time_ms INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, pos)
) STRICT, WITHOUT ROWID;

-- What may not change ------------------------------------------------------
-- Rows may be deleted (a candidate who is removed takes the record along), but
-- no row of content or record is ever rewritten.

CREATE TRIGGER case_rev_fixed BEFORE UPDATE ON case_rev
BEGIN SELECT raise(ABORT, 'a case revision never changes'); END;
CREATE TRIGGER item_rev_fixed BEFORE UPDATE ON item_rev
BEGIN SELECT raise(ABORT, 'an item revision never changes'); END;
CREATE TRIGGER exam_rev_fixed BEFORE UPDATE ON exam_rev
BEGIN SELECT raise(ABORT, 'an exam revision never changes'); END;
CREATE TRIGGER source_fixed BEFORE UPDATE ON source
BEGIN SELECT raise(ABORT, 'a source never changes'); END;
CREATE TRIGGER attempt_item_fixed BEFORE UPDATE ON attempt_item
BEGIN SELECT raise(ABORT, 'the form of an attempt never changes'); END;
CREATE TRIGGER event_fixed BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'an event never changes'); END;
CREATE TRIGGER correction_fixed BEFORE UPDATE ON correction
BEGIN SELECT raise(ABORT, 'a correction never changes'); END;
CREATE TRIGGER result_fixed BEFORE UPDATE ON result
BEGIN SELECT raise(ABORT, 'a result never changes'); END;
CREATE TRIGGER section_result_fixed BEFORE UPDATE ON section_result
BEGIN SELECT raise(ABORT, 'a result never changes'); END;
CREATE TRIGGER item_result_fixed BEFORE UPDATE ON item_result
BEGIN SELECT raise(ABORT, 'a result never changes'); END;

CREATE TRIGGER attempt_ended BEFORE UPDATE ON attempt
WHEN old.state <> 'running'
BEGIN SELECT raise(ABORT, 'an ended attempt never changes'); END;
CREATE TRIGGER attempt_item_ended BEFORE INSERT ON attempt_item
WHEN (SELECT state FROM attempt WHERE attempt_id = new.attempt_id) <> 'running'
BEGIN SELECT raise(ABORT, 'an ended attempt never changes'); END;
CREATE TRIGGER event_ended BEFORE INSERT ON event
WHEN (SELECT state FROM attempt WHERE attempt_id = new.attempt_id) <> 'running'
BEGIN SELECT raise(ABORT, 'an ended attempt never changes'); END;
CREATE TRIGGER response_ended_insert BEFORE INSERT ON response
WHEN (SELECT state FROM attempt WHERE attempt_id = new.attempt_id) <> 'running'
BEGIN SELECT raise(ABORT, 'an ended attempt never changes'); END;
CREATE TRIGGER response_ended_update BEFORE UPDATE ON response
WHEN (SELECT state FROM attempt WHERE attempt_id = old.attempt_id) <> 'running'
BEGIN SELECT raise(ABORT, 'an ended attempt never changes'); END;

-- Views --------------------------------------------------------------------

-- Heads with what hides them: a user's head of the same bank, or the enabled
-- copy that says it is based on it.
CREATE VIEW banks AS
SELECT
  h.head_id, b.bank_id, b.name AS bank, h.origin, b.enabled,
  (h.origin = 'shipped' AND EXISTS (
    SELECT 1 FROM bank_head u
    WHERE u.bank_id = h.bank_id AND u.origin = 'user'))
  OR EXISTS (
    SELECT 1 FROM bank_head c JOIN bank cb ON cb.bank_id = c.bank_id
    WHERE c.bank_id <> h.bank_id AND cb.enabled = 1
      AND c.based_on IS NOT NULL
      AND substr(c.based_on, 1, instr(c.based_on || '@', '@') - 1) = b.name
      AND (c.origin = 'user' OR NOT EXISTS (
        SELECT 1 FROM bank_head v
        WHERE v.bank_id = c.bank_id AND v.origin = 'user')))
  AS shadowed,
  h.title, h.version, h.language, h.license, h.notice, h.authors, h.topic,
  h.based_on, h.code_years, h.contains_cpt, s.path, s.loaded_utc_ms
FROM bank_head h
JOIN bank b ON b.bank_id = h.bank_id
JOIN source s ON s.source_id = h.source_id;

-- Every question of every head.
CREATE VIEW questions AS
SELECT
  b.bank, i.name AS question, b.origin, b.enabled, b.shadowed, bi.status,
  bi.ord, r.case_name, r.kind, r.topic, r.difficulty, r.needs,
  i.item_id, bi.rev_id, lower(hex(r.full_sha256)) AS full_sha256,
  lower(hex(r.asked_sha256)) AS asked_sha256
FROM banks b
JOIN bank_item bi ON bi.head_id = b.head_id
JOIN item i ON i.item_id = bi.item_id
JOIN item_rev r ON r.rev_id = bi.rev_id;

-- Every exam of every origin.
CREATE VIEW exams AS
SELECT
  h.exam, h.version, h.origin, h.exam_rev_id, r.title, r.yaml, s.path,
  (h.origin = 'shipped' AND EXISTS (
    SELECT 1 FROM exam_head u
    WHERE u.exam = h.exam AND u.version = h.version AND u.origin = 'user'))
  AS shadowed
FROM exam_head h
JOIN exam_rev r ON r.exam_rev_id = h.exam_rev_id
JOIN source s ON s.source_id = h.source_id;

-- The current result of an attempt.
CREATE VIEW results AS
SELECT
  result_id, attempt_id, seq, scorer, corrections, utc_ms, earned, possible,
  needed, cut, verdict, asked, right, blank, not_reached
FROM result r
WHERE seq = (SELECT max(seq) FROM result x WHERE x.attempt_id = r.attempt_id);

-- One row per sitting.
CREATE VIEW attempts AS
SELECT
  a.attempt_id, lower(hex(a.uuid)) AS uuid, a.candidate_id,
  c.label AS candidate, a.exam_rev_id, e.exam, e.version AS exam_version,
  a.mode, a.state, a.seed, a.seed_given, a.algorithm, a.limit_ms, a.used_ms,
  a.time_percent, a.added_minutes, a.planned, a.is_short, a.interrupted,
  a.by_wall_clock, a.started_utc_ms, a.ended_utc_ms, a.zone_minutes,
  a.boot_id, a.last_boot_ms, a.last_monotonic_ms, a.last_utc_ms,
  a.app_version,
  (SELECT count(*) FROM attempt_item i WHERE i.attempt_id = a.attempt_id)
  AS questions,
  r.result_id, r.earned, r.possible, r.needed, r.cut, r.verdict
FROM attempt a
JOIN candidate c ON c.candidate_id = a.candidate_id
JOIN exam_rev e ON e.exam_rev_id = a.exam_rev_id
LEFT JOIN results r ON r.attempt_id = a.attempt_id;

-- One row per question of a sitting; `number` counts from 1.
CREATE VIEW answers AS
SELECT
  ai.attempt_id, ai.pos + 1 AS number, b.name AS bank, i.name AS question,
  ai.rev_id, ai.section, ai.topic, ai.scored, ai.option_order,
  p.answer, p.first_answer, p.note, p.struck,
  coalesce(p.marked, 0) AS marked, p.sure, coalesce(p.time_ms, 0) AS time_ms,
  coalesce(p.visits, 0) AS visits, coalesce(p.changes, 0) AS changes,
  ir.earned, ir.possible, ir.counts
FROM attempt_item ai
JOIN item i ON i.item_id = ai.item_id
JOIN bank b ON b.bank_id = i.bank_id
LEFT JOIN response p ON p.attempt_id = ai.attempt_id AND p.pos = ai.pos
LEFT JOIN results r ON r.attempt_id = ai.attempt_id
LEFT JOIN item_result ir ON ir.result_id = r.result_id AND ir.pos = ai.pos;

-- The sections of the current results, in the exam's order.
CREATE VIEW section_results AS
SELECT
  r.attempt_id, s.section_ord + 1 AS number, v.section, v.title, s.earned,
  s.possible, s.asked, s.right, s.blank
FROM results r
JOIN section_result s ON s.result_id = r.result_id
JOIN attempt a ON a.attempt_id = r.attempt_id
LEFT JOIN section_rev v
  ON v.exam_rev_id = a.exam_rev_id AND v.ord = s.section_ord;

-- Every meeting of a candidate with a question; an item that was renamed or
-- moved counts as the one it became.
CREATE VIEW exposures AS
SELECT
  x.candidate_id, coalesce(i.merged_into, i.item_id) AS item_id, x.n, x.kind,
  x.attempt_id, x.pos + 1 AS number, x.utc_ms
FROM exposure x
JOIN item i ON i.item_id = x.item_id;
