"""Reads every #include and holds it against the table of layers.

An include never points up, a header of another layer's folder is not used
past include/proctor/, and a library stands in the one layer that owns it.
Output is TAP, one test a rule.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Layer: what it may use beside itself (ARCHITECTURE.md, "Layers").
MAY_USE = {
    'base': set(),
    'platform': {'base'},
    'domain': {'base'},
    'bank': {'base', 'platform', 'domain'},
    'store': {'base', 'platform', 'domain'},
    'report': {'base', 'domain'},
    'app': {'base', 'platform', 'domain', 'bank', 'store', 'report'},
    'tui': {'base', 'platform', 'domain', 'bank', 'store', 'app'},
    'cli': {'base', 'platform', 'domain', 'bank', 'store', 'report', 'app',
            'tui'},
}

# A system or library header: the only layer, or the only file, that has it.
OWNED = {
    'yaml.h': 'src/bank/',
    'sqlite3.h': 'src/store/',
    'jansson.h': 'src/report/',
    'curses.h': 'src/tui/',
    'ncurses.h': 'src/tui/',
    'term.h': 'src/tui/',
    'nettle/': 'src/base/',
    'sys/statfs.h': 'src/platform/',
    'sys/vfs.h': 'src/platform/',
    'time.h': ('src/platform/',),
}
BANNED = re.compile(
    r'\b(strcpy|strcat|sprintf|vsprintf|strncpy|strncat|gets|atoi|atol|system|'
    r'popen)\s*\(')
ONLY_IN = {
    re.compile(r'\bgetenv\s*\('): 'src/platform/',
    re.compile(r'\bclock_gettime\s*\('): 'src/platform/',
}
SINGLE_FILE = {'curses.h', 'yaml.h'}


def sources():
    for top in ('src', 'include'):
        for path in sorted((ROOT / top).rglob('*.[ch]')):
            yield path, str(path.relative_to(ROOT))


def layer_of(name):
    parts = name.split('/')
    return parts[1] if parts[0] == 'src' else parts[2]


def lines(path):
    return enumerate(path.read_text(encoding='utf-8').splitlines(), 1)


def upward_includes():
    for path, name in sources():
        layer = layer_of(name)
        for number, line in lines(path):
            match = INCLUDE.match(line)
            if not match or not match[2].startswith('proctor/'):
                continue
            used = match[2].split('/')[1]
            if used != layer and used not in MAY_USE[layer]:
                yield f'{name}:{number}: {layer} may not use {used}'
            if used == 'tui' and layer == 'cli' and \
                    match[2] != 'proctor/tui/tui.h':
                yield f'{name}:{number}: only tui.h of the tui is public'


def private_includes():
    for path, name in sources():
        for number, line in lines(path):
            match = INCLUDE.match(line)
            if match and match[1] == '"' and '..' in match[2]:
                yield f'{name}:{number}: includes {match[2]}'


def owned_headers():
    for path, name in sources():
        for number, line in lines(path):
            match = INCLUDE.match(line)
            if not match or match[1] != '<':
                continue
            for header, owner in OWNED.items():
                if match[2] == header or (header.endswith('/') and
                                          match[2].startswith(header)):
                    if not name.startswith(owner):
                        yield f'{name}:{number}: {match[2]} belongs to {owner}'


def single_files():
    for header in SINGLE_FILE:
        users = [name for path, name in sources()
                 if re.search(r'#\s*include\s*<n?' + re.escape(header) + '>',
                              path.read_text(encoding='utf-8'))]
        if len(users) > 1:
            yield f'{header} is included by {", ".join(users)}'


def banned_calls():
    for path, name in sources():
        for number, line in lines(path):
            if BANNED.search(line):
                yield f'{name}:{number}: {line.strip()}'


def calls_of_one_layer():
    for path, name in sources():
        for number, line in lines(path):
            for call, owner in ONLY_IN.items():
                if call.search(line) and not name.startswith(owner):
                    yield f'{name}:{number}: {line.strip()}'


RULES = [
    ('no_include_points_up', upward_includes),
    ('no_private_header_is_reached_by_path', private_includes),
    ('a_library_stands_in_one_layer', owned_headers),
    ('curses_and_libyaml_stand_in_one_file', single_files),
    ('no_banned_call_is_made', banned_calls),
    ('clock_and_environment_are_read_in_platform', calls_of_one_layer),
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
