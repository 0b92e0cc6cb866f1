-- Notes, causes and disputes. A question is known by all names it ever had.

-- What the new one stands in place of. A cause belongs to its attempt too; of
-- disputes only the open one is replaced.
-- name: remark_remove
DELETE FROM remark
WHERE candidate_id = :candidate_id AND kind = :kind
  AND (kind <> 'cause' OR attempt_id IS :attempt_id)
  AND (kind <> 'dispute' OR state = 'open')
  AND item_id IN (
    SELECT t.item_id FROM item i
    JOIN item t ON coalesce(t.merged_into, t.item_id)
      = coalesce(i.merged_into, i.item_id)
    WHERE i.item_id = :item_id);

-- name: remark_add
INSERT INTO remark
  (uuid, candidate_id, item_id, rev_id, attempt_id, kind, text, claim, state,
   utc_ms)
VALUES
  (:uuid, :candidate_id, :item_id, :rev_id, :attempt_id, :kind, :text, :claim,
   'open', :utc_ms);

-- Kinds come as text: " note cause ".
-- name: remark_list
SELECT
  remark_id, candidate_id, candidate, item_id, bank, question AS name, rev_id,
  attempt_id, kind, text, claim, state, utc_ms
FROM remarks
WHERE (:candidate_id = 0 OR candidate_id = :candidate_id)
  AND (:item_id = 0 OR item_id = (
    SELECT coalesce(merged_into, item_id) FROM item
    WHERE item_id = :item_id))
  AND (:attempt_id = 0 OR attempt_id = :attempt_id)
  AND (:kinds IS NULL OR instr(:kinds, ' ' || kind || ' '))
  AND (:open_only = 0 OR state = 'open')
ORDER BY utc_ms DESC, remark_id DESC;

-- What was noted while a question was asked. The index has the few responses
-- with a note; without it all of them would be read.
-- name: remark_sitting_notes
SELECT
  0 AS remark_id, a.candidate_id, c.label AS candidate, t.item_id,
  b.name AS bank, t.name AS name, ai.rev_id, a.attempt_id, 'note' AS kind,
  p.note AS text, NULL AS claim, 'open' AS state, a.ended_utc_ms AS utc_ms
FROM attempt a
CROSS JOIN response p INDEXED BY response_note ON p.attempt_id = a.attempt_id
JOIN candidate c ON c.candidate_id = a.candidate_id
JOIN attempt_item ai ON ai.attempt_id = p.attempt_id AND ai.pos = p.pos
JOIN item i ON i.item_id = ai.item_id
JOIN item t ON t.item_id = coalesce(i.merged_into, i.item_id)
JOIN bank b ON b.bank_id = t.bank_id
WHERE a.candidate_id = :candidate_id AND a.state <> 'running'
  AND p.note IS NOT NULL
ORDER BY a.ended_utc_ms DESC, a.attempt_id DESC, p.pos DESC;
