-- The connection itself, settings, the examination.

-- name: user_version
PRAGMA user_version;

-- name: begin
BEGIN IMMEDIATE;

-- name: begin_read
BEGIN DEFERRED;

-- name: commit
COMMIT;

-- name: rollback
ROLLBACK;

-- name: vacuum_into
VACUUM INTO :path;

-- name: quick_check
PRAGMA quick_check(1);

-- name: integrity_check_one
PRAGMA integrity_check(1);

-- name: setting_get
SELECT value FROM setting WHERE key = :key;

-- name: setting_put
INSERT INTO setting (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: setting_remove
DELETE FROM setting WHERE key = :key;

-- name: examine_integrity
PRAGMA integrity_check(20);

-- name: examine_foreign_keys
SELECT "table" AS child, parent, count(*) AS rows
FROM pragma_foreign_key_check
GROUP BY "table", parent;

-- name: examine_cases
SELECT case_rev_id, sha256, content FROM case_rev;

-- name: examine_items
SELECT
  r.rev_id, r.full_sha256, r.asked_sha256, r.kind, r.topic, r.asked, r.rest,
  c.sha256 AS case_sha256
FROM item_rev r
LEFT JOIN case_rev c ON c.case_rev_id = r.case_rev_id;

-- name: examine_exams
SELECT exam_rev_id, exam, version, sha256, yaml FROM exam_rev;

-- Each row is a rule that the record breaks.
-- name: examine_record
SELECT 'attempt ' || attempt_id || ': events are missing' AS problem
FROM event GROUP BY attempt_id
HAVING min(seq) <> 1 OR max(seq) <> count(*)
UNION ALL
SELECT 'attempt ' || attempt_id || ': it has no events'
FROM attempt a
WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.attempt_id = a.attempt_id)
UNION ALL
SELECT 'attempt ' || attempt_id || ': questions are missing'
FROM attempt_item GROUP BY attempt_id
HAVING min(pos) <> 0 OR max(pos) <> count(*) - 1
UNION ALL
SELECT 'attempt ' || a.attempt_id || ': its state is not that of its last event'
FROM attempt a
JOIN event e ON e.attempt_id = a.attempt_id AND e.seq = (
  SELECT max(seq) FROM event x WHERE x.attempt_id = a.attempt_id)
WHERE (a.state <> 'running') <> (e.kind = 'end')
  OR (e.kind = 'end' AND e.value <> a.state)
UNION ALL
SELECT 'attempt ' || r.attempt_id || ': a response belongs to no question'
FROM response r
WHERE NOT EXISTS (
  SELECT 1 FROM attempt_item i
  WHERE i.attempt_id = r.attempt_id AND i.pos = r.pos)
UNION ALL
SELECT 'attempt ' || a.attempt_id || ', question ' || (p.pos + 1)
  || ': it was on screen, but no exposure is stored'
FROM attempt a
JOIN response p ON p.attempt_id = a.attempt_id
WHERE a.state <> 'running' AND p.visits > 0 AND NOT EXISTS (
  SELECT 1 FROM exposure x
  JOIN attempt_item i ON i.attempt_id = a.attempt_id AND i.pos = p.pos
  WHERE x.candidate_id = a.candidate_id AND x.item_id = i.item_id
    AND x.attempt_id = a.attempt_id AND x.pos = p.pos AND x.kind = 'sat');
