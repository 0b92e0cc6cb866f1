"""Two weeks of a candidate's life in the line mode: practice each day, mock
exams, an interruption, notes and disputes. Then the program's own examination
must find nothing, and what the weeks left must be told.

usage: two_weeks.py PROGRAM QUESTIONS [KEEP]

With KEEP the database is copied there at the end, to look at the screens with
(`proctor --db KEEP`).
"""
import json
import pathlib
import random
import re
import sqlite3
import sys

from program import World, expect, tap

PROGRAM, QUESTIONS = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
DAY_S = 86_400
CANDIDATE = 'Ann'


def keys_of_banks():
    """Question name -> ids of the right options, of choice questions only."""
    keys = {}
    for path in QUESTIONS.rglob('*.yaml'):
        bank = ident = None
        for line in path.read_text('utf-8').splitlines():
            if match := re.match(r'bank: *(\S+)', line):
                bank = match[1]
            elif match := re.match(r'  - id: *(\S+)', line):
                ident = match[1]
            elif match := re.match(r'    answer: *(\S.*)', line):
                keys[f'{bank}/{ident}'] = re.findall(r'\b[A-L]\b', match[1])
    return keys


class Weeks:
    """One database, one person, a clock that is moved by hand."""

    def __init__(self, world):
        self.world = world
        self.random = random.Random(14)
        self.keys = keys_of_banks()
        self.day = 0
        self.attempts = 0

    def run(self, *arguments, lines=None):
        done = self.world.run(*arguments, lines=lines)
        if done.returncode != 0:
            raise AssertionError(f'{arguments}: {done.stderr}')
        return done.stdout

    def begin(self, *arguments):
        """Starts an attempt with a form that is the same on every run."""
        self.attempts += 1
        talk = self.world.talk(*arguments, '--seed', str(self.attempts),
                               '--plain')
        talk.listen()
        said = talk.say('start')
        if not self.form():
            raise AssertionError(f'{arguments}: {said.decode()}')
        return talk

    @staticmethod
    def end(talk):
        """Ends the attempt, and the program."""
        talk.say('submit')
        talk.say('submit')
        expect(talk.hear_end(), 0)
        if b'There is no word' in talk.said:
            raise AssertionError(talk.said.decode())

    def read(self, query, *values):
        """The database while the program has it open."""
        path = next(self.world.home.rglob('proctor.db'))
        with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as database:
            return database.execute(query, values).fetchall()

    def next_day(self):
        """Until the next evening."""
        self.day += 1
        self.world.clock.sleeps(DAY_S - 3 * 3600 + self.random.randrange(3600))

    def form(self):
        """Name, option order and topic of each question of what runs."""
        return self.read(
            "SELECT bank || '/' || question, option_order, topic "
            'FROM answers WHERE attempt_id = '
            "(SELECT attempt_id FROM attempts WHERE state = 'running') "
            'ORDER BY number')

    def skill(self, topic):
        """Grows with the days; some subjects are weak."""
        weak = ('anatomy', 'cpt/radiology', 'hcpcs', 'cases', 'icd-10-pcs')
        base = 0.45 if topic.startswith(weak) else 0.72
        return min(0.95, base + 0.015 * self.day)

    def letters(self, question):
        """Letters to type, right with the chance of the day; '' for none."""
        name, order, topic = question
        keys = self.keys.get(name)
        if not keys or not order or self.random.random() < 0.03:
            return ''
        if self.random.random() < self.skill(topic):
            chosen = keys
        else:
            wrong = [letter for letter in order if letter not in keys]
            chosen = self.random.sample(wrong + keys, len(keys))
        return ''.join(chr(ord('A') + order.index(key)) for key in chosen)

    def answer(self, talk, question, mark=0.08):
        letters = self.letters(question)
        if letters:
            talk.say(letters)
        if self.random.random() < mark:
            talk.say('mark')
        if self.random.random() < 0.15:
            talk.say('unsure')

    def think(self, longest=200):
        """Some questions take long."""
        slow = 400 if self.random.random() < 0.04 else 0
        self.world.clock.passes(self.random.randrange(20, longest) + slow)

    def practice(self, *arguments, hints=0.0, stop_at=None, kill_at=None):
        """A practice with feedback; gives up at a question, or is killed."""
        if hints:
            arguments += ('--hints',)
        talk = self.begin('practice', *arguments)
        for number, question in enumerate(self.form()):
            if number == kill_at:
                talk.kill()
                return
            if number == stop_at:
                break
            if self.random.random() < hints:
                talk.say('hint')
            self.think(120)
            self.answer(talk, question, mark=0.05)
            talk.say('check')
            talk.say('next')
        self.end(talk)

    def mock(self, exam, pause_at=None, stop_at=None):
        """A mock exam; interrupted by a kill, or time is wasted at the end."""
        talk = self.begin('sit', exam)
        form = self.form()
        for number, question in enumerate(form):
            if number == stop_at:
                break
            if number == pause_at:
                talk.kill()
                self.world.clock.passes(120)
                talk = self.world.talk('sit', '--plain')
                talk.listen()
                talk.say('charge')
                talk.say(f'open {number + 1}')
            self.think()
            self.answer(talk, question)
            if self.random.random() < 0.06:  # a second thought
                self.answer(talk, question, mark=0)
            talk.say('next')
        self.end(talk)

    def last_attempt(self):
        return self.read('SELECT max(attempt_id) FROM attempts')[0][0]

    def look_back(self):
        """Goes through the misses of the last exam with notes and causes."""
        talk = self.world.talk('--plain', '--candidate', CANDIDATE)
        talk.listen()
        talk.say(f'result {self.last_attempt()}')
        talk.say('show wrong')
        causes = ('knowledge', 'misread', 'place', 'guideline', 'guess')
        for number in range(6):
            talk.say('next')
            talk.say('cause ' + causes[number % len(causes)])
            if number == 1:
                talk.say('note Read the guideline on sequencing again.')
            if number == 2:
                talk.say('dispute A The tabular note says otherwise.')
        talk.say('done')
        talk.say('quit')
        expect(talk.hear_end(), 0)

    def live(self):
        self.run('candidates')
        self.run('candidates', 'rename', self.name(), CANDIDATE)
        self.run('candidates', 'set', CANDIDATE, '--exam', 'cpc', '--date',
                 '2027-01-20', '--time-percent', '125')
        self.practice('exam', 'cpc', '--questions', '12', '--reserve',
                      hints=0.3)
        self.next_day()
        self.practice('topic', 'icd-10-cm', '--questions', '15')
        self.next_day()
        self.mock('cpc', pause_at=40)
        self.look_back()
        self.next_day()
        self.practice('missed', '--questions', '20')
        self.next_day()
        self.practice('topic', 'anatomy', '--questions', '10', stop_at=6)
        self.next_day()
        self.mock('ccs')
        self.next_day()
        self.practice('marked', '--questions', '10')
        self.next_day()
        self.practice('topic', 'compliance', '--minutes', '20')
        self.next_day()
        self.mock('cpc', stop_at=80)
        self.look_back()
        self.next_day()
        self.practice('slow', '--questions', '10')
        self.next_day()
        self.mock('cpc')
        self.next_day()
        self.practice('topic', 'icd-10-cm', '--questions', '15', kill_at=5)
        self.next_day()

    def name(self):
        rows = json.loads(self.run('candidates', '--json'))['rows']
        return rows[0]['name']


def two_weeks_leave_a_sound_database():
    with World(PROGRAM, QUESTIONS) as world:
        weeks = Weeks(world)
        weeks.live()
        weeks.run('doctor')
        check_what_is_told(weeks)
        if len(sys.argv) > 3:
            weeks.run('backup', '--force', str(pathlib.Path(sys.argv[3])))


def rows(weeks, *arguments):
    return json.loads(weeks.run(*arguments, '--json'))['rows']


def check_what_is_told(weeks):
    expect(len(rows(weeks, 'history', '--kind', 'mocks')), 4)
    expect(len(rows(weeks, 'history', '--kind', 'practice')), 8)
    expect(len(rows(weeks, 'trend', 'cpc')) > 0, True)
    weak = rows(weeks, 'weak')
    expect(sum(row['asked'] for row in weak) > 100, True, weak)
    expect(len(rows(weeks, 'notes')), 2)
    expect(len(rows(weeks, 'disputes')), 2)
    expect(weeks.read("SELECT count(*) FROM remark WHERE kind = 'cause'"),
           [(12,)])
    status = rows(weeks, 'status')[0]
    expect(status['next'], 'practice')
    expect(status['running_attempt'], None)
    expect(status['running_practice'], weeks.last_attempt())


sys.exit(tap([(two_weeks_leave_a_sound_database.__name__,
               two_weeks_leave_a_sound_database)]))
