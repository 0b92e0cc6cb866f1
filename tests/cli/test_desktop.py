"""The menu entry, its icon and where all of data/ is installed.

usage: test_desktop.py DATA_FOLDER BUILD_FOLDER
"""
import configparser
import json
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from program import Skipped, expect, expect_in, tap

DATA, BUILD = (pathlib.Path(path) for path in sys.argv[1:])


def menu_entry_is_valid():
    tool = shutil.which('desktop-file-validate')
    if not tool:
        raise Skipped('desktop-file-validate is not installed')
    run = subprocess.run([tool, '--warn-kde', str(DATA / 'proctor.desktop')],
                         capture_output=True, text=True)
    expect((run.returncode, run.stdout), (0, ''), run.stderr)


def menu_entry_starts_the_program_in_a_terminal():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(DATA / 'proctor.desktop', 'utf-8')
    entry = parser['Desktop Entry']
    expect((entry['Type'], entry['Exec'], entry['Icon'], entry['Terminal']),
           ('Application', 'proctor', 'proctor', 'true'))
    expect_in('Education;', entry['Categories'])
    expect(len(entry['Keywords'].rstrip(';').split(';')) > 3, True, 'keywords')


def icon_is_a_square_drawing():
    root = ElementTree.parse(DATA / 'proctor.svg').getroot()
    expect(root.tag, '{http://www.w3.org/2000/svg}svg')
    left, top, width, height = map(int, root.get('viewBox').split())
    expect((left, top, width), (0, 0, height))
    for text in ('<script', '<image', 'xlink'):
        expect(text in (DATA / 'proctor.svg').read_text('utf-8'), False, text)


def all_of_it_is_installed_where_it_is_looked_for():
    places = json.loads((BUILD / 'meson-info/intro-installed.json').read_text())
    wanted = ('applications/proctor.desktop',
              'icons/hicolor/scalable/apps/proctor.svg',
              'bash-completion/completions/proctor',
              'zsh/site-functions/_proctor',
              'fish/vendor_completions.d/proctor.fish',
              'man/man1/proctor.1')
    for end in wanted:
        if not any(place.endswith('/share/' + end) or
                   place.endswith('/share/' + end + '.gz')
                   for place in places.values()):
            raise AssertionError(f'not installed: {end}')


sys.exit(tap([(test.__name__, test) for test in (
    menu_entry_is_valid, menu_entry_starts_the_program_in_a_terminal,
    icon_is_a_square_drawing, all_of_it_is_installed_where_it_is_looked_for)]))
