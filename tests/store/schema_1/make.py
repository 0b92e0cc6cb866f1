#!/usr/bin/env python3
"""Makes schema-1.sql, a database as proctor 0.1.0 left it, for the upgrade
test.

usage: make.py PROCTOR

PROCTOR is that program, built with test hooks from the commit before schema 2
(399a841); copied into a checkout of it, this script finds the tests/cli that
talks to it. It imports the banks in data/ and sits the exam there twice and a
bit; the file that comes out differs from run to run in random ids only.
"""
import pathlib
import sqlite3
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / 'cli'))
from program import Talk, World  # noqa: E402

# What is typed; a number lets that many seconds pass. The form is the same in
# every run: its seeds are given.
SITTINGS = [
    # The third question is not looked at before the end, but in the review.
    ('1', ['start', 'a', 'mark', 60, 'open 2', 'b', 'a', 'note Look this up.',
           30, 'open 4', 'b', 20, 'open 5', 'code 1 I50.9', 'submit',
           'submit', 'all', 'open 3', 'done']),
    ('2', ['start', 'b', 40, 'next', 'c', 15, 'next', 10, 'submit', 'submit',
           'done']),
    ('3', ['start', 'a', 25, 'next', 'strike B']),
]


def sit(world, seed, lines):
    talk = Talk(world, ['sit', 'first', '--plain', '--seed', seed])
    talk.listen()
    for line in lines:
        if isinstance(line, int):
            world.clock.passes(line)
        else:
            talk.say(line)
    if lines[-1] == 'done':
        talk.hear_end()
    else:
        talk.kill()
    print(talk.said.decode('utf-8'))
    world.clock.passes(86400)


def dump(database):
    connection = sqlite3.connect(database)
    pragmas = [
        f'PRAGMA {name} = {connection.execute(f"PRAGMA {name}").fetchone()[0]};'
        for name in ('application_id', 'user_version')]
    return '\n'.join([*pragmas, *connection.iterdump(), ''])


def main():
    with World(sys.argv[1], HERE / 'data') as world:
        for seed, lines in SITTINGS:
            sit(world, seed, lines)
        text = dump(world.home / 'data/proctor/proctor.db')
    (HERE / 'schema-1.sql').write_text(
        text.replace(str(HERE / 'data'), '/usr/share/proctor'), 'utf-8')


if __name__ == '__main__':
    main()
