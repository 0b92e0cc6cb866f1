"""The completions of the shells: what they offer, and that the shells take
them. What needs a shell that is not here is skipped.

usage: test_completion.py PROGRAM
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from program import Skipped, World, commands, expect, expect_in, rows, tap

PROGRAM = os.path.abspath(sys.argv[1])
SHELLS = ('bash', 'zsh', 'fish')
TESTS = []


def test(function):
    TESTS.append((function.__name__, function))
    return function


def script(shell):
    with World(PROGRAM) as world:
        run = world.run('--completion', shell)
    expect((run.returncode, run.stderr), (0, ''), shell)
    return run.stdout


def run_shell(shell, *arguments, text=''):
    path = shutil.which(shell)
    if not path:
        raise Skipped(f'{shell} is not installed')
    with tempfile.TemporaryDirectory() as home:
        return subprocess.run(
            [path, *arguments], input=text, text=True, capture_output=True,
            env={'HOME': home, 'PATH': os.environ.get('PATH', '')}, timeout=60)


# --- what holds for all of them -----------------------------------------------

def options_of(world, *command):
    text = world.run(*command, '--help').stdout
    return set(re.findall(r'^  --([a-z-]+)', text.split('Options:')[1], re.M))


def piece(shell, text, command):
    """The part that is about one command."""
    if shell == 'fish':
        lines = [line for line in text.splitlines()
                 if re.search(rf"__proctor_(begins|is)[a-z ]* {command}[ ']",
                              line) or ' -n ' not in line]
        return '\n'.join(lines)
    return re.search(rf'^ +{command}\)(.*?);;$', text, re.M | re.S).group(1)


@test
def each_shell_knows_every_command_with_its_options():
    with World(PROGRAM) as world:
        options = {name: options_of(world, name) for name in commands(world)}
    expect(len(options) > 20, True, 'commands')
    for shell in SHELLS:
        text = script(shell)
        for name, known in options.items():
            about = piece(shell, text, name)
            dashes = '-l ' if shell == 'fish' else '--'
            for option in known:
                if not re.search(rf'{dashes}{option}[^a-z-]', about):
                    raise AssertionError(f'{shell}: {name} --{option}')


@test
def each_shell_knows_the_values_there_are():
    with World(PROGRAM) as world:
        settings = rows(world.run('settings', '--json'))
        scopes = world.run('practice', 'x').stderr.split('there is ')[2]
    lists = [row['values'] for row in settings]
    lists.append(' '.join(row['key'] for row in settings))
    lists.append(scopes.strip().replace(',', ''))
    lists += ['all mocks practice', 'bash zsh fish', 'add rename remove set',
              'adopt enable disable', 'enable disable', 'export', 'last']
    for shell in SHELLS:
        text = script(shell)
        for words in lists:
            expect_in(words, text)


@test
def no_option_is_offered_to_a_command_that_refuses_it():
    for shell in ('bash', 'zsh'):
        text = script(shell)
        expect('--seed' in piece(shell, text, 'banks'), False, shell)
        expect('--json' in piece(shell, text, 'doctor'), False, shell)


@test
def another_shell_is_refused_with_those_there_are():
    with World(PROGRAM) as world:
        run = world.run('--completion', 'tcsh')
    expect((run.returncode, run.stdout), (2, ''))
    expect_in('bash zsh fish', run.stderr)


# --- shell by shell -----------------------------------------------------------

def is_taken(shell):
    run = run_shell(shell, '-n', '/dev/stdin', text=script(shell))
    expect((run.returncode, run.stderr), (0, ''), shell)


@test
def bash_takes_its_script():
    is_taken('bash')


@test
def zsh_takes_its_script():
    is_taken('zsh')


@test
def fish_takes_its_script():
    is_taken('fish')


# The words typed, and what is offered for the last of them.
OFFERS = (
    (['his'], ['history']),
    (['history', '--js'], ['--json']),
    (['--db', 'x.db', 'history', '--js'], ['--json']),
    (['history', '--kind', ''], ['all', 'mocks', 'practice']),
    (['settings', 'th'], ['theme']),
    (['settings', 'theme', ''], ['auto', 'dark', 'light', 'mono']),
    (['practice', '--exam', 'cpc', 'mi'], ['missed']),
    (['candidates', 're'], ['remove', 'rename']),
    (['check', '/etc/passw'], ['/etc/passwd']),
    (['import', 'a.yaml', '/etc/passw'], ['/etc/passwd']),
    (['disputes', 'export', '-o', '/etc/passw'], ['/etc/passwd']),
    (['show', '2', '--compare', ''], ['last']),
)


@test
def zsh_is_told_what_stands_where():
    """_arguments needs a terminal: a stand-in tells what it is given."""
    ask = """compdef() { : }
_describe() { : }
_arguments() { [[ $1 == -C ]] && state=argument || print -rl -- "$@" }
""" + script('zsh') + """
words=(history); _proctor
words=(import); _proctor
words=(settings theme ''); _proctor
compadd() { print -r -- "$@" }; _proctor_values
"""
    told = run_shell('zsh', '-f', text=ask).stdout.splitlines()
    for spec in ('--kind=[all, mocks or practice]:KIND:(all mocks practice)',
                 '--plain[the line mode\\: a conversation of lines]',
                 '--db=[use this database]:FILE:_files',
                 '*:argument:_files', '2:argument:_proctor_values',
                 '-- auto dark light mono'):
        expect_in(spec, told)


@test
def bash_offers_what_fits():
    for words, wanted in OFFERS:
        ask = script('bash') + f'''
COMP_WORDS=(proctor {' '.join(word or "''" for word in words)})
COMP_CWORD={len(words)}
_proctor
printf '%s\\n' "${{COMPREPLY[@]}}"
'''
        run = run_shell('bash', text=ask)
        found = [line for line in run.stdout.split('\n')
                 if line and not line.startswith('/etc/passwd-')]
        expect(sorted(found), sorted(wanted), f'{words} {run.stderr}')


@test
def bash_takes_a_value_behind_an_equals_sign():
    ask = script('bash') + '''
COMP_WORDS=(proctor history --kind = mo); COMP_CWORD=4
_proctor; echo "${COMPREPLY[*]}"
COMP_WORDS=(proctor --db = x.db his); COMP_CWORD=4
_proctor; echo "${COMPREPLY[*]}"
'''
    run = run_shell('bash', text=ask)
    expect(run.stdout.split('\n')[:2], ['mocks', 'history'], run.stderr)


@test
def fish_offers_what_fits():
    for words, wanted in OFFERS:
        line = ' '.join(['proctor', *words])
        run = run_shell('fish', '-c', f"source; complete -C '{line}'",
                        text=script('fish'))
        found = [offer.split('\t')[0] for offer in run.stdout.splitlines()
                 if not offer.startswith('/etc/passwd-')]
        expect(sorted(found), sorted(wanted), f'{words} {run.stderr}')


sys.exit(tap(TESTS))
