"""The manual page against the program, and against its source.

usage: test_manual.py PROGRAM SOURCE COMMITTED BUILT
"""
import json
import pathlib
import re
import subprocess
import sys

from program import tap

PROGRAM = sys.argv[1]
SOURCE, COMMITTED, BUILT = (pathlib.Path(path).read_text('utf-8')
                            for path in sys.argv[2:])


def help_part(start, end):
    text = subprocess.run([PROGRAM, '--help'], capture_output=True,
                          text=True).stdout
    return text.split(start)[1].split(end)[0]


def manual_names_every_command():
    names = re.findall(r'^  ([a-z]+)', help_part('Commands:', 'Options:'), re.M)
    missing = [name for name in names
               if not re.search(rf'^\*{name}\*', SOURCE, re.M)]
    if not names or missing:
        raise AssertionError(f'not in the manual: {missing} of {names}')


def manual_names_every_option():
    names = set()
    for command in [[], *([name] for name in re.findall(
            r'^  ([a-z]+)', help_part('Commands:', 'Options:'), re.M))]:
        text = subprocess.run([PROGRAM, *command, '--help'],
                              capture_output=True, text=True).stdout
        names |= set(re.findall(r'^  (--[a-z-]+)', text, re.M))
    missing = [name for name in sorted(names) if f'*{name}*' not in SOURCE]
    if len(names) < 10 or missing:
        raise AssertionError(f'not in the manual: {missing}')


def manual_names_every_setting_and_value():
    text = subprocess.run([PROGRAM, 'settings', '--json'], capture_output=True,
                          text=True).stdout
    for row in json.loads(text)['rows']:
        values = ' | '.join(f'*{value}*' for value in row['values'].split())
        if f'*{row["key"]}* = {values}' not in SOURCE:
            raise AssertionError(f'not in the manual: {row["key"]} = {values}')


def without_maker(page):
    """scdoc's own version is no difference."""
    return [line for line in page.splitlines()
            if not line.startswith('.\\"')]


def committed_page_is_made_from_its_source():
    if without_maker(COMMITTED) != without_maker(BUILT):
        raise AssertionError('man/proctor.1 is not what scdoc makes of '
                             'man/proctor.1.scd: make it again')


sys.exit(tap([(test.__name__, test) for test in (
    manual_names_every_command, manual_names_every_option,
    manual_names_every_setting_and_value,
    committed_page_is_made_from_its_source)]))
