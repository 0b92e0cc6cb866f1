"""Reads every class of screens and holds its keys against the table of commands.

A key does one thing on a screen, and every screen says what it is for: the
help is made of both. Output is TAP, one test a rule.
"""
import collections
import pathlib
import re
import sys

FOLDER = pathlib.Path(sys.argv[1]) / 'src/tui'

ROW = re.compile(r'X\((\w+),\s*"([^"]*)"')
TABLE = re.compile(r'const enum command (\w+)\[\] = \{(.*?)\};', re.S)
CLASS = re.compile(r'struct screen_class (\w+) = \{(.*?)\n\};', re.S)
# Known on every screen; Ctrl-C is asked for last and may be taken.
COMMON = ['HELP', 'REDRAW', 'SUSPEND']


def text_of(path):
    return path.read_text(encoding='utf-8').replace('\\\n', '\n')


def keys_by_command():
    header = text_of(FOLDER / 'command.h')
    table = header[header.index('#define COMMANDS(X)'):
                   header.index('enum command')]
    return {name: keys.split() for name, keys in ROW.findall(table)}


def shared_lists():
    """Lists of commands that stand in a header, by name."""
    lists = {}
    for path in FOLDER.glob('*.h'):
        for name, body in re.findall(r'#define (\w+_COMMANDS)\s+(.*?)\n\n',
                                     text_of(path), re.S):
            lists[name] = body
    return lists


def classes():
    """File, name, body and commands of each class."""
    shared = shared_lists()
    for path in sorted(FOLDER.glob('*.c')):
        text = text_of(path)
        tables = dict(TABLE.findall(text))
        for name, body in CLASS.findall(text):
            used = re.search(r'\.commands = (\w+)', body)
            table = tables.get(used[1], '') if used else ''
            for macro, commands in shared.items():
                table = re.sub(r'\b%s\b' % macro, commands, table)
            yield (path.name, name, body,
                   [c for c in re.findall(r'CMD_(\w+)', table) if c != 'NONE'])


def keys_that_do_two_things():
    keys = keys_by_command()
    for file, name, _, commands in classes():
        users = collections.defaultdict(list)
        for command in commands + [c for c in COMMON if c not in commands]:
            for key in keys[command]:
                users[key].append(command)
        for key, several in users.items():
            if len(several) > 1:
                yield f'{file}: {name}: {key} is {" and ".join(several)}'


def classes_without_commands():
    for file, name, _, commands in classes():
        if not commands:
            yield f'{file}: {name} has no table of commands'


def classes_without_purpose():
    for file, name, body, _ in classes():
        for field in ('name', 'purpose'):
            if f'.{field} = ' not in body:
                yield f'{file}: {name} has no {field}'


def no_class_is_found():
    if len(list(classes())) < 10:
        yield 'the classes of screens are written in another way by now'


RULES = [
    ('the_classes_of_screens_are_found', no_class_is_found),
    ('every_screen_has_its_commands', classes_without_commands),
    ('a_key_does_one_thing_on_a_screen', keys_that_do_two_things),
    ('every_screen_says_what_it_is_for', classes_without_purpose),
]

print(f'1..{len(RULES)}')
failed = False
for number, (title, rule) in enumerate(RULES, 1):
    problems = list(rule())
    failed = failed or bool(problems)
    print(f'{"not ok" if problems else "ok"} {number} - {title}')
    for problem in problems:
        print('#', problem)
sys.exit(1 if failed else 0)
