// Failed tests from the reports of Vitest and Playwright: file, title, and the first lines of the message.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

function failure(where, message = '') {
  const lines = stripVTControlCharacters(message).split('\n');
  const first = lines.filter((line) => line.trim() !== '').slice(0, 8);
  return [where, ...first.map((line) => `    ${line}`)].join('\n');
}

/** The failures in Vitest's JSON report; a file that could not be loaded counts as one. */
export function failuresOfUnits({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('', name);
    const failed = assertionResults.filter((one) => one.status !== 'passed');
    if (failed.length === 0) return status === 'passed' ? [] : [failure(file, message)];
    return failed.map((one) => failure(`${file} › ${one.fullName}`, one.failureMessages?.[0]));
  });
}

function specsIn({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
}

/** The failures in Playwright's JSON report, including flaky and skipped tests. */
export function failuresOfPages(report) {
  return [
    ...report.errors.map(({ message }) => failure('before any test', message)),
    ...specsIn(report).flatMap(({ file, line, title, tests }) =>
      tests
        .filter(({ status }) => status !== 'expected')
        .map(({ status, results }) => {
          const [first] = results.flatMap(({ errors }) => errors);
          const note = status === 'unexpected' ? '' : ` (${status})`;
          return failure(`${file}:${line} › ${title}${note}`, first?.message);
        }),
    ),
  ];
}
