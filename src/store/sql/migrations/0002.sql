-- Practice with feedback and hints, remarks with a claim, exams that can be
-- switched off, and evidence: what first meetings say of an area.

ALTER TABLE attempt ADD COLUMN gives_feedback INTEGER NOT NULL DEFAULT 0
  CHECK (gives_feedback IN (0, 1));
ALTER TABLE attempt ADD COLUMN gives_hints INTEGER NOT NULL DEFAULT 0
  CHECK (gives_hints IN (0, 1));
-- NULL: before this column, when the limit said it.
ALTER TABLE attempt ADD COLUMN target_ms INTEGER;
ALTER TABLE response ADD COLUMN hints INTEGER NOT NULL DEFAULT 0
  CHECK (hints >= 0);
ALTER TABLE response ADD COLUMN checked INTEGER NOT NULL DEFAULT 0
  CHECK (checked IN (0, 1));
ALTER TABLE remark ADD COLUMN claim TEXT;

CREATE UNIQUE INDEX attempt_one_practice ON attempt (candidate_id)
  WHERE state = 'running' AND mode <> 'exam';

-- Who deletes an attempt need not look through all that ever pointed to one.
CREATE INDEX exposure_attempt ON exposure (attempt_id);
CREATE INDEX remark_attempt ON remark (attempt_id)
  WHERE attempt_id IS NOT NULL;
CREATE INDEX remark_candidate ON remark (candidate_id, item_id);
-- Notes typed in a sitting are few among its responses.
CREATE INDEX response_note ON response (attempt_id) WHERE note IS NOT NULL;

CREATE TABLE exam_disabled (
  exam TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Active questions by topic -------------------------------------------------

-- Derived, since a screen cannot wait until a bank of 100,000 is gone through.
-- `exams`: the only ones that draw these questions; '' is any.
CREATE TABLE topic_count (
  head_id INTEGER NOT NULL REFERENCES bank_head,
  topic TEXT NOT NULL,
  exams TEXT NOT NULL,
  items INTEGER NOT NULL CHECK (items > 0),
  PRIMARY KEY (head_id, topic, exams)
) STRICT, WITHOUT ROWID;

-- Private: what topic_count should hold.
CREATE VIEW topic_count_due AS
SELECT
  bi.head_id, r.topic, coalesce(r.exams, '') AS exams, count(*) AS items
FROM bank_item bi JOIN item_rev r ON r.rev_id = bi.rev_id
WHERE bi.status = 'active'
GROUP BY bi.head_id, r.topic, coalesce(r.exams, '');

INSERT INTO topic_count (head_id, topic, exams, items)
SELECT head_id, topic, exams, items FROM topic_count_due;

-- Evidence -----------------------------------------------------------------

-- What decides the section of an exam, once for many answers. `topic` is what
-- it was called when the question was asked; '' in `needs` is no book.
CREATE TABLE evidence_area (
  area_id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  kind TEXT NOT NULL,
  has_case INTEGER NOT NULL CHECK (has_case IN (0, 1)),
  needs TEXT NOT NULL,
  UNIQUE (topic, kind, has_case, needs)
) STRICT;

-- Derived, with what a list of it shows, so that showing it need not look for
-- every attempt again. Ordered by what is asked most: how many of an area were
-- right. Nothing points to the attempt by a foreign key: evidence goes and
-- comes with the exposures.
CREATE TABLE evidence_item (
  candidate_id INTEGER NOT NULL REFERENCES candidate,
  area_id INTEGER NOT NULL REFERENCES evidence_area,
  right INTEGER NOT NULL CHECK (right IN (0, 1)),
  item_id INTEGER NOT NULL REFERENCES item,
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  attempt_id INTEGER NOT NULL,
  pos INTEGER NOT NULL,
  earned INTEGER NOT NULL,
  possible INTEGER NOT NULL,
  utc_ms INTEGER NOT NULL,
  PRIMARY KEY (candidate_id, area_id, right, item_id),
  UNIQUE (candidate_id, item_id)
) STRICT, WITHOUT ROWID;

-- Views --------------------------------------------------------------------

DROP VIEW exams;
CREATE VIEW exams AS
SELECT
  h.exam, h.version, h.origin, h.exam_rev_id, r.title, r.yaml, s.path,
  (h.origin = 'shipped' AND EXISTS (
    SELECT 1 FROM exam_head u
    WHERE u.exam = h.exam AND u.version = h.version AND u.origin = 'user'))
  AS shadowed,
  NOT EXISTS (SELECT 1 FROM exam_disabled d WHERE d.exam = h.exam) AS enabled
FROM exam_head h
JOIN exam_rev r ON r.exam_rev_id = h.exam_rev_id
JOIN source s ON s.source_id = h.source_id;

-- One row per sitting. Positions have no gap, so the last one counts them.
DROP VIEW attempts;
CREATE VIEW attempts AS
SELECT
  a.attempt_id, lower(hex(a.uuid)) AS uuid, a.candidate_id,
  c.label AS candidate, a.exam_rev_id, e.exam, e.version AS exam_version,
  a.mode, a.state, a.seed, a.seed_given, a.algorithm, a.limit_ms, a.used_ms,
  a.time_percent, a.added_minutes, a.planned, a.is_short, a.interrupted,
  a.by_wall_clock, a.started_utc_ms, a.ended_utc_ms, a.zone_minutes,
  a.boot_id, a.last_boot_ms, a.last_monotonic_ms, a.last_utc_ms,
  a.app_version,
  1 + coalesce((
    SELECT max(i.pos) FROM attempt_item i
    WHERE i.attempt_id = a.attempt_id), -1) AS questions,
  r.result_id, r.earned, r.possible, r.needed, r.cut, r.verdict,
  e.title AS exam_title, a.gives_feedback, a.gives_hints,
  coalesce(a.target_ms, a.limit_ms / (
    SELECT count(*) FROM attempt_item i
    WHERE i.attempt_id = a.attempt_id)) AS target_ms
FROM attempt a
JOIN candidate c ON c.candidate_id = a.candidate_id
JOIN exam_rev e ON e.exam_rev_id = a.exam_rev_id
LEFT JOIN results r ON r.attempt_id = a.attempt_id;

-- One row per question of a sitting; `number` counts from 1.
DROP VIEW answers;
CREATE VIEW answers AS
SELECT
  ai.attempt_id, ai.pos + 1 AS number, b.name AS bank, i.name AS question,
  ai.rev_id, ai.section, ai.topic, ai.scored, ai.option_order,
  p.answer, p.first_answer, p.note, p.struck,
  coalesce(p.marked, 0) AS marked, p.sure, coalesce(p.time_ms, 0) AS time_ms,
  coalesce(p.visits, 0) AS visits, coalesce(p.changes, 0) AS changes,
  ir.earned, ir.possible, ir.counts,
  coalesce(p.hints, 0) AS hints, coalesce(p.checked, 0) AS checked
FROM attempt_item ai
JOIN item i ON i.item_id = ai.item_id
JOIN bank b ON b.bank_id = i.bank_id
LEFT JOIN response p ON p.attempt_id = ai.attempt_id AND p.pos = ai.pos
LEFT JOIN results r ON r.attempt_id = ai.attempt_id
LEFT JOIN item_result ir ON ir.result_id = r.result_id AND ir.pos = ai.pos;

-- What candidates said of a question, under the name it has today.
CREATE VIEW remarks AS
SELECT
  m.remark_id, lower(hex(m.uuid)) AS uuid, m.candidate_id,
  c.label AS candidate, t.item_id, b.name AS bank, t.name AS question,
  m.rev_id, m.attempt_id, m.kind, m.text, m.claim, m.state, m.utc_ms
FROM remark m
JOIN candidate c ON c.candidate_id = m.candidate_id
JOIN item i ON i.item_id = m.item_id
JOIN item t ON t.item_id = coalesce(i.merged_into, i.item_id)
JOIN bank b ON b.bank_id = t.bank_id;

-- The first meetings that say something, with what they came to.
CREATE VIEW evidence AS
SELECT
  e.candidate_id, e.item_id, b.name AS bank, i.name AS question, e.rev_id,
  e.attempt_id, e.pos + 1 AS number, a.mode, g.topic, g.kind, g.has_case,
  g.needs, e.earned, e.possible, e.right, e.utc_ms
FROM evidence_item e
JOIN evidence_area g ON g.area_id = e.area_id
JOIN item i ON i.item_id = e.item_id
JOIN bank b ON b.bank_id = i.bank_id
JOIN attempt a ON a.attempt_id = e.attempt_id;

-- Private: no head and no attempt points to it.
CREATE VIEW exam_rev_unused AS
SELECT exam_rev_id FROM exam_rev
WHERE exam_rev_id NOT IN (SELECT exam_rev_id FROM exam_head)
  AND exam_rev_id NOT IN (SELECT exam_rev_id FROM attempt);

-- Private: what evidence_item should hold, from the record. The rule stands
-- here only. A first meeting is the one with the lowest number; where questions
-- were merged and each has a first, the earlier of them.
CREATE VIEW evidence_due AS
SELECT
  a.candidate_id, coalesce(i.merged_into, i.item_id) AS item_id, ai.rev_id,
  a.attempt_id, ai.pos, ai.topic, v.kind,
  v.case_rev_id IS NOT NULL AS has_case, coalesce(v.needs, '') AS needs,
  ir.earned, ir.possible, ir.earned >= ir.possible AS right, x.utc_ms
FROM attempt a
JOIN attempt_item ai ON ai.attempt_id = a.attempt_id
JOIN item i ON i.item_id = ai.item_id
JOIN exposure x ON x.candidate_id = a.candidate_id
  AND x.item_id = ai.item_id AND x.attempt_id = ai.attempt_id
  AND x.pos = ai.pos AND x.kind = 'sat'
JOIN response p ON p.attempt_id = ai.attempt_id AND p.pos = ai.pos
JOIN item_rev v ON v.rev_id = ai.rev_id
JOIN results r ON r.attempt_id = a.attempt_id
JOIN item_result ir ON ir.result_id = r.result_id AND ir.pos = ai.pos
WHERE a.mode IN ('exam', 'practice') AND p.hints = 0
  AND (ir.counts = 1 OR ai.scored = 0)
  AND NOT EXISTS (
    SELECT 1 FROM exposure b
    WHERE b.candidate_id = a.candidate_id AND b.item_id IN (
        SELECT coalesce(i.merged_into, i.item_id)
        UNION ALL
        SELECT m.item_id FROM item m
        WHERE m.merged_into = coalesce(i.merged_into, i.item_id))
      AND (b.n, b.utc_ms, b.attempt_id, b.pos)
        < (x.n, x.utc_ms, x.attempt_id, x.pos));

INSERT INTO evidence_area (topic, kind, has_case, needs)
SELECT DISTINCT topic, kind, has_case, needs FROM evidence_due;

INSERT INTO evidence_item
  (candidate_id, area_id, right, item_id, rev_id, attempt_id, pos, earned,
   possible, utc_ms)
SELECT
  d.candidate_id, g.area_id, d.right, d.item_id, d.rev_id, d.attempt_id, d.pos,
  d.earned, d.possible, d.utc_ms
FROM evidence_due d
JOIN evidence_area g ON g.topic = d.topic AND g.kind = d.kind
  AND g.has_case = d.has_case AND g.needs = d.needs;
