-- Evidence. What it should be is said once, by the view evidence_due; the
-- table follows it attempt by attempt.

-- name: evidence_add_areas
INSERT INTO evidence_area (topic, kind, has_case, needs)
SELECT DISTINCT topic, kind, has_case, needs FROM evidence_due
WHERE attempt_id = :attempt_id
ON CONFLICT DO NOTHING;

-- name: evidence_add
INSERT INTO evidence_item
  (candidate_id, area_id, right, item_id, rev_id, attempt_id, pos, earned,
   possible, utc_ms)
SELECT
  d.candidate_id, g.area_id, d.right, d.item_id, d.rev_id, d.attempt_id, d.pos,
  d.earned, d.possible, d.utc_ms
FROM evidence_due d
JOIN evidence_area g ON g.topic = d.topic AND g.kind = d.kind
  AND g.has_case = d.has_case AND g.needs = d.needs
WHERE d.attempt_id = :attempt_id
ON CONFLICT DO NOTHING;

-- What rests on the questions of this attempt, before it goes.
-- name: evidence_remove_of_attempt
DELETE FROM evidence_item
WHERE candidate_id = (
    SELECT candidate_id FROM attempt WHERE attempt_id = :attempt_id)
  AND item_id IN (
    SELECT coalesce(i.merged_into, i.item_id)
    FROM attempt_item ai JOIN item i ON i.item_id = ai.item_id
    WHERE ai.attempt_id = :attempt_id);

-- The attempts of that candidate that met one of these questions too.
-- name: evidence_attempts_beside
SELECT DISTINCT x.attempt_id FROM exposures x
WHERE x.candidate_id = (
    SELECT candidate_id FROM attempt WHERE attempt_id = :attempt_id)
  AND x.attempt_id <> :attempt_id
  AND x.item_id IN (
    SELECT coalesce(i.merged_into, i.item_id)
    FROM attempt_item ai JOIN item i ON i.item_id = ai.item_id
    WHERE ai.attempt_id = :attempt_id);

-- What rests on questions that were merged, and on those they became.
-- name: evidence_remove_of_merged
DELETE FROM evidence_item
WHERE item_id IN (
  SELECT item_id FROM item WHERE merged_into IS NOT NULL
  UNION ALL
  SELECT merged_into FROM item WHERE merged_into IS NOT NULL);

-- name: evidence_attempts_of_merged
SELECT DISTINCT attempt_id FROM exposure
WHERE item_id IN (
  SELECT item_id FROM item WHERE merged_into IS NOT NULL
  UNION ALL
  SELECT merged_into FROM item WHERE merged_into IS NOT NULL);

-- name: evidence_remove_all
DELETE FROM evidence_item;

-- name: evidence_areas_remove_all
DELETE FROM evidence_area;

-- name: evidence_attempts_all
SELECT attempt_id FROM attempt;

-- name: evidence_check
WITH stored AS (
  SELECT
    e.candidate_id, e.item_id, e.rev_id, e.attempt_id, e.pos, g.topic, g.kind,
    g.has_case, g.needs, e.earned, e.possible, e.right, e.utc_ms
  FROM evidence_item e
  LEFT JOIN evidence_area g ON g.area_id = e.area_id),
due AS (
  SELECT
    candidate_id, item_id, rev_id, attempt_id, pos, topic, kind, has_case,
    needs, earned, possible, right, utc_ms
  FROM evidence_due)
SELECT
  NOT EXISTS (SELECT * FROM stored EXCEPT SELECT * FROM due)
  AND NOT EXISTS (SELECT * FROM due EXCEPT SELECT * FROM stored) AS same;

-- Counting twice along the primary key is half the work of a GROUP BY.
-- name: evidence_areas
SELECT
  g.area_id, g.topic, g.kind, g.has_case, g.needs,
  (SELECT count(*) FROM evidence_item e
   WHERE e.candidate_id = :candidate_id AND e.area_id = g.area_id
     AND e.right = 1) AS right,
  (SELECT count(*) FROM evidence_item e
   WHERE e.candidate_id = :candidate_id AND e.area_id = g.area_id
     AND e.right = 0) AS wrong
FROM evidence_area g
ORDER BY g.area_id;

-- name: evidence_of_area
SELECT
  e.item_id, e.rev_id, e.attempt_id, e.pos, b.name AS bank, i.name AS name,
  a.mode, e.earned, e.possible, e.utc_ms
FROM evidence_item e
JOIN item i ON i.item_id = e.item_id
JOIN bank b ON b.bank_id = i.bank_id
JOIN attempt a ON a.attempt_id = e.attempt_id
WHERE e.candidate_id = :candidate_id AND e.area_id = :area_id;

-- name: evidence_counts
SELECT
  (SELECT count(*) FROM exposure
   WHERE candidate_id = :candidate_id AND kind = 'sat') AS answers,
  (SELECT count(*) FROM evidence_item
   WHERE candidate_id = :candidate_id) AS counted;
