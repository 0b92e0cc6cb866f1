"""What holds for the built program whatever its clock: the command line with
its exit statuses, and how the line mode hears.

usage: test_program.py PROGRAM
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys

from program import (HERE, PATIENCE_S, World, commands, expect, expect_in, rows,
                     tap)

PROGRAM = os.path.abspath(sys.argv[1])
TESTS = []


def test(function):
    TESTS.append((function.__name__, function))
    return function


def refused(arguments, status, part):
    """The call fails with that status and says so on stderr only."""
    with World(PROGRAM) as world:
        run = world.run(*arguments)
    expect(run.returncode, status, f'{arguments}: {run.stderr}')
    expect_in(part, run.stderr)
    expect(run.stdout, '')


# --- the command line ---------------------------------------------------------

@test
def help_and_version_are_well():
    with World(PROGRAM) as world:
        for option in ('--help', '-h', '--version'):
            run = world.run(option)
            expect(run.returncode, 0, option)
            expect(run.stderr, '', option)
            expect_in('proctor', run.stdout)


@test
def every_command_has_help_with_its_options():
    with World(PROGRAM) as world:
        names = commands(world)
        expect(len(names) > 5, True, 'commands listed')
        for name in names:
            run = world.run(name, '--help')
            expect(run.returncode, 0, name)
            expect_in(f'usage: proctor {name}', run.stdout)
            expect_in('--db', run.stdout)


@test
def unknown_option_names_the_nearest():
    refused(['--jsn'], 2, "did you mean '--json'?")
    refused(['exams', '--cvs'], 2, "did you mean '--csv'?")


@test
def unknown_option_far_from_all_points_to_help():
    refused(['--zzzzzz'], 2, 'proctor --help')
    refused(['-z'], 2, 'proctor --help')


@test
def unknown_command_names_the_nearest():
    refused(['exmas'], 2, "did you mean 'exams'?")
    refused(['frobnicate'], 2, 'proctor --help')


@test
def option_of_another_command_is_refused():
    refused(['banks', '--seed', '3'], 2, 'has no option --seed')
    refused(['--json'], 2, 'belongs to a command')


@test
def option_without_its_value_is_refused():
    refused(['--db'], 2, '--db needs a value')
    refused(['exams', '--json=yes'], 2, '--json takes no value')


@test
def json_and_csv_exclude_each_other():
    refused(['exams', '--json', '--csv'], 2, 'do not go together')


@test
def wrong_number_of_arguments_shows_the_usage():
    refused(['show'], 2, 'usage: proctor show ATTEMPT')
    refused(['exams', 'cpc'], 2, 'usage: proctor exams')


@test
def two_hyphens_end_the_options():
    with World(PROGRAM) as world:
        run = world.run('exam', '--', '--json')
    expect(run.returncode, 1)
    expect_in("there is no exam '--json'", run.stderr)


@test
def what_is_not_there_is_status_1():
    refused(['exam', 'nosuch'], 1, "there is no exam 'nosuch'")
    refused(['show', '7'], 1, 'there is no attempt 7')


@test
def attempt_that_is_no_number_is_status_2():
    refused(['show', 'first'], 2, 'proctor history')
    refused(['show', '0'], 2, 'proctor history')


@test
def failing_environment_is_status_3():
    refused(['--plain', '--db', '/dev/null/x/proctor.db'], 3, 'proctor: ')


@test
def full_output_is_status_3():
    with World(PROGRAM) as world, open('/dev/full', 'w') as full:
        for arguments in (['--plain'], ['history', '--json']):
            run = subprocess.run([PROGRAM, *arguments], env=world.env,
                                 stdin=subprocess.DEVNULL, stdout=full,
                                 stderr=subprocess.PIPE, text=True)
            expect(run.returncode, 3, arguments)
            expect_in('standard output', run.stderr)


@test
def full_output_is_noticed_by_what_prints_as_it_goes():
    with World(PROGRAM) as world, open('/dev/full', 'w') as full:
        for arguments in (['--help'], ['--version'], ['exams', '--help'],
                          ['--completion', 'bash'], ['doctor'],
                          ['check', str(HERE / 'data')],
                          ['backup', 'copy.db']):
            run = subprocess.run([PROGRAM, *arguments], env=world.env,
                                 stdin=subprocess.DEVNULL, stdout=full,
                                 stderr=subprocess.PIPE, text=True,
                                 cwd=world.home)
            expect(run.returncode, 3, arguments)
            expect(run.stderr.count('standard output'), 1, arguments)


@test
def what_is_wrong_with_a_call_is_folded():
    refused(['\x1b[31mred'], 2, '\ufffd[31mred')
    refused(['--\x1b[31mred'], 2, '\ufffd[31mred')


@test
def number_options_out_of_range_are_refused():
    refused(['sit', '--plain', '--time-percent', '99'], 2,
            "--time-percent: '99' is not a whole number from 100 to 400")
    refused(['sit', '--plain', '--add-minutes', 'x'], 2,
            "--add-minutes: 'x' is not a whole number from 0 to 1440")


# --- the library --------------------------------------------------------------

DATA = HERE / 'data'
BANK = DATA / 'banks' / 'small.yaml'


@test
def fresh_installation_knows_what_is_shipped():
    for arguments, part in ((['exams'], 'small'), (['exam', 'small'], 'Small'),
                            (['banks'], 'journeys/small'),
                            (['export', 'journeys/small'], 'journeys/small')):
        with World(PROGRAM) as world:
            run = world.run(*arguments)
            expect(run.returncode, 0, run.stderr)
            expect_in(part, run.stdout)


@test
def fresh_installation_imports_what_uses_shipped_topics():
    with World(PROGRAM) as world:
        own = world.home / 'own.yaml'
        own.write_text(BANK.read_text().replace('journeys/small', 'journeys/own'))
        run = world.run('import', str(own))
        expect(run.returncode, 0, run.stderr)
        expect_in('imported', run.stdout)


@test
def exams_name_the_topics_without_questions():
    with World(PROGRAM) as world:
        data = world.home / 'shipped'
        shutil.copytree(DATA, data)
        shutil.rmtree(data / 'banks')
        env = {'PROCTOR_DATA': str(data)}
        expect_in('small needs questions on ',
                  world.run('exams', env=env).stdout)
        expect_in('This exam needs questions on ',
                  world.run('exam', 'small', env=env).stdout)


@test
def exam_as_json_says_what_and_where_it_is():
    with World(PROGRAM) as world:
        about = rows(world.run('exam', 'small', '--json'), 'exam')
        listed = [row for row in rows(world.run('exams', '--json'))
                  if row['exam'] == 'small'][0]
    expect((about['id'], about['origin'], about['status'], about['version']),
           ('small', 'shipped', listed['status'], listed['version']))
    expect_in('small.yaml', about['path'])
    expect((listed['origin'], listed['path']), ('shipped', about['path']))


@test
def import_as_json_gives_ids_and_names():
    with World(PROGRAM) as world:
        world.run('import', str(DATA))
        newer = world.home / 'small.yaml'
        newer.write_text(BANK.read_text())
        again = rows(world.run('import', str(newer), '--json'), 'files')[0]
        newer.write_text('format: proctor-bank/1\n')
        bad = rows(world.run('import', str(newer), '--json'), 'files')[0]
    expect((again['outcome'], again['name']), ('current', 'journeys/small'))
    expect(again['version'] != '', True)
    expect_in('nothing to do', again['message'])
    expect(bad['outcome'], 'rejected')


@test
def older_bank_is_refused_with_both_versions():
    with World(PROGRAM) as world:
        own = world.home / 'own.yaml'
        text = re.sub('(?m)^version: .*', 'version: "%s"',
                      BANK.read_text().replace('journeys/small', 'journeys/own'))
        own.write_text(text % '2026.10')
        expect(world.run('import', str(own)).returncode, 0)
        own.write_text(text % '2026.9')
        run = world.run('import', str(own))
    expect(run.returncode, 1)
    expect_in('2026.10', run.stdout)
    expect_in('2026.9 is older', run.stdout)


@test
def missing_file_keeps_nobody_from_the_others():
    with World(PROGRAM) as world:
        for command in ('check', 'import'):
            run = world.run(command, '/no/such.yaml', str(BANK))
            expect(run.returncode, 1, command)
            expect_in('/no/such.yaml', run.stderr)
            expect_in('small.yaml: ', run.stdout)


@test
def folder_without_questions_is_said():
    with World(PROGRAM) as world:
        empty = world.home / 'empty'
        empty.mkdir()
        run = world.run('import', str(empty))
    expect(run.returncode, 1)
    expect_in('.yaml', run.stderr)


@test
def dry_run_accepts_what_the_import_accepts():
    nothing = {'PROCTOR_DATA': '/no/data'}
    with World(PROGRAM) as world:
        dry = world.run('import', '--dry-run', str(DATA), env=nothing)
        expect(dry.returncode, 0, dry.stdout + dry.stderr)
        expect(list(world.home.rglob('*.db')), [], 'databases')
        expect_in('0 unchanged', dry.stdout)
        world.run('history', env=nothing)  # now there is an empty database
        again = world.run('import', '--dry-run', str(DATA), env=nothing)
        expect(again.stdout, dry.stdout)
        expect(rows(world.run('banks', '--json', env=nothing)), [])
        real = world.run('import', str(DATA), env=nothing)
        expect(real.stdout, dry.stdout.replace('would be imported', 'imported'))


@test
def dry_run_works_beside_another_proctor():
    with World(PROGRAM) as world:
        talk = world.talk('--plain')
        talk.listen()
        newer = world.home / 'newer.yaml'
        newer.write_text(BANK.read_text() + '\n')
        dry = world.run('import', '--dry-run', str(newer))
        real = world.run('import', str(newer))
        talk.hear_end()
    expect(dry.returncode, 0, dry.stderr)
    expect_in('no errors', dry.stdout)
    for run in (dry, real):
        expect(run.stderr.count('\n'), 1, run.stderr)
        expect(run.stderr.count('close it first'), 1, run.stderr)
    expect(real.returncode, 3)


@test
def export_to_a_file_says_so_and_imports_as_nothing():
    with World(PROGRAM) as world:
        run = world.run('export', 'journeys/small', '--output', 'out.yaml')
        expect((run.returncode, run.stdout), (0, ''))
        expect_in('written: out.yaml', run.stderr)
        expect_in('nothing to do', world.run('import', 'out.yaml').stdout)
        expect(len(rows(world.run('banks', '--json'))), 1)


# --- a damaged database -------------------------------------------------------

def doctor_of(damage):
    with World(PROGRAM) as world:
        world.run('exams')
        database = next(world.home.rglob('proctor.db'))
        content = bytearray(database.read_bytes())
        damage(content)
        database.write_bytes(content)
        run = world.run('doctor')
    expect(run.returncode, 3, run.stderr)
    expect_in('BAD ', run.stdout)
    expect_in('proctor restore FILE', run.stdout)
    expect_in('Automatic copies', run.stdout)
    expect('proctor doctor' in run.stdout + run.stderr, False, run.stdout)
    return run.stdout


@test
def doctor_looks_at_a_database_that_cannot_be_opened():
    def header(content):
        content[:100] = b'x' * 100

    expect_in('damaged', doctor_of(header))


@test
def doctor_goes_on_behind_what_cannot_be_examined():
    def page(content):
        start = content.rindex(b'Which word part') // 4096 * 4096
        content[start:start + 4096] = b'\xff' * 4096

    said = doctor_of(page)
    expect_in('damage: ', said)
    expect_in('malformed', said)
    expect_in('0 attempts looked at', said)


# --- how the line mode hears --------------------------------------------------

@test
def end_of_input_at_home_is_well():
    with World(PROGRAM) as world:
        run = world.run('--plain', lines=['cancel'])
    expect(run.returncode, 0, run.stderr)
    expect_in('proctor> ', run.stdout)


@test
def end_of_input_at_the_first_question_is_well():
    with World(PROGRAM) as world:
        for _ in range(2):
            run = world.run('--plain')
            expect(run.returncode, 0, run.stderr)
            expect_in('name> ', run.stdout)


@test
def word_of_home_does_not_become_a_name():
    with World(PROGRAM) as world:
        run = world.run('--plain', lines=['people', 'sit small', 'Ann', 'done'])
    expect_in("'people' is a word of proctor", run.stdout)
    expect_in("'sit' is a word of proctor", run.stdout)
    expect_in('for Ann.', run.stdout)


@test
def quit_breaks_questions_off():
    with World(PROGRAM) as world:
        run = world.run('--plain', lines=['quit', 'quit'])
    expect_in('name> quit\n\nproctor', run.stdout)
    expect_in(', for Candidate.', run.stdout)
    expect(run.returncode, 0)


@test
def commands_are_for_the_person_chosen_last_and_ask_nobody():
    with World(PROGRAM) as world:
        world.run('candidates', 'add', 'Ben')
        expect_in('who> ', world.run('--plain', lines=['Ben']).stdout)
        for arguments in (['sit', 'small'], ['practice', 'exam', 'small']):
            run = world.run(*arguments, '--plain', lines=['start', 'quit'])
            expect('who> ' in run.stdout, False)
            expect_in('For Ben.', run.stdout)
            expect_in('1> quit', run.stdout)
            world.run('sit', '--plain', lines=['charge', 'submit', 'submit'])
        run = world.run('sit', 'small', '--plain', '--candidate', 'Candidate')
        expect_in('For Candidate.', run.stdout)
        expect_in('who> ', world.run('--plain').stdout)


def sit_a_mock(world):
    """The stems of a mock exam with no seed given."""
    answers = ['sit life', 'start'] + ['next'] * 7
    run = world.run('--plain', '--candidate', 'Ann',
                    lines=answers + ['submit', 'submit', 'done', 'quit'])
    expect(run.returncode, 0, run.stderr)
    return re.findall(r'^(?:Number|Record) \d+.*$', run.stdout, re.M)


@test
def mocks_repeat_nothing_while_the_bank_lasts():
    with World(PROGRAM, HERE / 'life') as world:
        world.run('--plain', lines=['Ann', 'life', 'done'])
        mocks = [sit_a_mock(world) for _ in range(3)]
        home = world.run('--plain', '--candidate', 'Ann').stdout
    for stems in mocks:
        expect(len(stems), 8, stems)
    expect(len(set(sum(mocks, []))), 24, mocks)
    expect_in('Mock exams with only new questions left: 0.', home)


@test
def what_a_running_exam_does_not_use_is_said():
    with World(PROGRAM) as world:
        world.run('sit', 'small', '--plain', lines=['start', 'ac'])
        run = world.run('sit', 'other', '--seed', '3', '--add-minutes', '30',
                        '--plain')
        expect_in('an exam is running and goes on; EXAM and --seed are not '
                  'used; the accommodation counts from the next exam on',
                  run.stderr)
        run = world.run('sit', 'small', '--plain')
        expect(run.stderr, '')


@test
def end_of_input_in_an_exam_keeps_the_answers():
    with World(PROGRAM) as world:
        run = world.run('sit', 'small', '--plain', '--seed', '1',
                        lines=['start', 'ac'])
        expect(run.returncode, 0, run.stderr)
        expect_in('The input ended. Your answers are saved', run.stdout)
        again = world.run('sit', '--plain', lines=['charge'])
        expect_in('A and C chosen', again.stdout)


@test
def last_line_without_a_line_end_is_heard():
    with World(PROGRAM) as world:
        run = subprocess.run([PROGRAM, '--plain'], env=world.env,
                             input='cancel\nexams\nquit', capture_output=True,
                             text=True)
    expect(run.returncode, 0)
    expect(run.stdout.endswith('proctor> quit\n'), True, run.stdout)


def hear_bytes(line):
    """What the first question answers to these bytes."""
    with World(PROGRAM) as world:
        talk = world.talk('sit', 'small', '--plain', '--seed', '1')
        talk.listen()
        talk.say('start')
        talk.process.stdin.write(line + b'\n')
        talk.process.stdin.flush()
        said = talk.listen().decode('utf-8')
        options = talk.say('options').decode('utf-8')
        talk.hear_end()
    expect_in('no answer', options)
    return said


@test
def line_too_long_is_refused_and_does_nothing():
    expect_in('too long', hear_bytes(b'b' * 4001))
    expect_in('too long', hear_bytes(b'b' * 100000))


@test
def line_with_control_characters_is_refused():
    expect_in('control characters', hear_bytes(b'\x1b[A'))
    expect_in('control characters', hear_bytes(b'a\0'))


@test
def line_that_is_no_utf_8_is_refused():
    expect_in('not UTF-8', hear_bytes(b'note \xff'))


@test
def lines_may_end_as_on_windows():
    with World(PROGRAM) as world:
        run = world.run('sit', 'small', '--plain', '--seed', '1',
                        lines=['start\r', 'ac\r'])
    expect_in('A and C chosen', run.stdout)


@test
def second_program_can_read_and_not_sit():
    with World(PROGRAM) as world:
        talk = world.talk('--plain')
        talk.listen()
        run = world.run('--plain', lines=['sit small', 'start', 'back'])
        talk.hear_end()
    expect(run.returncode, 0, run.stderr)
    expect_in('open in another proctor', run.stdout)
    expect_in('Not started:', run.stdout)


@test
def exam_of_another_program_is_not_taken_over():
    with World(PROGRAM) as world:
        talk = world.talk('sit', 'small', '--plain', '--seed', '1')
        talk.listen()
        talk.say('start')
        run = world.run('sit', '--plain', lines=['charge'])
        expect(run.returncode, 3, run.stdout)
        expect_in('open in another proctor', run.stdout)
        expect_in('A and C chosen', talk.say('ac').decode('utf-8'))
        talk.hear_end()


# --- on a terminal ------------------------------------------------------------

class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, world, *arguments):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(PROGRAM, ['proctor', *arguments], world.env)
        self.heard = b''

    def until(self, text):
        """Reads until `text` stands at the end, a byte at a time."""
        while not self.heard.endswith(text.encode()):
            if not select.select([self.fd], [], [], PATIENCE_S)[0]:
                raise TimeoutError(f'no {text!r} in {self.heard!r}')
            piece = os.read(self.fd, 1)
            if not piece:
                break
            self.heard += piece

    def key(self, keys, until):
        os.write(self.fd, keys)
        self.heard = b''
        self.until(until)
        return self.heard.decode('utf-8')

    def leave(self):
        """The terminal goes away."""
        os.close(self.fd)
        os.waitpid(self.pid, 0)

    def end(self):
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.fd)
        return status


@test
def terminal_is_not_told_twice_what_was_typed():
    with World(PROGRAM) as world:
        terminal = Terminal(world, 'sit', 'small', '--plain', '--seed', '1')
        terminal.until('start> ')
        terminal.key(b'start\n', '1> ')
        said = terminal.key(b'ac\n', '1> ')
        os.write(terminal.fd, b'\x04')
        expect(terminal.end(), 0)
    expect(said, 'ac\r\nQuestion 1: A and C chosen. Saved.\r\n1> ')


@test
def setting_decides_between_screen_and_lines():
    with World(PROGRAM) as world:
        world.env['TERM'] = 'xterm'
        world.run('candidates', 'set', 'Candidate', '--exam', 'small')
        world.run('settings', 'mode', 'lines')
        terminal = Terminal(world)
        terminal.until('proctor> ')
        expect(b'\x1b[' in terminal.heard, False, terminal.heard)
        os.write(terminal.fd, b'quit\n')
        expect(terminal.end(), 0)
        world.run('settings', 'mode', 'screen')
        terminal = Terminal(world)
        # The alternate screen.
        terminal.until('\x1b[?1049h')
        expect(b'proctor> ' in terminal.heard, False, terminal.heard)
        terminal.leave()


@test
def option_goes_before_the_setting():
    with World(PROGRAM) as world:
        world.env['TERM'] = 'xterm'
        world.run('settings', 'mode', 'screen')
        terminal = Terminal(world, 'sit', 'small', '--plain')
        terminal.until('start> ')
        os.write(terminal.fd, b'back\n\x04')
        expect(terminal.end(), 0)


@test
def dumb_terminal_has_lines_whatever_the_setting():
    with World(PROGRAM) as world:
        world.env['TERM'] = 'dumb'
        world.run('candidates', 'set', 'Candidate', '--exam', 'small')
        world.run('settings', 'mode', 'screen')
        terminal = Terminal(world)
        terminal.until('proctor> ')
        os.write(terminal.fd, b'quit\n')
        expect(terminal.end(), 0)


@test
def ctrl_c_asks_how_to_leave():
    with World(PROGRAM) as world:
        terminal = Terminal(world, 'sit', 'small', '--plain', '--seed', '1')
        terminal.until('start> ')
        terminal.key(b'start\n', '1> ')
        said = terminal.key(b'half a line\x03', 'leave> ')
        expect_in('Leave the exam?', said)
        said = terminal.key(b'\x03', '1> ')
        expect_in('Question 1 goes on.', said)
        os.write(terminal.fd, b'leave\nstops\n')
        expect(terminal.end(), 0)


@test
def vanished_terminal_leaves_the_exam_running():
    with World(PROGRAM) as world:
        terminal = Terminal(world, 'sit', 'small', '--plain', '--seed', '1')
        terminal.until('start> ')
        terminal.key(b'start\n', '1> ')
        terminal.key(b'ac\n', '1> ')
        terminal.leave()
        run = world.run('sit', '--plain', lines=['charge'])
        expect_in('A and C chosen', run.stdout)


sys.exit(tap(TESTS))
