"""What holds for the built program whatever its clock: the command line with
its exit statuses, and how the line mode hears.

usage: test_program.py PROGRAM
"""
import csv
import json
import os
import pty
import re
import subprocess
import sys

from program import World, tap

PROGRAM = os.path.abspath(sys.argv[1])
TESTS = []


def test(function):
    TESTS.append((function.__name__, function))
    return function


def expect(got, wanted, what=''):
    if got != wanted:
        raise AssertionError(f'{what} expected {wanted!r}, got {got!r}')


def expect_in(part, whole):
    if part not in whole:
        raise AssertionError(f'{part!r} is not in {whole!r}')


def refused(arguments, status, part):
    """The call fails with that status and says so on stderr only."""
    with World(PROGRAM) as world:
        run = world.run(*arguments)
    expect(run.returncode, status, f'{arguments}: {run.stderr}')
    expect_in(part, run.stderr)
    expect(run.stdout, '')


def commands(world):
    """The names of the commands, as --help lists them."""
    listed = world.run('--help').stdout.split('Commands:')[1]
    return re.findall(r'^  ([a-z]+)', listed.split('Options:')[0], re.M)


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
def number_options_out_of_range_are_refused():
    refused(['sit', '--plain', '--time-percent', '99'], 2, 'from 100 to 400')
    refused(['sit', '--plain', '--add-minutes', 'x'], 2, 'from 0 to 600')


@test
def completion_is_valid_bash_and_knows_every_command():
    with World(PROGRAM) as world:
        run = world.run('--completion', 'bash')
        expect(run.returncode, 0)
        for name in commands(world):
            expect_in(f'    {name}) words=', run.stdout)
    checked = subprocess.run(['bash', '-n'], input=run.stdout, text=True,
                             capture_output=True)
    expect(checked.returncode, 0, checked.stderr)


@test
def completion_completes():
    with World(PROGRAM) as world:
        script = world.run('--completion', 'bash').stdout
    ask = script + '''
COMP_WORDS=(proctor his); COMP_CWORD=1; _proctor; echo "${COMPREPLY[*]}"
COMP_WORDS=(proctor history --js); COMP_CWORD=2; _proctor
echo "${COMPREPLY[*]}"
'''
    run = subprocess.run(['bash'], input=ask, text=True, capture_output=True)
    expect(run.stdout.split('\n')[:2], ['history', '--json'], run.stderr)


@test
def completion_of_another_shell_is_refused():
    refused(['--completion', 'tcsh'], 2, 'bash')


# --- tables -------------------------------------------------------------------

def sit_once(world):
    run = world.run('sit', 'small', '--plain', '--seed', '1', lines=[
        'start', 'ac', 'next', 'b', 'submit', 'submit', 'done'])
    expect(run.returncode, 0, run.stderr)


@test
def history_is_empty_at_first():
    with World(PROGRAM) as world:
        run = world.run('history')
        expect(run.returncode, 0)
        expect_in('No exam was sat yet', run.stdout)
        expect(json.loads(world.run('history', '--json').stdout),
               {'schema': 'proctor-history/1', 'rows': []})


@test
def history_and_show_agree():
    with World(PROGRAM) as world:
        sit_once(world)
        row = json.loads(world.run('history', '--json').stdout)['rows'][0]
        shown = json.loads(world.run('show', '1', '--json').stdout)
    expect(shown['attempt'], row)
    expect(sum(q['earned'] for q in shown['questions']), row['marks'])
    expect(sum(s['marks'] for s in shown['sections']), row['marks'])
    expect(row['verdict'], 'not_passed')


@test
def show_as_csv_has_a_line_for_each_question():
    with World(PROGRAM) as world:
        sit_once(world)
        text = world.run('show', '1', '--csv').stdout
    rows = list(csv.DictReader(text.splitlines()))
    expect([row['position'] for row in rows], [str(n) for n in range(1, 8)])
    expect((rows[0]['answer'], rows[0]['key']), ('AC', 'AC'))


# --- how the line mode hears --------------------------------------------------

@test
def end_of_input_at_home_is_well():
    with World(PROGRAM) as world:
        run = world.run('--plain')
    expect(run.returncode, 0, run.stderr)
    expect_in('proctor> ', run.stdout)


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
                             input='exams\nquit', capture_output=True,
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
        """Reads until `text` stands at the end."""
        while not self.heard.endswith(text.encode()):
            piece = os.read(self.fd, 4096)
            if not piece:
                break
            self.heard += piece

    def key(self, keys, until):
        os.write(self.fd, keys)
        self.heard = b''
        self.until(until)
        return self.heard.decode('utf-8')

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
        os.close(terminal.fd)
        os.waitpid(terminal.pid, 0)
        run = world.run('sit', '--plain', lines=['charge'])
        expect_in('A and C chosen', run.stdout)


sys.exit(tap(TESTS))
