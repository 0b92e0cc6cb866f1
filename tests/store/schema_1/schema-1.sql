PRAGMA application_id = 1886547811;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO "attempt" VALUES(1,X'7B39D130B77F4DEB8117118C13F0F9B3',1,1,'exam','submitted','1',1,1,1800000,100,0,5,0,0,0,1798000000000,0,1798000110000,110000,'11111111-2222-3333-4444-555555555555',1110000,1110000,1798000110000,'0.1.0');
INSERT INTO "attempt" VALUES(2,X'298EC738240C41068223A2D07486576A',1,1,'exam','submitted','2',1,1,1800000,100,0,5,0,0,0,1798086510000,0,1798086575000,65000,'11111111-2222-3333-4444-555555555555',87575000,87575000,1798086575000,'0.1.0');
INSERT INTO "attempt" VALUES(3,X'0E9CF84B943141689D34A7FBA2A0E00B',1,1,'exam','running','3',1,1,1800000,100,0,5,0,0,0,1798172975000,0,NULL,25000,'11111111-2222-3333-4444-555555555555',174000000,174000000,1798173000000,'0.1.0');
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
INSERT INTO "attempt_item" VALUES(1,0,5,5,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(1,1,2,2,0,'parts','parts/heart',1,1,'ABC');
INSERT INTO "attempt_item" VALUES(1,2,4,4,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(1,3,1,1,0,'parts','parts/heart',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(1,4,7,7,1,'typed','typed',1,1,'');
INSERT INTO "attempt_item" VALUES(2,0,2,2,0,'parts','parts/heart',1,1,'ABC');
INSERT INTO "attempt_item" VALUES(2,1,4,4,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(2,2,3,3,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(2,3,5,5,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(2,4,7,7,1,'typed','typed',1,1,'');
INSERT INTO "attempt_item" VALUES(3,0,4,4,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(3,1,3,3,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(3,2,6,6,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(3,3,5,5,0,'parts','parts',1,1,'ABCD');
INSERT INTO "attempt_item" VALUES(3,4,7,7,1,'typed','typed',1,1,'');
CREATE TABLE bank (
  bank_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1))
) STRICT;
INSERT INTO "bank" VALUES(1,'proctor/one',1);
INSERT INTO "bank" VALUES(2,'proctor/two',1);
CREATE TABLE bank_case (
  head_id INTEGER NOT NULL REFERENCES bank_head,
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  case_rev_id INTEGER NOT NULL REFERENCES case_rev,
  PRIMARY KEY (head_id, ord)
) STRICT, WITHOUT ROWID;
INSERT INTO "bank_case" VALUES(1,0,'stay',1);
CREATE TABLE bank_extra (
  head_id INTEGER NOT NULL REFERENCES bank_head,
  ord INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (head_id, ord)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "bank_head" VALUES(1,1,'shipped',3,'The first bank','1.0','en','CC0-1.0',NULL,'proctor contributors',NULL,NULL,NULL,0);
INSERT INTO "bank_head" VALUES(2,2,'shipped',4,'The second bank','1.0','en','CC0-1.0',NULL,'proctor contributors',NULL,NULL,NULL,0);
CREATE TABLE bank_item (
  head_id INTEGER NOT NULL REFERENCES bank_head,
  item_id INTEGER NOT NULL REFERENCES item,
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  ord INTEGER NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('active', 'retired', 'void', 'absent')),
  PRIMARY KEY (head_id, item_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "bank_item" VALUES(1,1,1,0,'active');
INSERT INTO "bank_item" VALUES(1,2,2,1,'active');
INSERT INTO "bank_item" VALUES(1,3,3,2,'active');
INSERT INTO "bank_item" VALUES(2,4,4,0,'active');
INSERT INTO "bank_item" VALUES(2,5,5,1,'active');
INSERT INTO "bank_item" VALUES(2,6,6,2,'active');
INSERT INTO "bank_item" VALUES(2,7,7,3,'active');
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
INSERT INTO "candidate" VALUES(1,X'AB67307B181A43E9B2BF404099AFEBD8','Candidate','local',100,0,NULL,NULL);
CREATE TABLE case_rev (
  case_rev_id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  content TEXT NOT NULL
) STRICT;
INSERT INTO "case_rev" VALUES(1,X'BB6DB929A286395D5A3C7EE7C98364EC9A468AD30D3BC0591D101D46DBCAC767','format 14:proctor-case/1
id 4:stay
title 12:A short stay
parts 1
text 44:The heart was listened to, and it was well.

');
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
INSERT INTO "event" VALUES(1,1,0,1798000000000,'start',NULL,NULL);
INSERT INTO "event" VALUES(1,2,0,1798000000000,'visit',0,NULL);
INSERT INTO "event" VALUES(1,3,0,1798000000000,'answer',0,'A');
INSERT INTO "event" VALUES(1,4,0,1798000000000,'mark',0,'1');
INSERT INTO "event" VALUES(1,5,60000,1798000060000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(1,6,60000,1798000060000,'visit',1,NULL);
INSERT INTO "event" VALUES(1,7,60000,1798000060000,'answer',1,'B');
INSERT INTO "event" VALUES(1,8,60000,1798000060000,'answer',1,'A');
INSERT INTO "event" VALUES(1,9,60000,1798000060000,'note',1,'Look this up.');
INSERT INTO "event" VALUES(1,10,90000,1798000090000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(1,11,90000,1798000090000,'visit',3,NULL);
INSERT INTO "event" VALUES(1,12,90000,1798000090000,'answer',3,'B');
INSERT INTO "event" VALUES(1,13,110000,1798000110000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(1,14,110000,1798000110000,'visit',4,NULL);
INSERT INTO "event" VALUES(1,15,110000,1798000110000,'answer',4,'dx=I50.9');
INSERT INTO "event" VALUES(1,16,110000,1798000110000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(1,17,110000,1798000110000,'end',NULL,'submitted');
INSERT INTO "event" VALUES(2,1,0,1798086510000,'start',NULL,NULL);
INSERT INTO "event" VALUES(2,2,0,1798086510000,'visit',0,NULL);
INSERT INTO "event" VALUES(2,3,0,1798086510000,'answer',0,'B');
INSERT INTO "event" VALUES(2,4,40000,1798086550000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(2,5,40000,1798086550000,'visit',1,NULL);
INSERT INTO "event" VALUES(2,6,40000,1798086550000,'answer',1,'C');
INSERT INTO "event" VALUES(2,7,55000,1798086565000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(2,8,55000,1798086565000,'visit',2,NULL);
INSERT INTO "event" VALUES(2,9,65000,1798086575000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(2,10,65000,1798086575000,'end',NULL,'submitted');
INSERT INTO "event" VALUES(3,1,0,1798172975000,'start',NULL,NULL);
INSERT INTO "event" VALUES(3,2,0,1798172975000,'visit',0,NULL);
INSERT INTO "event" VALUES(3,3,0,1798172975000,'answer',0,'A');
INSERT INTO "event" VALUES(3,4,25000,1798173000000,'heartbeat',NULL,NULL);
INSERT INTO "event" VALUES(3,5,25000,1798173000000,'visit',1,NULL);
INSERT INTO "event" VALUES(3,6,25000,1798173000000,'strike',1,'B');
CREATE TABLE exam_head (
  exam TEXT NOT NULL,
  version TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'user')),
  exam_rev_id INTEGER NOT NULL REFERENCES exam_rev,
  source_id INTEGER NOT NULL REFERENCES source,
  PRIMARY KEY (exam, version, origin)
) STRICT, WITHOUT ROWID;
INSERT INTO "exam_head" VALUES('first','1','shipped',1,2);
CREATE TABLE exam_rev (
  exam_rev_id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  exam TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  yaml TEXT NOT NULL
) STRICT;
INSERT INTO "exam_rev" VALUES(1,X'CB675A7F078C811E05823C05F5E4D69F48D5EC84878D23E4A52F3133C2C61966','first','1','First Exam','format: proctor-exam/1
exam: first
title: First Exam
issuer: Nobody
type: mock
status: live
version: "1"
minutes: 30
items: {scored: 5, pretest: 0}
pass: {percent: 70}
order: by-section
navigation: free
scoring: {multiple: all-or-nothing, codes: slots}
books: [icd-10-cm]
warn_minutes: [5]
breaks: clock-runs
facts:
  minutes: {confidence: A, source: made}
sections:
  - {id: parts, title: Parts, items: 4, topics: [parts], confidence: A, source: made}
  - {id: typed, title: Typed codes, items: 1, topics: [typed]}
');
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
INSERT INTO "exposure" VALUES(1,1,1,'sat',1,3,1798000110000);
INSERT INTO "exposure" VALUES(1,2,1,'sat',1,1,1798000110000);
INSERT INTO "exposure" VALUES(1,2,2,'sat',2,0,1798086575000);
INSERT INTO "exposure" VALUES(1,3,1,'sat',2,2,1798086575000);
INSERT INTO "exposure" VALUES(1,4,1,'revealed',1,2,1798000110000);
INSERT INTO "exposure" VALUES(1,4,2,'sat',2,1,1798086575000);
INSERT INTO "exposure" VALUES(1,5,1,'sat',1,0,1798000110000);
INSERT INTO "exposure" VALUES(1,7,1,'sat',1,4,1798000110000);
CREATE TABLE item (
  item_id INTEGER PRIMARY KEY,
  bank_id INTEGER NOT NULL REFERENCES bank,
  name TEXT NOT NULL,
  merged_into INTEGER REFERENCES item CHECK (merged_into <> item_id),
  UNIQUE (bank_id, name)
) STRICT;
INSERT INTO "item" VALUES(1,1,'heart',NULL);
INSERT INTO "item" VALUES(2,1,'well',NULL);
INSERT INTO "item" VALUES(3,1,'organs',NULL);
INSERT INTO "item" VALUES(4,2,'kidney',NULL);
INSERT INTO "item" VALUES(5,2,'liver',NULL);
INSERT INTO "item" VALUES(6,2,'stomach',NULL);
INSERT INTO "item" VALUES(7,2,'failure',NULL);
CREATE TABLE item_history (
  item_id INTEGER NOT NULL REFERENCES item,
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  source_id INTEGER NOT NULL REFERENCES source,
  PRIMARY KEY (item_id, rev_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_result (
  result_id INTEGER NOT NULL REFERENCES result,
  pos INTEGER NOT NULL,
  earned INTEGER NOT NULL,
  possible INTEGER NOT NULL,
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  PRIMARY KEY (result_id, pos)
) STRICT, WITHOUT ROWID;
INSERT INTO "item_result" VALUES(1,0,0,100,1);
INSERT INTO "item_result" VALUES(1,1,0,100,1);
INSERT INTO "item_result" VALUES(1,2,0,100,1);
INSERT INTO "item_result" VALUES(1,3,0,100,1);
INSERT INTO "item_result" VALUES(1,4,100,100,1);
INSERT INTO "item_result" VALUES(2,0,100,100,1);
INSERT INTO "item_result" VALUES(2,1,0,100,1);
INSERT INTO "item_result" VALUES(2,2,0,100,1);
INSERT INTO "item_result" VALUES(2,3,0,100,1);
INSERT INTO "item_result" VALUES(2,4,0,100,1);
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
INSERT INTO "item_rev" VALUES(1,X'233BE4BC3889A7E8DEA28928546DE190B2705911E3B49BAD154B949663975800',X'4FC43B2E32A24E146E4713D24A8AC963A5DD6AE035031D364EFB23C262EFE3F4','single','parts/heart',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'format 15:proctor-asked/1
kind 6:single
stem 28:Which word part means heart?
options 4
letter 1:A
text 7:cardi/o
key 1:1
letter 1:B
text 7:nephr/o
letter 1:C
text 7:hepat/o
letter 1:D
text 7:gastr/o
','format 14:proctor-rest/1
topic 11:parts/heart
shuffle 2:no
option 1:A
option 1:B
option 1:C
option 1:D
rationale 17:Cardi/o is heart.
references 1
reference 4:made
');
INSERT INTO "item_rev" VALUES(2,X'C6727CF750B0488B13F293A9971EB0974D0CD4FEA47622EBB58B7FA572665055',X'8828FC7724527B5387D69FE92817AE8379560D2B937828AC4A5A58BF0BD574C8','single','parts/heart',NULL,NULL,NULL,NULL,NULL,1,'stay','format 15:proctor-asked/1
kind 6:single
case 64:bb6db929a286395d5a3c7ee7c98364ec9a468ad30d3bc0591d101d46dbcac767
stem 18:How was the heart?
options 3
letter 1:A
text 3:ill
letter 1:B
text 4:well
key 1:1
letter 1:C
text 6:absent
','format 14:proctor-rest/1
topic 11:parts/heart
shuffle 2:no
option 1:A
option 1:B
option 1:C
rationale 19:The record says so.
references 1
reference 4:made
');
INSERT INTO "item_rev" VALUES(3,X'49C82EB7C1EAA7EB8C0512E25DA0C3E1825B53A7B678C15D05B2D8E5AC5864D2',X'5020E41F30145D7852219F6B508707804877E4C3398229706B6DE7F67B9554B7','multiple','parts',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'format 15:proctor-asked/1
kind 8:multiple
stem 31:Choose the two that are organs.
options 4
letter 1:A
text 5:heart
key 1:1
letter 1:B
text 5:fever
letter 1:C
text 5:liver
key 1:1
letter 1:D
text 5:cough
','format 14:proctor-rest/1
topic 5:parts
shuffle 2:no
option 1:A
option 1:B
option 1:C
option 1:D
rationale 27:Heart and liver are organs.
references 1
reference 4:made
');
INSERT INTO "item_rev" VALUES(4,X'A22F050D0AAAAF2C4A454DAF1A6415DE331CF501E64908B3F8F4D3A3BD7DB803',X'9F172C680A33075020A2513BC9AA7F6B41D2848AFB043B3D5B4099B9E0BF8061','single','parts',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'format 15:proctor-asked/1
kind 6:single
stem 29:Which word part means kidney?
options 4
letter 1:A
text 7:cardi/o
letter 1:B
text 7:nephr/o
key 1:1
letter 1:C
text 7:hepat/o
letter 1:D
text 7:gastr/o
','format 14:proctor-rest/1
topic 5:parts
shuffle 2:no
option 1:A
option 1:B
option 1:C
option 1:D
rationale 18:Nephr/o is kidney.
references 1
reference 4:made
');
INSERT INTO "item_rev" VALUES(5,X'432D3D61A6BF8FC399B30104CCC59D8751543E1FF53BE0670CC13CA2ED5EE8FD',X'3BB15CED5A3C81ACB4512FF3C843E735B80CCBC3CD7C191FDF150746EA2FC525','single','parts',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'format 15:proctor-asked/1
kind 6:single
stem 28:Which word part means liver?
options 4
letter 1:A
text 7:cardi/o
letter 1:B
text 7:nephr/o
letter 1:C
text 7:hepat/o
key 1:1
letter 1:D
text 7:gastr/o
','format 14:proctor-rest/1
topic 5:parts
shuffle 2:no
option 1:A
option 1:B
option 1:C
option 1:D
rationale 17:Hepat/o is liver.
references 1
reference 4:made
');
INSERT INTO "item_rev" VALUES(6,X'59F2C9B687F4DD385A5E26D9D1D4C058FE697352A78822A0A4C8390E384804FF',X'378F71F3C91D04A15CC047DD9E24C07F902C14465E9CD6DA4E51A3C6CC76B053','single','parts',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'format 15:proctor-asked/1
kind 6:single
stem 30:Which word part means stomach?
options 4
letter 1:A
text 7:cardi/o
letter 1:B
text 7:nephr/o
letter 1:C
text 7:hepat/o
letter 1:D
text 7:gastr/o
key 1:1
','format 14:proctor-rest/1
topic 5:parts
shuffle 2:no
option 1:A
option 1:B
option 1:C
option 1:D
rationale 19:Gastr/o is stomach.
references 1
reference 4:made
');
INSERT INTO "item_rev" VALUES(7,X'EE74CD577538B6192DD91CB906A9866F43AD885FDFDCB750F93EBA4E1167241E',X'ECB1744018E8CB6ED424A22151C55F61883976DA72E627810CA56F27B5E33DE8','codes','typed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'format 15:proctor-asked/1
kind 5:codes
stem 53:Enter the code for heart failure, not otherwise said.
fields 1
id 2:dx
label 9:Diagnosis
set 9:icd-10-cm
slots 1
accepted 1
code 5:I50.9
','format 14:proctor-rest/1
topic 5:typed
shuffle 4:auto
field 2:dx
rationale 27:Heart failure, unspecified.
references 1
reference 4:made
');
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
INSERT INTO "response" VALUES(1,0,'A','A',NULL,NULL,1,NULL,60000,1,0);
INSERT INTO "response" VALUES(1,1,'A','B','Look this up.',NULL,0,NULL,30000,1,1);
INSERT INTO "response" VALUES(1,3,'B','B',NULL,NULL,0,NULL,20000,1,0);
INSERT INTO "response" VALUES(1,4,'dx=I50.9','dx=I50.9',NULL,NULL,0,NULL,0,1,0);
INSERT INTO "response" VALUES(2,0,'B','B',NULL,NULL,0,NULL,40000,1,0);
INSERT INTO "response" VALUES(2,1,'C','C',NULL,NULL,0,NULL,15000,1,0);
INSERT INTO "response" VALUES(2,2,NULL,NULL,NULL,NULL,0,NULL,10000,1,0);
INSERT INTO "response" VALUES(3,0,'A','A',NULL,NULL,0,NULL,25000,1,0);
INSERT INTO "response" VALUES(3,1,NULL,NULL,NULL,'B',0,NULL,0,1,0);
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
INSERT INTO "result" VALUES(1,1,1,1,NULL,1798000110000,100,500,350,70,'not_passed',5,1,1,1);
INSERT INTO "result" VALUES(2,2,1,1,NULL,1798086575000,100,500,350,70,'not_passed',5,1,3,2);
CREATE TABLE rev_tag (
  rev_id INTEGER NOT NULL REFERENCES item_rev,
  tag_id INTEGER NOT NULL REFERENCES tag,
  PRIMARY KEY (rev_id, tag_id)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "section_result" VALUES(1,0,0,400,4,0,1);
INSERT INTO "section_result" VALUES(1,1,100,100,1,1,0);
INSERT INTO "section_result" VALUES(2,0,100,400,4,1,2);
INSERT INTO "section_result" VALUES(2,1,0,100,1,0,1);
CREATE TABLE section_rev (
  exam_rev_id INTEGER NOT NULL REFERENCES exam_rev,
  ord INTEGER NOT NULL,
  section TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (exam_rev_id, ord)
) STRICT, WITHOUT ROWID;
INSERT INTO "section_rev" VALUES(1,0,'parts','Parts');
INSERT INTO "section_rev" VALUES(1,1,'typed','Typed codes');
CREATE TABLE section_topic (
  exam_rev_id INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (exam_rev_id, ord, topic),
  FOREIGN KEY (exam_rev_id, ord) REFERENCES section_rev
) STRICT, WITHOUT ROWID;
INSERT INTO "section_topic" VALUES(1,0,'parts');
INSERT INTO "section_topic" VALUES(1,1,'typed');
CREATE TABLE seen_file (
  path TEXT PRIMARY KEY,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  mtime_ms INTEGER NOT NULL,
  app_version TEXT NOT NULL,
  seen_utc_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "seen_file" VALUES('/usr/share/proctor/banks/one.yaml',X'C9698ECD0A2AC7B1A3FC0ACCC0A9FDD1501AE55DCD5A474D26233FEB5FEB94BD',959,1795450512216,'0.1.0',1798086510000);
INSERT INTO "seen_file" VALUES('/usr/share/proctor/banks/two.yaml',X'1F8E95E4CBB02F876B1A4A4B15CD2EB0F39BB7C59DC89D5D9CAB4D2F280DFBFB',1121,1795450512216,'0.1.0',1798086510000);
INSERT INTO "seen_file" VALUES('/usr/share/proctor/exams/first.yaml',X'CB675A7F078C811E05823C05F5E4D69F48D5EC84878D23E4A52F3133C2C61966',516,1795450512216,'0.1.0',1798086510000);
INSERT INTO "seen_file" VALUES('/usr/share/proctor/topics.yaml',X'956AF714B9B4C62A416DD1F2EA4696BF6CFEFB5AF4810295C2785B0E04AE1DA1',135,1795450512216,'0.1.0',1798086510000);
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
INSERT INTO "source" VALUES(1,'topics','shipped','/usr/share/proctor/topics.yaml',X'956AF714B9B4C62A416DD1F2EA4696BF6CFEFB5AF4810295C2785B0E04AE1DA1',135,1795450512216,'0.1.0',1798000000000);
INSERT INTO "source" VALUES(2,'exam','shipped','/usr/share/proctor/exams/first.yaml',X'CB675A7F078C811E05823C05F5E4D69F48D5EC84878D23E4A52F3133C2C61966',516,1795450512216,'0.1.0',1798000000000);
INSERT INTO "source" VALUES(3,'bank','shipped','/usr/share/proctor/banks/one.yaml',X'C9698ECD0A2AC7B1A3FC0ACCC0A9FDD1501AE55DCD5A474D26233FEB5FEB94BD',959,1795450512216,'0.1.0',1798000000000);
INSERT INTO "source" VALUES(4,'bank','shipped','/usr/share/proctor/banks/two.yaml',X'1F8E95E4CBB02F876B1A4A4B15CD2EB0F39BB7C59DC89D5D9CAB4D2F280DFBFB',1121,1795450512216,'0.1.0',1798000000000);
CREATE TABLE tag (
  tag_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('enemy', 'objective')),
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;
CREATE TABLE topic (
  topic TEXT PRIMARY KEY,
  title TEXT,
  moved_to TEXT,
  source_id INTEGER NOT NULL REFERENCES source
) STRICT, WITHOUT ROWID;
INSERT INTO "topic" VALUES('parts','Parts',NULL,1);
INSERT INTO "topic" VALUES('parts/heart','Heart',NULL,1);
INSERT INTO "topic" VALUES('typed','Typed codes',NULL,1);
CREATE INDEX item_merged ON item (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX attempt_candidate ON attempt (candidate_id);
CREATE UNIQUE INDEX attempt_one_running ON attempt (candidate_id)
  WHERE state = 'running' AND mode = 'exam';
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
CREATE VIEW results AS
SELECT
  result_id, attempt_id, seq, scorer, corrections, utc_ms, earned, possible,
  needed, cut, verdict, asked, right, blank, not_reached
FROM result r
WHERE seq = (SELECT max(seq) FROM result x WHERE x.attempt_id = r.attempt_id);
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
CREATE VIEW section_results AS
SELECT
  r.attempt_id, s.section_ord + 1 AS number, v.section, v.title, s.earned,
  s.possible, s.asked, s.right, s.blank
FROM results r
JOIN section_result s ON s.result_id = r.result_id
JOIN attempt a ON a.attempt_id = r.attempt_id
LEFT JOIN section_rev v
  ON v.exam_rev_id = a.exam_rev_id AND v.ord = s.section_ord;
CREATE VIEW exposures AS
SELECT
  x.candidate_id, coalesce(i.merged_into, i.item_id) AS item_id, x.n, x.kind,
  x.attempt_id, x.pos + 1 AS number, x.utc_ms
FROM exposure x
JOIN item i ON i.item_id = x.item_id;
COMMIT;
