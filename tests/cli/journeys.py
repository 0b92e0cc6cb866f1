"""Plays scripts of lines against the line mode and compares the transcripts.

usage: journeys.py PROGRAM TEST_HOOKS [NAME...]

journeys/NAME.in holds what is typed; a line that begins with '!' tells the
runner:

  !data FOLDER     what is shipped lies in that folder beside this file
  !copy FROM TO    copies a file beside this one to where the program runs
  !run ARGUMENTS   starts the program and waits for its prompt
  !end             ends the input and waits for the exit
  !quits           waits for the exit (a word ended the program)
  !pass S          S seconds pass;   !sleep S   the machine sleeps S seconds
  !reboot S        the machine starts anew, S seconds later
  !kill            kill -9;  !signal NAME   that signal, then the exit
  !interrupt       Ctrl-C, then waits for the prompt
  !wait            wakes the program and waits for it to ask again
  !full, !room     the disk is full; it has room again

journeys/NAME.out is the transcript expected. UPDATE_GOLDEN=1 rewrites it.
"""
import difflib
import os
import re
import shutil
import signal
import sys

from program import HERE, World, Talk, tap

JOURNEYS = HERE / 'journeys'
MOST_COLUMNS = 80


class Player:
    def __init__(self, world):
        self.world = world
        self.talk = None
        self.is_line_mode = False
        self.transcript = []

    def note(self, text):
        self.transcript.append(text)

    def end_run(self, status):
        said = self.talk.said.decode('utf-8')
        if self.is_line_mode:
            check_lines(said)
        errors = self.talk.errors
        self.note(said)
        if errors:
            self.note('[stderr]\n' + errors)
        self.note(f'[exit {status}]\n')
        self.talk = None

    def data(self, rest):
        self.world.env['PROCTOR_DATA'] = str(HERE / rest)

    def copy(self, rest):
        source, target = rest.split()
        shutil.copy(HERE / source, self.world.home / target)

    def run(self, rest):
        self.note(f'$ proctor {rest}\n')
        self.is_line_mode = '--plain' in rest
        self.talk = Talk(self.world, rest.split())
        self.talk.listen()

    def end(self, _):
        self.end_run(self.talk.hear_end())

    quits = end

    def kill(self, _):
        self.end_run('by kill' if self.talk.kill() == -9 else 'odd')

    def signal(self, rest):
        self.talk.signal(getattr(signal, rest))
        self.end_run(self.talk.hear_end_of_signal())

    def interrupt(self, _):
        self.talk.signal(signal.SIGINT)
        self.talk.listen()

    def wait(self, _):
        self.talk.signal(signal.SIGWINCH)
        self.talk.listen()

    def full(self, _):
        self.talk.limit_files(0)

    def room(self, _):
        self.talk.limit_files(-1)

    def play(self, script):
        for line in script.splitlines():
            word, _, rest = line.partition(' ')
            if line.startswith('#'):
                continue
            if not line.startswith('!'):
                self.talk.say(line)
            elif word in ('!pass', '!sleep', '!reboot'):
                act = {'!pass': self.world.clock.passes,
                       '!sleep': self.world.clock.sleeps,
                       '!reboot': self.world.clock.reboots}[word]
                act(int(rest))
            else:
                getattr(self, word[1:])(rest)


def check_lines(transcript):
    for line in transcript.split('\n'):
        if len(line) > MOST_COLUMNS:
            raise AssertionError(f'longer than {MOST_COLUMNS} columns: {line}')
        if re.search(r'[\x00-\x1f\x7f-\x9f]', line):
            raise AssertionError(f'a control character: {line!r}')


def play(program, name):
    golden = JOURNEYS / f'{name}.out'
    with World(program) as world:
        player = Player(world)
        player.play((JOURNEYS / f'{name}.in').read_text('utf-8'))
    got = ''.join(player.transcript).replace('\r\n', '\n')
    got = re.sub(r'proctor \d+\.\d+\.\d+', 'proctor VERSION', got)
    got = re.sub(r'proctorcli[0-9a-f]{8}', 'proctorcliTHISHOME', got)
    if os.environ.get('UPDATE_GOLDEN'):
        golden.write_text(got, 'utf-8')
        return
    expected = golden.read_text('utf-8')
    if got != expected:
        raise AssertionError('\n'.join(difflib.unified_diff(
            expected.splitlines(), got.splitlines(), 'expected', 'got',
            lineterm='')))


def main():
    program, hooks, *names = sys.argv[1:]
    if hooks != 'true':
        print('1..0 # SKIP built without -Dtest_hooks=true: no test clock')
        return 0
    names = names or sorted(p.stem for p in JOURNEYS.glob('*.in'))
    return tap([(f'journey_{name}', lambda n=name: play(program, n))
                for name in names])


sys.exit(main())
