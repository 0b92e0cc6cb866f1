-- Sources, topics, banks and exams as they stand.

-- name: seen_file_known
SELECT 1 FROM seen_file
WHERE path = :path AND size = :size AND mtime_ms = :mtime_ms
  AND app_version = :app_version;

-- name: seen_file_put
INSERT INTO seen_file (path, sha256, size, mtime_ms, app_version, seen_utc_ms)
VALUES (:path, :sha256, :size, :mtime_ms, :app_version, :utc_ms)
ON CONFLICT (path) DO UPDATE SET
  sha256 = excluded.sha256, size = excluded.size,
  mtime_ms = excluded.mtime_ms, app_version = excluded.app_version,
  seen_utc_ms = excluded.seen_utc_ms;

-- name: source_add
INSERT INTO source
  (kind, origin, path, sha256, size, mtime_ms, app_version, loaded_utc_ms)
VALUES
  (:kind, :origin, :path, :sha256, :size, :mtime_ms, :app_version, :utc_ms);

-- name: bank_is_current
SELECT 1 FROM bank_head h JOIN source s ON s.source_id = h.source_id
WHERE h.origin = :origin AND s.sha256 = :sha256;

-- name: exam_is_current
SELECT 1 FROM exam_head h JOIN source s ON s.source_id = h.source_id
WHERE h.origin = :origin AND s.sha256 = :sha256;

-- The last file of that path is what counts.
-- name: topics_are_current
SELECT 1 FROM source
WHERE sha256 = :sha256 AND source_id = (
  SELECT max(source_id) FROM source
  WHERE kind = 'topics' AND origin = :origin AND path = :path);

-- name: topic_put
INSERT INTO topic (topic, title, moved_to, source_id)
VALUES (:topic, :title, :moved_to, :source_id)
ON CONFLICT (topic) DO UPDATE SET
  title = coalesce(excluded.title, title), moved_to = excluded.moved_to,
  source_id = excluded.source_id;

-- name: topic_list
SELECT topic FROM topic ORDER BY topic;

-- name: topic_moves
SELECT topic, moved_to FROM topic WHERE moved_to IS NOT NULL;

-- name: topic_rows
SELECT topic, title FROM topic WHERE moved_to IS NULL ORDER BY topic;

-- Under the names that the revisions have; some of them were moved since.
-- name: topic_item_counts
SELECT topic, sum(items) AS items
FROM topic_count
WHERE head_id IN (
  SELECT head_id FROM banks WHERE enabled = 1 AND shadowed = 0)
GROUP BY topic;

-- name: topic_title
SELECT title FROM topic WHERE topic = :topic;

-- name: exam_rev_add
INSERT INTO exam_rev (sha256, exam, version, title, yaml)
VALUES (:sha256, :exam, :version, :title, :yaml)
ON CONFLICT (sha256) DO NOTHING;

-- name: exam_rev_find
SELECT exam_rev_id FROM exam_rev WHERE sha256 = :sha256;

-- name: section_rev_add
INSERT INTO section_rev (exam_rev_id, ord, section, title)
VALUES (:exam_rev_id, :ord, :section, :title);

-- name: section_topic_add
INSERT INTO section_topic (exam_rev_id, ord, topic)
VALUES (:exam_rev_id, :ord, :topic)
ON CONFLICT DO NOTHING;

-- name: exam_head_put
INSERT INTO exam_head (exam, version, origin, exam_rev_id, source_id)
VALUES (:exam, :version, :origin, :exam_rev_id, :source_id)
ON CONFLICT (exam, version, origin) DO UPDATE SET
  exam_rev_id = excluded.exam_rev_id, source_id = excluded.source_id;

-- name: exam_list
SELECT exam_rev_id, exam, version, origin, yaml, path, shadowed, enabled
FROM exams;

-- name: exam_names
SELECT DISTINCT exam AS name FROM exam_head ORDER BY exam;

-- name: exam_enable
DELETE FROM exam_disabled WHERE exam = :exam;

-- name: exam_disable
INSERT INTO exam_disabled (exam) VALUES (:exam) ON CONFLICT DO NOTHING;

-- name: exam_is_known
SELECT 1 FROM exam_head WHERE exam = :exam;

-- The head is looked up for the path; an old revision has none.
-- name: exam_rev_get
SELECT
  r.exam_rev_id, r.exam, r.version, r.yaml,
  coalesce(h.origin, 'user') AS origin, coalesce(s.path, '') AS path,
  0 AS shadowed,
  NOT EXISTS (SELECT 1 FROM exam_disabled d WHERE d.exam = r.exam) AS enabled
FROM exam_rev r
LEFT JOIN exam_head h ON h.exam_rev_id = r.exam_rev_id
LEFT JOIN source s ON s.source_id = h.source_id
WHERE r.exam_rev_id = :exam_rev_id
LIMIT 1;

-- name: bank_list
SELECT
  b.head_id, b.bank, b.origin, b.enabled, b.shadowed, b.title, b.version,
  b.license, b.notice, b.path, b.contains_cpt, b.loaded_utc_ms,
  count(*) FILTER (WHERE i.status = 'active') AS active,
  count(*) FILTER (WHERE i.status = 'retired') AS retired,
  count(*) FILTER (WHERE i.status = 'void') AS voided,
  count(*) FILTER (WHERE i.status = 'absent') AS absent,
  (SELECT count(*) FROM bank_case c WHERE c.head_id = b.head_id) AS cases
FROM banks b
LEFT JOIN bank_item i ON i.head_id = b.head_id
GROUP BY b.head_id
ORDER BY b.bank, b.origin;

-- name: bank_names
SELECT DISTINCT bank AS name FROM banks ORDER BY bank;

-- name: bank_enable
UPDATE bank SET enabled = :enabled
WHERE name = :bank
  AND EXISTS (SELECT 1 FROM bank_head h WHERE h.bank_id = bank.bank_id);

-- A user's head goes before the shipped one.
-- name: bank_visible_head
SELECT
  head_id, bank, title, version, language, license, notice, authors, topic,
  based_on, code_years, contains_cpt
FROM banks WHERE bank = :bank
ORDER BY origin = 'user' DESC LIMIT 1;

-- name: bank_extras
SELECT key, value FROM bank_extra WHERE head_id = :head_id ORDER BY ord;

-- name: bank_cases
SELECT c.content
FROM bank_case b JOIN case_rev c ON c.case_rev_id = b.case_rev_id
WHERE b.head_id = :head_id
ORDER BY b.ord;

-- name: bank_items
SELECT
  i.item_id, bi.rev_id, i.name, bi.status, r.asked, r.rest,
  c.content AS case_content
FROM bank_item bi
JOIN item i ON i.item_id = bi.item_id
JOIN item_rev r ON r.rev_id = bi.rev_id
LEFT JOIN case_rev c ON c.case_rev_id = r.case_rev_id
WHERE bi.head_id = :head_id AND bi.status <> 'absent'
ORDER BY bi.ord;

-- A question that was renamed is found under its former name too.
-- name: item_find
SELECT t.item_id, bi.rev_id
FROM bank b
JOIN item i ON i.bank_id = b.bank_id AND i.name = :name
JOIN item t ON t.item_id = coalesce(i.merged_into, i.item_id)
JOIN bank_item bi ON bi.item_id = t.item_id
JOIN bank_head h ON h.head_id = bi.head_id
WHERE b.name = :bank AND bi.status <> 'absent' AND (
  h.origin = 'user' OR NOT EXISTS (
    SELECT 1 FROM bank_head u
    WHERE u.bank_id = h.bank_id AND u.origin = 'user'));

-- name: item_names
SELECT i.name FROM bank_item bi JOIN item i ON i.item_id = bi.item_id
WHERE bi.head_id = :head_id AND bi.status <> 'absent'
ORDER BY bi.ord;

-- Slices go along what was met, by its name of today, so that each costs what
-- it gives, however large the banks are.
-- name: item_met
WITH met AS (
  SELECT x.item_id FROM exposure x JOIN item i ON i.item_id = x.item_id
  WHERE x.candidate_id = :candidate_id AND x.item_id > :after
    AND i.merged_into IS NULL
  UNION
  SELECT m.merged_into FROM item m
  WHERE m.merged_into > :after AND EXISTS (
    SELECT 1 FROM exposure x
    WHERE x.candidate_id = :candidate_id AND x.item_id = m.item_id)
  ORDER BY 1 LIMIT :most)
SELECT met.item_id, (
  SELECT ai.rev_id FROM exposure x
  JOIN attempt_item ai ON ai.attempt_id = x.attempt_id AND ai.pos = x.pos
  WHERE x.candidate_id = :candidate_id AND x.item_id IN (
    SELECT met.item_id
    UNION ALL
    SELECT m.item_id FROM item m WHERE m.merged_into = met.item_id)
  ORDER BY x.utc_ms DESC, x.n DESC LIMIT 1) AS rev_id
FROM met ORDER BY met.item_id;

-- name: item_count
SELECT coalesce(sum(items), 0) AS items
FROM topic_count
WHERE head_id IN (
  SELECT head_id FROM banks WHERE enabled = 1 AND shadowed = 0);

-- name: item_only_of
SELECT b.bank, t.topic, t.exams, t.items
FROM banks b JOIN topic_count t ON t.head_id = b.head_id AND t.exams <> ''
WHERE b.enabled = 1 AND b.shadowed = 0;

-- name: item_content
SELECT r.asked, r.rest, c.content AS case_content
FROM item_rev r
LEFT JOIN case_rev c ON c.case_rev_id = r.case_rev_id
WHERE r.rev_id = :rev_id;

-- name: item_name
SELECT b.name AS bank, i.name
FROM item i JOIN bank b ON b.bank_id = i.bank_id
WHERE i.item_id = :item_id;

-- name: pool_banks
SELECT head_id, bank, code_years FROM banks WHERE enabled = 1 AND shadowed = 0;

-- name: pool_items
SELECT
  r.exams, r.not_exams, bi.item_id, bi.rev_id, bi.ord, i.name, i.merged_into,
  r.case_name, r.kind, r.topic, r.needs, r.code_years
FROM bank_item bi
JOIN item i ON i.item_id = bi.item_id
JOIN item_rev r ON r.rev_id = bi.rev_id
WHERE bi.head_id = :head_id AND bi.status = 'active';

-- name: pool_enemies
SELECT t.rev_id, t.tag_id
FROM rev_tag t JOIN tag g ON g.tag_id = t.tag_id
WHERE g.kind = 'enemy'
ORDER BY t.rev_id, t.tag_id;

-- What was on screen in an attempt that still runs is no exposure yet, but met.
-- name: pool_exposures
SELECT item_id, count(*) AS seen, max(utc_ms) AS last_utc_ms
FROM (
  SELECT item_id, utc_ms FROM exposures WHERE candidate_id = :candidate_id
  UNION ALL
  SELECT coalesce(i.merged_into, i.item_id), a.last_utc_ms
  FROM attempt a
  JOIN response p ON p.attempt_id = a.attempt_id AND p.visits > 0
  JOIN attempt_item ai ON ai.attempt_id = p.attempt_id AND ai.pos = p.pos
  JOIN item i ON i.item_id = ai.item_id
  WHERE a.candidate_id = :candidate_id AND a.state = 'running')
GROUP BY item_id
ORDER BY item_id;

-- A user's head of a bank that ships too, and the source of what ships.
-- name: adopt_find
SELECT u.head_id AS head_id, s.source_id AS source_id
FROM bank b
JOIN bank_head u ON u.bank_id = b.bank_id AND u.origin = 'user'
JOIN bank_head s ON s.bank_id = b.bank_id AND s.origin = 'shipped'
WHERE b.name = :bank;

-- name: adopt_history_add
INSERT INTO item_history (item_id, rev_id, source_id)
SELECT item_id, rev_id, :source_id FROM bank_item WHERE head_id = :head_id
ON CONFLICT DO NOTHING;

-- name: adopt_items_remove
DELETE FROM bank_item WHERE head_id = :head_id;

-- name: adopt_head_remove
DELETE FROM bank_head WHERE head_id = :head_id;
