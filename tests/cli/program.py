"""Runs the built program as a candidate or a script would: a home of its own,
a bank of its own and, where the build obeys one, a clock of its own."""
import json
import os
import pathlib
import re
import resource
import secrets
import select
import shutil
import struct
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
PROMPT = re.compile(rb'(^|\n)([a-z]+|\d+|result \d+)> \Z')
PATIENCE_S = 30


class World:
    """A home directory that goes with the test."""

    def __init__(self, program, data=HERE / 'data'):
        self.program = os.path.abspath(program)
        # Of one length: messages that name it are wrapped in the same way.
        self.home = pathlib.Path('/tmp/proctorcli' + secrets.token_hex(4))
        self.home.mkdir(mode=0o700)
        self.clock = Clock(self.home / 'clock')
        self.talks = []
        self.env = {
            'HOME': str(self.home),
            'XDG_DATA_HOME': str(self.home / 'data'),
            'XDG_STATE_HOME': str(self.home / 'state'),
            'PROCTOR_DATA': str(data),
            'PROCTOR_TEST_CLOCK': str(self.clock.path),
            'PATH': os.environ.get('PATH', ''),
            'LC_ALL': 'C.UTF-8',
            'TZ': 'UTC',
        }
        # What sanitizers need to know.
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'MALLOC_PERTURB_'):
            if name in os.environ:
                self.env[name] = os.environ[name]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for talk in self.talks:
            talk.abandon()
        shutil.rmtree(self.home, ignore_errors=True)

    def run(self, *arguments, lines=None, env=None):
        """Runs to the end; gives a CompletedProcess with text."""
        return subprocess.run(
            [self.program, *arguments], env={**self.env, **(env or {})},
            input='' if lines is None else ''.join(l + '\n' for l in lines),
            capture_output=True, encoding='utf-8', timeout=PATIENCE_S,
            cwd=self.home)

    def talk(self, *arguments):
        return Talk(self, arguments)


class Clock:
    """The file of tests/README.md; used by builds with test hooks only."""

    def __init__(self, path):
        self.path = path
        self.boot = self.monotonic = 1_000_000
        self.utc = 1_798_000_000_000  # 2026-12-23
        self.boot_id = b'11111111-2222-3333-4444-555555555555'
        self.write()

    def write(self):
        record = struct.pack('<qqq', self.boot, self.monotonic, self.utc)
        mode = 'r+b' if self.path.exists() else 'wb'
        with open(self.path, mode) as file:
            file.write(record + self.boot_id)

    def passes(self, seconds):
        self.boot += seconds * 1000
        self.monotonic += seconds * 1000
        self.utc += seconds * 1000
        self.write()

    def sleeps(self, seconds):
        self.boot += seconds * 1000
        self.utc += seconds * 1000
        self.write()

    def reboots(self, seconds):
        self.boot = self.monotonic = 5_000
        self.utc += seconds * 1000
        self.boot_id = b'99999999-2222-3333-4444-555555555555'
        self.write()


class Talk:
    """One run of the line mode, prompt by prompt."""

    def __init__(self, world, arguments):
        self.process = subprocess.Popen(
            [world.program, *arguments], env=world.env, cwd=world.home,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            restore_signals=False)  # SIGXFSZ stays ignored, see limit_files()
        self.said = b''
        world.talks.append(self)

    def abandon(self):
        """Ends what a failed test left running."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def listen(self):
        """Reads until the program asks for a line, or ends. The prompt is
        flushed when it waits and at no other time."""
        mark = len(self.said)
        while not PROMPT.search(self.said, mark):
            output = self.process.stdout
            if not select.select([output], [], [], PATIENCE_S)[0]:
                raise TimeoutError(f'no prompt behind {self.said[mark:]!r}')
            piece = os.read(output.fileno(), 65536)
            if not piece:
                break
            self.said += piece
        return self.said[mark:]

    def say(self, text):
        self.process.stdin.write(text.encode('utf-8') + b'\n')
        self.process.stdin.flush()
        return self.listen()

    def hear_end(self):
        """Closes the input and gives the exit status."""
        if self.process.stdin and not self.process.stdin.closed:
            self.process.stdin.close()
        self.said += self.process.stdout.read()
        self.errors = self.process.stderr.read().decode('utf-8')
        status = self.process.wait(PATIENCE_S)
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def signal(self, number):
        self.process.send_signal(number)

    def hear_end_of_signal(self):
        """The exit status after a signal; the input stays open until then."""
        self.process.wait(PATIENCE_S)
        return self.hear_end()

    def kill(self):
        self.process.kill()
        return self.hear_end()

    def limit_files(self, size):
        """The program can write files up to that size; -1 for any."""
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE,
                         (size, resource.RLIM_INFINITY))


class Skipped(Exception):
    """Raised by a test that needs what is not here."""


def expect(got, wanted, what=''):
    if got != wanted:
        raise AssertionError(f'{what} expected {wanted!r}, got {got!r}')


def expect_in(part, whole):
    if part not in whole:
        raise AssertionError(f'{part!r} is not in {whole!r}')


def rows(run, part='rows'):
    """A part of the JSON document that a command wrote."""
    return json.loads(run.stdout)[part]


def commands(world):
    """The names of the commands, as --help lists them."""
    listed = world.run('--help').stdout.split('Commands:')[1]
    return re.findall(r'^  ([a-z]+)', listed.split('Options:')[0], re.M)


def tap(tests):
    """Runs (name, function) pairs; output is TAP. Gives the exit status."""
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f'ok {number} - {name}', flush=True)
        except Skipped as reason:
            print(f'ok {number} - {name} # SKIP {reason}', flush=True)
        except Exception as problem:  # a test that breaks has failed
            failed += 1
            print(f'not ok {number} - {name}')
            for line in f'{type(problem).__name__}: {problem}'.splitlines():
                print(f'# {line}', flush=True)
    return 1 if failed else 0
