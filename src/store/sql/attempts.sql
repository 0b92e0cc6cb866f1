-- Candidates, their attempts, results and exposures.

-- name: candidate_list
SELECT candidate_id, label, time_percent, added_minutes, exam, exam_date
FROM candidate ORDER BY candidate_id;

-- name: candidate_add
INSERT INTO candidate (uuid, label, origin) VALUES (:uuid, :label, 'local');

-- name: candidate_update
UPDATE candidate
SET label = :label, time_percent = :time_percent,
  added_minutes = :added_minutes, exam = :exam, exam_date = :exam_date
WHERE candidate_id = :candidate_id;

-- name: attempt_running
SELECT attempt_id FROM attempt
WHERE candidate_id = :candidate_id AND state = 'running' AND mode = 'exam';

-- name: attempt_find_uuid
SELECT attempt_id FROM attempt WHERE uuid = :uuid;

-- name: attempt_add
INSERT INTO attempt
  (uuid, candidate_id, exam_rev_id, mode, state, seed, seed_given, algorithm,
   limit_ms, time_percent, added_minutes, planned, is_short, started_utc_ms,
   zone_minutes, used_ms, boot_id, last_boot_ms, last_monotonic_ms,
   last_utc_ms, app_version)
VALUES
  (:uuid, :candidate_id, :exam_rev_id, :mode, 'running', :seed, :seed_given,
   :algorithm, :limit_ms, :time_percent, :added_minutes, :planned, :is_short,
   :started_utc_ms, :zone_minutes, :used_ms, :boot_id, :last_boot_ms,
   :last_monotonic_ms, :last_utc_ms, :app_version);

-- name: attempt_item_add
INSERT INTO attempt_item
  (attempt_id, pos, item_id, rev_id, section_ord, section, topic, case_size,
   scored, option_order)
VALUES
  (:attempt_id, :pos, :item_id, :rev_id, :section_ord, :section, :topic,
   :case_size, :scored, :option_order);

-- name: event_add
INSERT INTO event (attempt_id, seq, used_ms, utc_ms, kind, pos, value)
VALUES (:attempt_id, :seq, :used_ms, :utc_ms, :kind, :pos, :value);

-- name: event_last
SELECT a.state, a.candidate_id, e.seq, e.used_ms, e.utc_ms, e.kind
FROM attempt a
LEFT JOIN event e ON e.attempt_id = a.attempt_id
WHERE a.attempt_id = :attempt_id
ORDER BY e.seq DESC LIMIT 1;

-- name: event_list
SELECT seq, used_ms, utc_ms, kind, pos, value FROM event
WHERE attempt_id = :attempt_id ORDER BY seq;

-- name: response_put
INSERT INTO response
  (attempt_id, pos, answer, first_answer, note, struck, marked, sure, time_ms,
   visits, changes)
VALUES
  (:attempt_id, :pos, :answer, :first_answer, :note, :struck, :marked, :sure,
   :time_ms, :visits, :changes)
ON CONFLICT (attempt_id, pos) DO UPDATE SET
  answer = excluded.answer, first_answer = excluded.first_answer,
  note = excluded.note, struck = excluded.struck, marked = excluded.marked,
  sure = excluded.sure, time_ms = excluded.time_ms, visits = excluded.visits,
  changes = excluded.changes;

-- name: response_list
SELECT
  pos, answer, first_answer, note, struck, marked, sure, time_ms, visits,
  changes
FROM response WHERE attempt_id = :attempt_id ORDER BY pos;

-- name: attempt_update
UPDATE attempt
SET state = :state, interrupted = :interrupted,
  by_wall_clock = :by_wall_clock, used_ms = :used_ms, boot_id = :boot_id,
  last_boot_ms = :last_boot_ms, last_monotonic_ms = :last_monotonic_ms,
  last_utc_ms = :last_utc_ms, ended_utc_ms = :ended_utc_ms
WHERE attempt_id = :attempt_id;

-- name: attempt_question_count
SELECT count(*) AS questions FROM attempt_item WHERE attempt_id = :attempt_id;

-- The n-th meeting counts the meetings of every name the item ever had.
-- name: exposure_sat
INSERT INTO exposure (candidate_id, item_id, n, kind, attempt_id, pos, utc_ms)
SELECT :candidate_id, ai.item_id, 1 + coalesce((
    SELECT max(x.n) FROM exposure x
    WHERE x.candidate_id = :candidate_id AND x.item_id IN (
      SELECT coalesce(i.merged_into, i.item_id)
      UNION ALL
      SELECT m.item_id FROM item m
      WHERE m.merged_into = coalesce(i.merged_into, i.item_id))), 0),
  'sat', ai.attempt_id, ai.pos, :utc_ms
FROM attempt_item ai JOIN item i ON i.item_id = ai.item_id
WHERE ai.attempt_id = :attempt_id AND ai.pos = :pos;

-- As above; looking twice at the same answer is one exposure.
-- name: exposure_revealed
INSERT INTO exposure (candidate_id, item_id, n, kind, attempt_id, pos, utc_ms)
SELECT a.candidate_id, ai.item_id, 1 + coalesce((
    SELECT max(x.n) FROM exposure x
    WHERE x.candidate_id = a.candidate_id AND x.item_id IN (
      SELECT coalesce(i.merged_into, i.item_id)
      UNION ALL
      SELECT m.item_id FROM item m
      WHERE m.merged_into = coalesce(i.merged_into, i.item_id))), 0),
  'revealed', ai.attempt_id, ai.pos, :utc_ms
FROM attempt_item ai
JOIN item i ON i.item_id = ai.item_id
JOIN attempt a ON a.attempt_id = ai.attempt_id
WHERE ai.attempt_id = :attempt_id AND ai.pos = :pos AND NOT EXISTS (
  SELECT 1 FROM exposure x
  WHERE x.candidate_id = a.candidate_id AND x.item_id = ai.item_id
    AND x.kind = 'revealed' AND x.attempt_id = ai.attempt_id
    AND x.pos = ai.pos);

-- name: result_add
INSERT INTO result
  (attempt_id, seq, scorer, utc_ms, earned, possible, needed, cut, verdict,
   asked, right, blank, not_reached)
SELECT
  :attempt_id, 1 + coalesce(max(seq), 0), :scorer, :utc_ms, :earned, :possible,
  :needed, :cut, :verdict, :asked, :right, :blank, :not_reached
FROM result WHERE attempt_id = :attempt_id;

-- name: section_result_add
INSERT INTO section_result
  (result_id, section_ord, earned, possible, asked, right, blank)
VALUES
  (:result_id, :section_ord, :earned, :possible, :asked, :right, :blank);

-- name: item_result_add
INSERT INTO item_result (result_id, pos, earned, possible, counts)
VALUES (:result_id, :pos, :earned, :possible, :counts);

-- name: attempt_get
SELECT * FROM attempts WHERE attempt_id = :attempt_id;

-- name: attempt_list
SELECT * FROM attempts
WHERE :candidate_id = 0 OR candidate_id = :candidate_id
ORDER BY started_utc_ms DESC, attempt_id DESC LIMIT :limit;

-- name: attempt_slots
SELECT
  item_id, rev_id, section_ord, section, topic, case_size, scored,
  option_order
FROM attempt_item WHERE attempt_id = :attempt_id ORDER BY pos;

-- name: attempt_item_scores
SELECT ir.pos, ir.earned, ir.possible
FROM results r JOIN item_result ir ON ir.result_id = r.result_id
WHERE r.attempt_id = :attempt_id ORDER BY ir.pos;
