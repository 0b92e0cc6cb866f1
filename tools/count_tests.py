"""Sums the JUnit file of the last `meson test`: `N passed, N failed`.

Skipped tests are named on the lines before. The exit status is 1 when
something failed or nothing ran.
"""
import glob
import sys
import xml.etree.ElementTree as ElementTree

passed = failed = 0
for path in glob.glob(sys.argv[1] + '/testlog*.junit.xml'):
    for case in ElementTree.parse(path).iter('testcase'):
        if case.find('failure') is not None or case.find('error') is not None:
            failed += 1
            print('failed:', case.get('classname'), case.get('name'))
        elif case.find('skipped') is not None:
            print('skipped:', case.get('classname'), case.get('name'))
        else:
            passed += 1
print(f'{passed} passed, {failed} failed')
sys.exit(1 if failed or not passed else 0)
