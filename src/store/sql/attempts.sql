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

-- What a removal would take.
-- name: candidate_holdings
SELECT
  (SELECT count(*) FROM attempt a WHERE a.candidate_id = c.candidate_id)
  AS attempts,
  (SELECT count(*) FROM attempt a
   JOIN response p ON p.attempt_id = a.attempt_id
   WHERE a.candidate_id = c.candidate_id AND p.answer IS NOT NULL) AS answers,
  (SELECT count(*) FROM remark m WHERE m.candidate_id = c.candidate_id)
  AS remarks
FROM candidate c WHERE c.candidate_id = :candidate_id;

-- name: candidate_attempts
SELECT attempt_id FROM attempt WHERE candidate_id = :candidate_id;

-- name: candidate_evidence_remove
DELETE FROM evidence_item WHERE candidate_id = :candidate_id;

-- name: candidate_remarks_remove
DELETE FROM remark WHERE candidate_id = :candidate_id;

-- name: candidate_remove
DELETE FROM candidate WHERE candidate_id = :candidate_id;

-- name: exam_unused_topics_remove
DELETE FROM section_topic
WHERE exam_rev_id IN (SELECT exam_rev_id FROM exam_rev_unused);

-- name: exam_unused_sections_remove
DELETE FROM section_rev
WHERE exam_rev_id IN (SELECT exam_rev_id FROM exam_rev_unused);

-- name: exam_unused_remove
DELETE FROM exam_rev
WHERE exam_rev_id IN (SELECT exam_rev_id FROM exam_rev_unused);

-- name: attempt_running
SELECT attempt_id FROM attempt
WHERE candidate_id = :candidate_id AND state = 'running' AND mode = 'exam';

-- name: attempt_running_practice
SELECT attempt_id FROM attempt
WHERE candidate_id = :candidate_id AND state = 'running' AND mode <> 'exam';

-- name: attempt_find_uuid
SELECT attempt_id FROM attempt WHERE uuid = :uuid;

-- name: attempt_add
INSERT INTO attempt
  (uuid, candidate_id, exam_rev_id, mode, state, seed, seed_given, algorithm,
   limit_ms, time_percent, added_minutes, planned, is_short, started_utc_ms,
   zone_minutes, used_ms, boot_id, last_boot_ms, last_monotonic_ms,
   last_utc_ms, app_version, gives_feedback, gives_hints, target_ms)
VALUES
  (:uuid, :candidate_id, :exam_rev_id, :mode, 'running', :seed, :seed_given,
   :algorithm, :limit_ms, :time_percent, :added_minutes, :planned, :is_short,
   :started_utc_ms, :zone_minutes, :used_ms, :boot_id, :last_boot_ms,
   :last_monotonic_ms, :last_utc_ms, :app_version, :gives_feedback,
   :gives_hints, :target_ms);

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
   visits, changes, hints, checked)
VALUES
  (:attempt_id, :pos, :answer, :first_answer, :note, :struck, :marked, :sure,
   :time_ms, :visits, :changes, :hints, :checked)
ON CONFLICT (attempt_id, pos) DO UPDATE SET
  answer = excluded.answer, first_answer = excluded.first_answer,
  note = excluded.note, struck = excluded.struck, marked = excluded.marked,
  sure = excluded.sure, time_ms = excluded.time_ms, visits = excluded.visits,
  changes = excluded.changes, hints = excluded.hints,
  checked = excluded.checked;

-- name: response_list
SELECT
  pos, answer, first_answer, note, struck, marked, sure, time_ms, visits,
  changes, hints, checked
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

-- Modes come as text: " exam practice ".
-- name: attempt_list
SELECT * FROM attempts
WHERE (:candidate_id = 0 OR candidate_id = :candidate_id)
  AND (:exam IS NULL OR exam = :exam)
  AND (:modes IS NULL OR instr(:modes, ' ' || mode || ' '))
  AND (:ended_only = 0 OR state <> 'running')
ORDER BY started_utc_ms DESC, attempt_id DESC LIMIT :limit;

-- name: attempt_sections
SELECT
  a.attempt_id, s.section_ord, v.section, v.title, s.asked, s.right, s.blank,
  s.earned, s.possible
FROM (
  SELECT attempt_id, exam_rev_id, result_id, started_utc_ms FROM attempts
  WHERE (:candidate_id = 0 OR candidate_id = :candidate_id)
    AND (:exam IS NULL OR exam = :exam)
    AND (:modes IS NULL OR instr(:modes, ' ' || mode || ' '))
    AND state <> 'running'
  ORDER BY started_utc_ms DESC, attempt_id DESC LIMIT :limit) a
JOIN section_result s ON s.result_id = a.result_id
LEFT JOIN section_rev v
  ON v.exam_rev_id = a.exam_rev_id AND v.ord = s.section_ord
ORDER BY a.started_utc_ms DESC, a.attempt_id DESC, s.section_ord;

-- The columns beside max() are those of the row that has it.
-- name: attempt_last_responses
SELECT
  x.item_id, p.answer, p.first_answer, p.marked, p.sure, p.time_ms,
  ir.earned < ir.possible AS missed, a.target_ms
FROM (
  SELECT item_id, attempt_id, number, max(utc_ms) FROM exposures
  WHERE candidate_id = :candidate_id AND kind = 'sat'
  GROUP BY item_id) x
JOIN attempts a ON a.attempt_id = x.attempt_id
JOIN response p ON p.attempt_id = x.attempt_id AND p.pos = x.number - 1
JOIN item_result ir ON ir.result_id = a.result_id AND ir.pos = p.pos
ORDER BY x.item_id;

-- name: attempt_remarks_remove
DELETE FROM remark WHERE attempt_id = :attempt_id;

-- name: attempt_exposures_remove
DELETE FROM exposure WHERE attempt_id = :attempt_id;

-- name: attempt_item_results_remove
DELETE FROM item_result WHERE result_id IN (
  SELECT result_id FROM result WHERE attempt_id = :attempt_id);

-- name: attempt_section_results_remove
DELETE FROM section_result WHERE result_id IN (
  SELECT result_id FROM result WHERE attempt_id = :attempt_id);

-- name: attempt_results_remove
DELETE FROM result WHERE attempt_id = :attempt_id;

-- name: attempt_responses_remove
DELETE FROM response WHERE attempt_id = :attempt_id;

-- name: attempt_events_remove
DELETE FROM event WHERE attempt_id = :attempt_id;

-- name: attempt_items_remove
DELETE FROM attempt_item WHERE attempt_id = :attempt_id;

-- name: attempt_remove
DELETE FROM attempt WHERE attempt_id = :attempt_id;

-- name: attempt_slots
SELECT
  item_id, rev_id, section_ord, section, topic, case_size, scored,
  option_order
FROM attempt_item WHERE attempt_id = :attempt_id ORDER BY pos;

-- name: attempt_item_scores
SELECT ir.pos, ir.earned, ir.possible
FROM results r JOIN item_result ir ON ir.result_id = r.result_id
WHERE r.attempt_id = :attempt_id ORDER BY ir.pos;
