-- A bank's way in. What runs once per question is kept to the least.

-- name: import_bank_add
INSERT INTO bank (name) VALUES (:bank) ON CONFLICT (name) DO NOTHING;

-- name: import_bank_find
SELECT bank_id FROM bank WHERE name = :bank;

-- name: import_head_find
SELECT head_id, version FROM bank_head
WHERE bank_id = :bank_id AND origin = :origin;

-- All that a bank says, as one text: the same text, the same bank. Revisions
-- stand for their content.
-- name: import_head_content
SELECT json_array(
  h.title, h.version, h.language, h.license, h.notice, h.authors, h.topic,
  h.based_on, h.code_years, h.contains_cpt,
  (SELECT json_group_array(json_array(key, value)) FROM
    (SELECT key, value FROM bank_extra WHERE head_id = h.head_id
     ORDER BY ord)),
  (SELECT json_group_array(json_array(name, case_rev_id)) FROM
    (SELECT name, case_rev_id FROM bank_case WHERE head_id = h.head_id
     ORDER BY ord)),
  (SELECT json_group_array(json_array(item_id, rev_id, status)) FROM
    (SELECT item_id, rev_id, status FROM bank_item
     WHERE head_id = h.head_id AND status <> 'absent' ORDER BY ord))
) AS content
FROM bank_head h WHERE h.bank_id = :bank_id AND h.origin = :origin;

-- name: import_head_put
INSERT INTO bank_head
  (bank_id, origin, source_id, title, version, language, license, notice,
   authors, topic, based_on, code_years, contains_cpt)
VALUES
  (:bank_id, :origin, :source_id, :title, :version, :language, :license,
   :notice, :authors, :topic, :based_on, :code_years, :contains_cpt)
ON CONFLICT (bank_id, origin) DO UPDATE SET
  source_id = excluded.source_id, title = excluded.title,
  version = excluded.version, language = excluded.language,
  license = excluded.license, notice = excluded.notice,
  authors = excluded.authors, topic = excluded.topic,
  based_on = excluded.based_on, code_years = excluded.code_years,
  contains_cpt = excluded.contains_cpt;

-- name: import_extras_remove
DELETE FROM bank_extra WHERE head_id = :head_id;

-- name: import_extra_add
INSERT INTO bank_extra (head_id, ord, key, value)
VALUES (:head_id, :ord, :key, :value);

-- name: import_cases_remove
DELETE FROM bank_case WHERE head_id = :head_id;

-- name: import_case_rev_add
INSERT INTO case_rev (sha256, content) VALUES (:sha256, :content)
ON CONFLICT (sha256) DO NOTHING;

-- name: import_case_rev_find
SELECT case_rev_id FROM case_rev WHERE sha256 = :sha256;

-- name: import_case_add
INSERT INTO bank_case (head_id, ord, name, case_rev_id)
VALUES (:head_id, :ord, :name, :case_rev_id);

-- Every known item of the bank, with its place in this head if it has one.
-- name: import_items_known
SELECT i.item_id, i.name, h.rev_id, h.ord, h.status
FROM item i
LEFT JOIN bank_item h ON h.head_id = :head_id AND h.item_id = i.item_id
WHERE i.bank_id = :bank_id;

-- name: import_rev_find
SELECT rev_id FROM item_rev WHERE full_sha256 = :full_sha256;

-- name: import_rev_add
INSERT INTO item_rev
  (full_sha256, asked_sha256, kind, topic, difficulty, needs, exams, not_exams,
   code_years, case_rev_id, case_name, asked, rest)
VALUES
  (:full_sha256, :asked_sha256, :kind, :topic, :difficulty, :needs, :exams,
   :not_exams, :code_years, :case_rev_id, :case_name, :asked, :rest)
ON CONFLICT (full_sha256) DO NOTHING;

-- name: import_tag_find
SELECT tag_id FROM tag WHERE kind = :kind AND name = :name;

-- name: import_tag_add
INSERT INTO tag (kind, name) VALUES (:kind, :name);

-- name: import_rev_tag_add
INSERT INTO rev_tag (rev_id, tag_id) VALUES (:rev_id, :tag_id)
ON CONFLICT DO NOTHING;

-- name: import_item_add
INSERT INTO item (bank_id, name) VALUES (:bank_id, :name);

-- name: import_item_find
SELECT item_id FROM item WHERE bank_id = :bank_id AND name = :name;

-- name: import_item_root
SELECT coalesce(merged_into, item_id) AS root FROM item
WHERE item_id = :item_id;

-- name: import_item_merge
UPDATE item SET merged_into = :root
WHERE (item_id = :item_id OR merged_into = :item_id) AND item_id <> :root
  AND merged_into IS NOT :root;

-- name: import_head_item_add
INSERT INTO bank_item (head_id, item_id, rev_id, ord, status)
VALUES (:head_id, :item_id, :rev_id, :ord, :status);

-- name: import_head_item_update
UPDATE bank_item SET rev_id = :rev_id, ord = :ord, status = :status
WHERE head_id = :head_id AND item_id = :item_id;

-- name: import_head_item_absent
UPDATE bank_item SET status = 'absent'
WHERE head_id = :head_id AND item_id = :item_id;

-- name: import_history_add
INSERT INTO item_history (item_id, rev_id, source_id)
VALUES (:item_id, :rev_id, :source_id)
ON CONFLICT DO NOTHING;
