"""The commands that list: as text, JSON and CSV, with and without content, and
what wrong calls are told.

usage: test_tables.py PROGRAM
"""
import csv
import io
import json
import os
import re
import sys

from program import HERE, World, expect, expect_in, rows, tap

PROGRAM = os.path.abspath(sys.argv[1])
BANK = HERE / 'data' / 'banks' / 'small.yaml'
TESTS = []


def test(function):
    TESTS.append((function.__name__, function))
    return function


def good(world, *arguments, **more):
    run = world.run(*arguments, **more)
    expect(run.returncode, 0, f'{arguments}: {run.stderr}')
    return run


def refused(world, arguments, status, part):
    """The call fails with that status and says so on stderr only."""
    run = world.run(*arguments)
    expect(run.returncode, status, f'{arguments}: {run.stdout}{run.stderr}')
    expect_in(part, run.stderr)
    expect(run.stdout, '', arguments)


def sit(world, seed, answers, review=()):
    good(world, 'sit', 'small', '--plain', '--seed', seed,
         lines=['start', *answers, 'submit', 'submit', *review, 'done'])


def lived_in(world):
    """Two mocks of Ann's, the first with a note, a cause and a dispute."""
    good(world, 'candidates', 'rename', 'Candidate', 'Ann')
    good(world, 'candidates', 'set', 'Ann', '--exam', 'small',
         '--date', '2027-02-28')
    sit(world, '1', ['ac', 'next', 'b', 'next', 'a'],
        ['open 2', 'note Mind the =suffix.', 'dispute C It is the third.',
         'open 3', 'cause guess'])
    sit(world, '2', ['b', 'next', 'a', 'next', 'c', 'b'])


# --- what holds for all of them -----------------------------------------------

# Arguments, and what the JSON calls it.
TABLES = (
    (['status'], 'status'),
    (['exams'], 'exams'),
    (['banks'], 'banks'),
    (['questions', 'journeys/small'], 'questions'),
    (['history'], 'history'),
    (['history', '--exam', 'small', '--kind', 'mocks'], 'history'),
    (['trend'], 'trend'),
    (['weak'], 'weak'),
    (['weak', '--topics'], 'weak'),
    (['weak', '--rests', 'basics'], 'evidence'),
    (['notes'], 'notes'),
    (['disputes'], 'disputes'),
    (['search', 'which', 'word'], 'search'),
    (['candidates'], 'candidates'),
    (['settings'], 'settings'),
    (['settings', 'theme'], 'settings'),
    (['practice', 'missed', '--dry-run'], 'practice'),
)


def read_csv(text):
    return list(csv.reader(io.StringIO(text)))


def text_rows(text):
    """Lines of the table, without its titles and what stands below it."""
    return text.split('\n\n')[0].rstrip('\n').split('\n')[1:]


@test
def every_table_is_the_same_as_text_json_and_csv():
    with World(PROGRAM) as world:
        lived_in(world)
        for arguments, name in TABLES:
            document = json.loads(good(world, *arguments, '--json').stdout)
            heads, *lines = read_csv(good(world, *arguments, '--csv').stdout)
            text = good(world, *arguments)
            expect(text.stderr, '', arguments)
            expect(document['schema'], f'proctor-{name}/1', arguments)
            expect(len(document['rows']) > 0, True, arguments)
            expect(len(lines), len(document['rows']), arguments)
            expect(heads, list(document['rows'][0]), arguments)
            if arguments != ['settings', 'theme']:
                expect(len(text_rows(text.stdout)), len(lines), arguments)


@test
def csv_is_guarded_against_formulas_unless_raw():
    with World(PROGRAM) as world:
        lived_in(world)
        world.run('sit', 'small', '--plain', lines=[
            'start', 'submit', 'submit', 'open 1', 'note =1+1', 'done'])
        expect_in('"\'=1+1"', good(world, 'notes', '--csv').stdout)
        expect_in(',=1+1', good(world, 'notes', '--csv', '--raw').stdout)


@test
def empty_tables_say_so():
    empty = (
        (['history'], 'No exam was sat yet'),
        (['history', '--kind', 'practice'], 'No such attempt'),
        (['trend', 'small'], 'No mock of this exam'),
        (['weak', '--topics', '--exam', 'small'], 'Nothing was answered yet'),
        (['weak', '--exam', 'small', '--rests', 'basics'], 'No answer counts'),
        (['notes'], 'no notes yet'),
        (['disputes'], 'no open disputes'),
        (['search', 'nothingness'], 'Nothing was found'),
    )
    with World(PROGRAM) as world:
        for arguments, part in empty:
            expect_in(part, good(world, *arguments).stdout)
            expect(rows(good(world, *arguments, '--json')), [], arguments)
            expect(len(read_csv(good(world, *arguments, '--csv').stdout)), 1)


@test
def unknown_names_are_status_1_and_name_the_nearest():
    unknown = (
        (['history', '--exam', 'smal'], "did you mean 'small'?"),
        (['trend', 'smal'], "did you mean 'small'?"),
        (['weak', '--exam', 'smal'], "did you mean 'small'?"),
        (['weak', '--exam', 'small', '--rests', 'basic'],
         "did you mean 'basics'?"),
        (['weak', '--exam', 'small', '--rests', 'nowhere'],
         '`proctor weak` lists them'),
        (['questions', 'journeys/smal'], "did you mean 'journeys/small'?"),
        (['question', 'journeys/small/hart'], "did you mean 'heart'?"),
        (['question', 'nothing'], 'nothing'),
        (['banks', 'disable', 'journeys/smal'],
         "did you mean 'journeys/small'?"),
        (['exams', 'disable', 'smal'], "did you mean 'small'?"),
        (['settings', 'them'], "did you mean 'theme'?"),
        (['candidates', 'set', 'Candidat', '--exam', 'small'],
         "did you mean 'Candidate'?"),
        (['--candidate', 'Candidat', 'history'], "did you mean 'Candidate'?"),
        (['practice', 'section', 'basic', '--exam', 'small', '--dry-run'],
         "did you mean 'basics'?"),
        (['practice', 'topic', 'basic', '--plain'], "did you mean 'basics'?"),
        (['practice', 'bank', 'journeys/smal', '--dry-run'],
         "did you mean 'journeys/small'?"),
        (['practice', 'exam', 'smal', '--dry-run'], "did you mean 'small'?"),
        (['show', '7'], 'no attempt 7'),
    )
    with World(PROGRAM) as world:
        for arguments, part in unknown:
            refused(world, arguments, 1, part)


@test
def wrong_usage_is_status_2():
    wrong = (
        (['practice', 'exma'], 'there is exam, section, topic'),
        (['practice', 'topic'], 'usage: proctor practice topic NAME'),
        (['practice', 'missed', 'x'], 'takes no name'),
        (['practice', 'missed', '--questions', '201'], 'from 1 to 200'),
        (['practice', 'missed', '--minutes', '0'], 'from 1 to 600'),
        (['practice', 'missed', '--json'], 'go with --dry-run'),
        (['history', '--kind', 'mock'], 'there is all, mocks, practice'),
        (['exams', 'hide', 'small'], 'usage: proctor exams [enable'),
        (['banks', 'enable'], 'usage: proctor banks [adopt'),
        (['banks', 'enable', 'x', '--json'], 'has no option --json'),
        (['disputes', 'exports'], 'usage: proctor disputes [export]'),
        (['disputes', '--output', 'x'], '`proctor disputes` has no option'),
        (['disputes', 'export', '--csv'], '`proctor disputes export` has no'),
        (['disputes', 'export', '-o'], '--output needs a value'),
        (['candidates', 'add'], 'usage: proctor candidates'),
        (['candidates', 'add', 'Ann', 'Ben'], 'usage: proctor candidates'),
        (['candidates', '--exam', 'small'], 'has no option --exam'),
        (['candidates', 'remove', 'x', '--date', ''], 'has no option --date'),
        (['candidates', 'set', 'Candidate'], 'say what to change'),
        (['candidates', 'add', 'Ann', '--exam', 'smal'],
         "did you mean 'small'?"),
        (['candidates', 'add', 'Ann', '--date', '2027-02-30'], 'is no date'),
        (['candidates', 'add', 'Ann', '--time-percent', '99'], '100 to 400'),
        (['candidates', 'add', 'Ann', '--add-minutes', '1441'], '0 to 1440'),
        (['candidates', 'add', 'candidate'], 'already a candidate'),
        (['settings', 'theme', 'pink'], 'auto, dark, light, mono'),
        (['settings', 'theme', 'dark', '--json'], 'has no option --json'),
        (['settings', 'theme', 'dark', 'light'], 'usage: proctor settings'),
        (['show', '1', '--compare', 'first'], "'first' is not the number"),
        (['question', 'journeys/small/heart', '--csv'], 'has no option --csv'),
        (['questions'], 'usage: proctor questions BANK'),
        (['search'], 'usage: proctor search WORD...'),
        (['search', 'x'], 'at least 2 characters'),
        (['--completion', 'tcsh'], 'bash zsh fish'),
        (['status', 'now'], 'usage: proctor status'),
    )
    with World(PROGRAM) as world:
        for arguments, part in wrong:
            refused(world, arguments, 2, part)
        expect(len(rows(good(world, 'candidates', '--json'))), 1)


@test
def read_only_database_is_read_and_not_changed():
    with World(PROGRAM) as world:
        lived_in(world)
        talk = world.talk('--plain')
        talk.listen()
        for arguments, _ in TABLES:
            run = good(world, *arguments)
            expect(run.stderr.count('reading only'),
                   0 if arguments[0] == 'settings' else 1, arguments)
        for arguments in (['show', '1'], ['disputes', 'export'],
                          ['question', 'journeys/small/heart', '--key']):
            expect_in('reading only', good(world, *arguments).stderr)
        for arguments in (['candidates', 'add', 'Ben'],
                          ['candidates', 'set', 'Ann', '--exam', ''],
                          ['candidates', 'rename', 'Ann', 'Ben'],
                          ['candidates', 'remove', 'Ann'],
                          ['banks', 'disable', 'journeys/small'],
                          ['exams', 'disable', 'small']):
            refused(world, arguments, 3, 'close it first')
        talk.hear_end()
        people = rows(good(world, 'candidates', '--json'))
    expect([(p['name'], p['exam']) for p in people], [('Ann', 'small')])


# --- where one stands ---------------------------------------------------------

def status(world):
    return rows(good(world, 'status', '--json'))[0]


@test
def status_tells_the_next_step():
    with World(PROGRAM) as world:
        expect(status(world)['next'], 'choose')
        good(world, 'candidates', 'set', 'Candidate', '--exam', 'small')
        now = status(world)
        expect((now['next'], now['exam'], now['running_attempt']),
               ('mock', 'small', None))
        world.run('sit', 'small', '--plain', '--seed', '1', lines=['start'])
        now = status(world)
        expect((now['next'], now['running_attempt']), ('resume', 1))
        expect_in('An exam waits', now['words'])
        expect_in(now['words'], good(world, 'status').stdout)


@test
def status_has_null_for_what_is_not_there():
    with World(PROGRAM) as world:
        now = status(world)
    for field in ('exam', 'days_left', 'fresh_mocks', 'running_attempt',
                  'running_practice'):
        expect(now[field], None, field)
    expect(now['questions'], 8)


# --- practice -----------------------------------------------------------------

@test
def dry_run_of_a_practice_draws_nothing():
    with World(PROGRAM) as world:
        good(world, 'candidates', 'set', 'Candidate', '--exam', 'small')
        run = good(world, 'practice', 'topic', 'basics', '--dry-run')
        expect_in('kept back', run.stdout)
        offer = rows(good(world, 'practice', 'topic', 'basics', '--dry-run',
                          '--json'))[0]
        free = rows(good(world, 'practice', 'topic', 'basics', '--dry-run',
                         '--json', '--reserve'))[0]
        expect(rows(good(world, 'history', '--json')), [])
    expect((offer['title'], offer['fresh'] + offer['reserved']), ('Basics', 4))
    expect((free['fresh'], free['reserved']), (4, 0))


@test
def practice_is_as_the_options_ask():
    with World(PROGRAM) as world:
        good(world, 'candidates', 'set', 'Candidate', '--exam', 'small')
        asked = good(world, 'practice', 'topic', 'basics', '--questions', '2',
                     '--hints', '--no-feedback', '--reserve', '--seed', '5',
                     '--plain', lines=['start'])
        again = good(world, 'practice', '--minutes', '3', '--plain')
        row = rows(good(world, 'history', '--json'))[0]
    expect_in('Practice: Basics', asked.stdout)
    expect_in('Question 1 of 2', asked.stdout)
    expect_in('3 min', again.stdout)
    expect_in('Small Exam', again.stdout)
    expect((row['mode'], row['questions'], row['outcome']),
           ('practice', 2, 'running'))


@test
def practice_without_a_wish_asks_or_goes_on():
    with World(PROGRAM) as world:
        good(world, 'candidates', 'set', 'Candidate', '--exam', 'small')
        asks = good(world, 'practice', '--plain')
        good(world, 'practice', 'topic', 'basics', '--reserve', '--plain',
             lines=['start'])
        goes_on = good(world, 'practice', '--plain')
    expect('The practice has begun' in asks.stdout, False, asks.stdout)
    expect_in('This waits: Practice: Basics', goes_on.stdout)


# --- attempts -----------------------------------------------------------------

def shown(world, attempt, *more):
    return json.loads(good(world, 'show', attempt, '--json', *more).stdout)


@test
def history_filters_by_exam_and_kind():
    def attempts(*options):
        return [row['attempt'] for row in
                rows(good(world, 'history', '--json', *options))]

    with World(PROGRAM) as world:
        lived_in(world)
        world.run('practice', 'missed', '--plain', lines=['start'])
        expect(attempts(), [3, 2, 1])
        expect(attempts('--kind', 'all'), [3, 2, 1])
        expect(attempts('--kind', 'mocks'), [2, 1])
        expect(attempts('--kind', 'practice'), [3])
        expect(attempts('--exam', 'small'), [2, 1])
        expect(attempts('--exam', 'other'), [])


@test
def history_and_show_agree():
    with World(PROGRAM) as world:
        lived_in(world)
        row = rows(good(world, 'history', '--json'))[1]
        one = shown(world, '1')
    expect(one['schema'], 'proctor-attempt/1')
    expect(one['attempt'], row)
    for part in ('questions', 'sections'):
        marks = {'questions': 'earned', 'sections': 'marks'}[part]
        expect(sum(line[marks] for line in one[part]), row['marks'], part)
    expect((row['verdict'], row['outcome']), ('not_passed', 'not passed'))


@test
def show_has_findings_first_answers_and_remarks():
    with World(PROGRAM) as world:
        lived_in(world)
        one, two = shown(world, '1'), shown(world, '2')
        text = good(world, 'show', '1').stdout
    kidney, mixed = one['questions'][1:3]
    expect((kidney['note'], kidney['disputed'], kidney['cause']),
           ('Mind the =suffix.', True, None))
    expect((mixed['note'], mixed['disputed'], mixed['cause']),
           (None, False, 'guess'))
    expect([c['count'] for c in one['causes'] if c['cause'] == 'guess'], [1])
    changed = two['questions'][2]
    expect((changed['first_answer'], changed['answer'], changed['changed']),
           ('C', 'B', True))
    expect((two['retrospect']['changed'], two['retrospect']['not_reached']),
           (1, 4))
    expect(one['questions'][3]['first_answer'], None)
    expect_in('Note on 2: Mind the =suffix.', text)
    for finding in one['findings']:
        expect_in(finding['text'], text)


@test
def show_as_csv_has_a_line_for_each_question():
    with World(PROGRAM) as world:
        lived_in(world)
        text = good(world, 'show', '1', '--csv').stdout
    lines = list(csv.DictReader(io.StringIO(text)))
    expect([line['position'] for line in lines], [str(n) for n in range(1, 8)])
    expect((lines[0]['answer'], lines[0]['key']), ('AC', 'AC'))


@test
def show_compares_with_an_earlier_attempt():
    with World(PROGRAM) as world:
        lived_in(world)
        last = shown(world, '2', '--compare', 'last')
        named = shown(world, '2', '--compare', '1')
        alone = shown(world, '2')
        text = good(world, 'show', '2', '--compare', 'last').stdout
        lines = read_csv(good(world, 'show', '2', '--compare', '1',
                              '--csv').stdout)
        one = shown(world, '1')
        refused(world, ['show', '1', '--compare', 'last'], 1,
                'no earlier attempt')
        refused(world, ['show', '1', '--compare', '1'], 1, 'itself')
        refused(world, ['show', '2', '--compare', '9'], 1, 'no attempt 9')
    expect(last, named)
    expect(last['earlier'], one['attempt'])
    expect(last['comparison'], {'earlier': 1, 'common_questions': 7})
    for section, then, now in zip(last['compared'], one['sections'],
                                  last['sections']):
        expect((section['then_marks'], section['marks']),
               (then['marks'], now['marks']), section['title'])
    expect('compared' in alone, False)
    expect(len(lines), 1 + len(last['compared']))
    expect_in('7 questions were asked in both', text)


@test
def trend_names_exam_and_sections():
    with World(PROGRAM) as world:
        lived_in(world)
        points = rows(good(world, 'trend', '--json'))
        text = good(world, 'trend', 'small').stdout
    expect([p['attempt'] for p in points if p['section'] == ''], [1, 2])
    expect({p['section'] for p in points}, {'', 'basics', 'record', 'codes'})
    expect({p['pass_percent'] for p in points if p['section'] == ''}, {70})
    expect_in('Small Exam for Journeys: ', text.split('\n\n')[1])


@test
def weak_areas_rest_on_the_answers_they_name():
    with World(PROGRAM) as world:
        lived_in(world)
        areas = rows(good(world, 'weak', '--json'))
        basics = [area for area in areas if area['id'] == 'basics'][0]
        below = rows(good(world, 'weak', '--topics', '--json'))
        answers = rows(good(world, 'weak', '--rests', 'basics', '--json'))
        by_topic = rows(good(world, 'weak', '--rests', 'basics', '--topics',
                             '--json'))
        text = good(world, 'weak').stdout
    expect(len(answers), basics['asked'])
    expect(sum(a['earned'] == a['possible'] for a in answers), basics['right'])
    expect((basics['thin'], basics['depth']), (True, 0))
    expect([area['id'] for area in below], ['basics'])
    expect(by_topic, answers)
    expect_in('not counted', text)


@test
def search_finds_what_was_met_only():
    with World(PROGRAM) as world:
        good(world, 'questions', 'journeys/small')
        expect(rows(good(world, 'search', 'which', 'WORD', '--json')), [])
        lived_in(world)
        hits = rows(good(world, 'search', 'which', 'WORD', '--json'))
        notes = rows(good(world, 'search', 'suffix', '--json'))
        world.run('sit', 'small', '--plain', lines=['start'])
        refused(world, ['search', 'which'], 3, 'exam')
    expect([(h['kind'], h['name']) for h in hits],
           [('question', 'journeys/small/heart')])
    expect([h['kind'] for h in notes], ['note'])


# --- remarks ------------------------------------------------------------------

@test
def disputes_go_into_a_file_without_a_name():
    with World(PROGRAM) as world:
        lived_in(world)
        listed = good(world, 'disputes', '--json').stdout
        expect(good(world, 'disputes', 'export').stdout, listed)
        run = good(world, 'disputes', 'export', '-o', 'out.json')
        expect((run.stdout, run.stderr), ('', 'written: out.json\n'))
        refused(world, ['disputes', 'export', '--output', 'out.json'], 2,
                '--force')
        good(world, 'disputes', 'export', '--output', 'out.json', '--force')
        written = (world.home / 'out.json').read_text()
    expect(written, listed)
    expect('Ann' in written, False)
    one = json.loads(written)['rows'][0]
    expect((one['bank'], one['question'], one['claim'], one['reason'],
            one['changed_since']),
           ('journeys/small', 'kidney', 'C', 'It is the third.', False))
    expect(one['key'], 'B: N18.32')
    expect(one['options'].split('\n')[2], 'C: E11.22')
    expect(bool(re.fullmatch('[0-9a-f]{64}', one['sha256'])), True)


@test
def dispute_says_that_the_bank_has_changed_since():
    with World(PROGRAM) as world:
        lived_in(world)
        newer = world.home / 'small.yaml'
        newer.write_text(BANK.read_text().replace('version: 1.0',
                                                  'version: 1.1')
                         .replace('Which code is told here?',
                                  'Which code is it?'))
        good(world, 'import', str(newer))
        one = rows(good(world, 'disputes', '--json'))[0]
    expect((one['changed_since'], one['stem']),
           (True, 'Which code is told here?'))


# --- questions ----------------------------------------------------------------

@test
def question_is_shown_as_candidates_see_it():
    with World(PROGRAM) as world:
        plain = good(world, 'question', 'journeys/small/heart').stdout
        with_key = good(world, 'question', 'journeys/small/heart',
                        '--key').stdout
        case = good(world, 'question', 'journeys/small/lactate').stdout
        codes = good(world, 'question', 'journeys/small/failure').stdout
    expect_in('A. cardi/o', plain)
    for part in ('Right: A', 'Nephr/o is kidney', 'as in cardiology',
                 'A dictionary'):
        expect(part in plain, False, part)
        expect_in(part, with_key)
    expect_in('Temperature 39.4', case)
    expect_in('White cells; Value: 16.2', case)
    expect("'case' reads it" in case, False)
    expect_in('2 codes asked for', codes)


@test
def question_as_json_has_all():
    with World(PROGRAM) as world:
        heart = json.loads(good(world, 'question', 'journeys/small/heart',
                                '--json').stdout)
        lactate = json.loads(good(world, 'question', 'journeys/small/lactate',
                                  '--json').stdout)
        failure = json.loads(good(world, 'question', 'journeys/small/failure',
                                  '--json').stdout)
    expect(heart['schema'], 'proctor-question/1')
    expect([o['shown'] + o['id'] for o in heart['options'] if o['key']],
           ['AA'])
    expect(heart['options'][1]['why'], 'Nephr/o is kidney.')
    expect(heart['question']['rationale'],
           'Cardi/o is heart, as in cardiology.')
    expect([w['text'] for w in heart['words'] if w['list'] == 'references'],
           ['A dictionary of word parts'])
    expect([part['heading'] for part in lactate['case_parts']],
           ['Chief complaint', 'Findings'])
    expect([(c['row'], c['column'], c['text'])
            for c in lactate['exhibit_cells']][:2],
           [(1, 'Test', 'White cells'), (1, 'Value', '16.2')])
    expect([(c['slot'], c['code']) for c in failure['codes']
            if c['role'] == 'slot'], [(1, 'I13.0'), (2, 'I50.23')])
    expect(failure['fields'][0]['asked'], 2)


@test
def questions_of_a_bank_stand_in_the_order_of_the_file():
    with World(PROGRAM) as world:
        listed = rows(good(world, 'questions', 'journeys/small', '--json'))
    expect([row['id'] for row in listed],
           re.findall(r'^  - id: (\S+)', BANK.read_text().split('questions:')[1],
                      re.M))


# --- banks and exams ----------------------------------------------------------

@test
def disabled_bank_is_not_drawn_from():
    with World(PROGRAM) as world:
        run = good(world, 'banks', 'disable', 'journeys/small')
        expect_in('journeys/small: ', run.stdout)
        bank = rows(good(world, 'banks', '--json'))[0]
        exam = [row for row in rows(good(world, 'exams', '--json'))
                if row['exam'] == 'small'][0]
        good(world, 'banks', 'enable', 'journeys/small')
        again = rows(good(world, 'banks', '--json'))[0]
    expect((bank['state'], exam['fillable'], again['state']),
           ('disabled', 0, 'in use'))


@test
def disabled_exam_is_listed_and_cannot_be_sat():
    def enabled():
        return {row['exam']: row['enabled']
                for row in rows(good(world, 'exams', '--json'))}

    with World(PROGRAM) as world:
        good(world, 'exams', 'disable', 'small')
        expect(enabled(), {'small': False, 'other': True})
        run = world.run('sit', 'small', '--plain')
        expect(run.returncode, 1)
        expect_in('proctor exams enable small', run.stderr)
        good(world, 'exams', 'enable', 'small')
        expect(enabled(), {'small': True, 'other': True})


@test
def nothing_is_disabled_under_a_running_exam():
    with World(PROGRAM) as world:
        world.run('sit', 'small', '--plain', lines=['start'])
        for arguments in (['banks', 'disable', 'journeys/small'],
                          ['exams', 'disable', 'small']):
            refused(world, arguments, 3, 'exam')


# --- people -------------------------------------------------------------------

def names(world):
    return [row['name'] for row in rows(good(world, 'candidates', '--json'))]


@test
def candidates_are_added_changed_and_renamed():
    with World(PROGRAM) as world:
        good(world, 'candidates', 'add', 'Ann', '--exam', 'small',
             '--date', '2027-02-28', '--time-percent', '150',
             '--add-minutes', '10')
        ann = rows(good(world, 'candidates', '--json'))[1]
        expect((ann['exam'], ann['exam_date'], ann['time_percent'],
                ann['added_minutes'], ann['chosen']),
               ('small', '2027-02-28', 150, 10, False))
        good(world, 'candidates', 'set', 'ANN', '--date', '', '--exam', '')
        good(world, 'candidates', 'rename', 'Ann', 'Ben')
        ben = rows(good(world, 'candidates', '--json'))[1]
    expect((ben['name'], ben['exam'], ben['exam_date'], ben['days_left'],
            ben['time_percent']), ('Ben', '', '', None, 150))


@test
def candidate_option_is_for_one_call():
    with World(PROGRAM) as world:
        good(world, 'candidates', 'add', 'Ben', '--exam', 'small')
        expect(rows(good(world, 'status', '--json', '--candidate',
                         'ben'))[0]['candidate'], 'Ben')
        world.run('sit', 'small', '--plain', '--candidate', 'Ben',
                  lines=['start', 'submit', 'submit', 'done'])
        expect(len(rows(good(world, 'history', '--json'))), 0)
        expect(len(rows(good(world, 'history', '--json', '--candidate',
                             'Ben'))), 1)
        expect(status(world)['candidate'], 'Candidate')


@test
def removal_needs_the_name_as_a_word():
    with World(PROGRAM) as world:
        lived_in(world)
        for typed in (None, ['yes'], ['ann'], ['']):
            run = world.run('candidates', 'remove', 'Ann', lines=typed)
            expect(run.returncode, 1, typed)
            expect_in('nothing was removed', run.stderr)
            expect(run.stdout, '')
        expect(names(world), ['Ann'])
        run = good(world, 'candidates', 'remove', 'Ann', lines=['Ann'])
    expect_in('attempts: 2;', run.stderr)
    expect_in('notes, causes and disputes: 3.', run.stderr)
    expect_in('proctor backup', run.stderr)
    expect(run.stdout, 'Ann: removed\n')


@test
def what_was_removed_is_gone():
    with World(PROGRAM) as world:
        lived_in(world)
        good(world, 'candidates', 'add', 'Ben')
        good(world, 'candidates', 'remove', 'Ann', lines=['Ann'])
        expect(names(world), ['Ben'])
        for command in ('history', 'notes', 'disputes'):
            expect(rows(good(world, command, '--json')), [], command)
        refused(world, ['show', '1'], 1, 'no attempt 1')
        stored = b''.join(path.read_bytes() for path in
                          (world.home / 'data').rglob('*') if path.is_file())
    expect(b'Mind the =suffix' in stored, False, 'the note is stored')


# --- settings -----------------------------------------------------------------

def config(world):
    return world.home / '.config' / 'proctor' / 'config'


@test
def settings_are_listed_shown_and_changed():
    with World(PROGRAM) as world:
        expect(good(world, 'settings', 'theme').stdout, 'auto\n')
        good(world, 'settings', 'theme', 'dark')
        expect(good(world, 'settings', 'theme').stdout, 'dark\n')
        expect_in('theme = dark', config(world).read_text())
        expect_in(str(config(world)), good(world, 'settings').stdout)
        listed = {row['key']: row for row in
                  rows(good(world, 'settings', '--json'))}
    expect(listed['theme']['value'], 'dark')
    expect(listed['mode']['values'], 'auto screen lines')


@test
def options_of_a_call_are_not_kept():
    with World(PROGRAM) as world:
        good(world, 'settings', 'theme', 'dark', '--plain', '--accessible')
        expect(good(world, 'settings', 'mode', '--plain').stdout, 'auto\n')
        expect(good(world, 'settings', 'accessible').stdout, 'no\n')


@test
def problems_of_the_config_file_are_said_once_and_keep_nobody():
    with World(PROGRAM) as world:
        config(world).parent.mkdir(parents=True)
        config(world).write_text('theme = dark\ncolour = red\nclock = never\n')
        for arguments in (['settings'], ['settings', 'theme'], ['--plain'],
                          ['sit', 'small', '--plain'], ['practice', '--plain'],
                          ['settings', 'theme', 'light']):
            run = good(world, *arguments)
            expect(run.stderr.count('config:2: '), 1, run.stderr)
            expect(run.stderr.count('config:3: '), 1, run.stderr)
        expect(good(world, 'history').stderr, '')
        expect(config(world).read_text().splitlines()[:2],
               ['theme = light', 'colour = red'])


# --- imports ------------------------------------------------------------------

def bank_of(ids, version):
    text = ('format: proctor-bank/1\nbank: own/list\ntitle: A list\n'
            f'version: {version}\nlanguage: en\nlicense: CC0-1.0\n'
            'authors: [Ann]\ncontains_cpt: false\nquestions:\n')
    for name, stem in ids:
        text += (f'  - id: {name}\n    topic: basics\n    stem: {stem}\n'
                 '    options: {A: "one", B: "two"}\n    answer: A\n'
                 '    rationale: It is.\n    references: [None]\n')
    return text


def imported(world, ids, version, *options):
    file = world.home / 'list.yaml'
    file.write_text(bank_of(ids, version))
    return world.run('import', str(file), *options)


@test
def import_names_what_changes():
    with World(PROGRAM) as world:
        ids = [(f'q{n}', 'Which?') for n in range(10)]
        expect_in('  q9: new\n', imported(world, ids, '1').stdout)
        ids[0] = ('q0', 'Which one?')
        later = ids[:9] + [('q10', 'What?')]
        dry = imported(world, later, '2', '--dry-run')
        run = imported(world, later, '2')
        back = imported(world, ids, '3', '--json')
    said = run.stdout.split('\n', 1)[1]
    expect(said, '  q0: changed\n  q10: new\n  q9: no longer there\n')
    expect(dry.stdout.split('\n', 1)[1], said)
    changes = {row['question']: row['change'] for row in rows(back, 'changes')}
    expect(changes, {'q9': 'returned', 'q10': 'absent'})


@test
def import_names_twenty_changes_and_counts_the_rest():
    with World(PROGRAM) as world:
        ids = [(f'q{n}', 'Which?') for n in range(25)]
        run = imported(world, ids, '1', '--dry-run', '--json')
        expect(len(rows(run, 'changes')), 25)
        said = imported(world, ids, '1').stdout.splitlines()
        expect(len(said), 22)
        expect(said[-1], '  and 5 more')


@test
def refused_import_names_what_would_go():
    with World(PROGRAM) as world:
        ids = [(f'q{n}', 'Which?') for n in range(10)]
        imported(world, ids, '1')
        run = imported(world, ids[:5], '2')
    expect(run.returncode, 1)
    expect_in('--absent', run.stdout)
    expect_in('  q7: no longer there\n', run.stdout)


@test
def check_names_no_changes():
    with World(PROGRAM) as world:
        expect(': new' in good(world, 'check', str(BANK)).stdout, False)
        run = world.run('check', str(BANK), '--json')
        expect(rows(run, 'changes'), [])


sys.exit(tap(TESTS))
