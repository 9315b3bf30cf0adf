/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { english } from '../testing/english';
import { pageStates } from '../testing/pageStates';
import { Api } from '../testing/pageStates/PageStates';
import { refused } from '../testing/refused';

const never = () => new Promise<never>(() => {});
const denied = (operation: string) =>
  refused(403, 'NotAllowedError', `${operation} needs more`);
/** The same operations, all with another answer. */
const instead = (api: Api, answer: (operation: string) => unknown): Api =>
  Object.fromEntries(
    Object.keys(api).map(operation => [operation, answer(operation)]),
  );
const press = async (name: string | RegExp) =>
  fireEvent.click((await screen.findAllByRole('button', { name }))[0]);
const failure = (what: string, reason: string) =>
  screen.findByText(english('shared.failed', { what, reason }), {
    exact: false,
  });

// these are whole pages, and the machines of continuous integration are slow
jest.setTimeout(120_000);

describe.each(Object.entries(pageStates))('%s', (_, page) => {
  const { show, asks, parts, some } = page;

  it('loading: is busy, and says nothing before it knows', async () => {
    show({ ...parts, [asks]: never });
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(/\b(no|none|nothing)\b/i);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it.each(page.empty)('empty, $when: says what to do', async state => {
    show({ ...parts, ...state.api }, state.search);
    expect((await screen.findAllByText(state.says))[0]).toBeVisible();
    const [way] = screen.getAllByText(state.todo);
    expect(way.closest('a, button')).toBeEnabled();
    expect(screen.queryByTestId('progress')).toBeNull();
  });

  it('error: says what failed and why, and tries again on demand', async () => {
    let answer: any = refused(500, 'Error', 'the database is away');
    const ask = jest.fn((...given: unknown[]) => answer(...given));
    const retry = async () => {
      const before = ask.mock.calls.length;
      await press('Retry');
      expect(ask.mock.calls.length).toBeGreaterThan(before);
    };
    show({ ...parts, [asks]: ask });
    expect(
      await failure(page.failed, 'the database is away'),
    ).toBeInTheDocument();
    answer = async () => {
      throw new TypeError('Failed to fetch');
    };
    await retry();
    expect(await failure(page.failed, 'Failed to fetch')).toBeInTheDocument();
    answer = some.api[asks];
    await retry();
    expect((await screen.findAllByText(some.seen))[0]).toBeVisible();
    expect(screen.queryByText(page.failed, { exact: false })).toBeNull();
  });

  it('denied: says that rights are missing, and what the server says', async () => {
    show(instead({ ...parts, [asks]: never }, denied));
    expect(
      await screen.findByText(
        english('shared.denied', {
          what: page.failed,
          reason: `${asks} needs more`,
        }),
        { exact: false },
      ),
    ).toBeVisible();
    expect(screen.queryByTestId('progress')).toBeNull();
  });

  it('shows long names whole', async () => {
    show({ ...parts, ...page.long.api }, page.long.search);
    const cut: string[] = [];
    for (const name of page.long.names) {
      await waitFor(() => {
        const texts = screen.queryAllByText(
          (__, element) => ownText(element!).includes(name),
          // the address is the test's own
          { ignore: 'script, style, option, output' },
        );
        const fields = screen.queryAllByDisplayValue(new RegExp(name));
        expect(texts.length + fields.length).toBeGreaterThan(0);
        cut.push(...texts.filter(text => !canBreak(text)).map(ownText));
      });
    }
    expect(cut).toEqual([]);
  });

  it.each(page.many)('many rows: shows a page of $row', async state => {
    const { row, most, paged, rest, list } = state;
    const api = { ...parts, ...state.api };
    const ask = jest.fn((paged ? api[paged] : never) as () => any);
    show(paged ? { ...api, [paged]: ask } : api, state.search);
    const numbers = async () => {
      const texts = (await screen.findAllByText(row)).map(ownText);
      return [...new Set(texts.map(text => Number(/\d+/.exec(text))))];
    };
    if (rest) {
      expect(
        await screen.findByRole('link', { name: rest.link }),
      ).toHaveAttribute('href', rest.href);
    }
    if (list) {
      await userEvent.click(screen.getByLabelText(list));
    }
    expect(await numbers()).toEqual(Array.from({ length: most }, (__, n) => n));
    if (rest) {
      return;
    }
    await press(/next page/i);
    await waitFor(async () => expect((await numbers())[0]).toBe(most));
    expect(await numbers()).toHaveLength(most);
    const asked = ask.mock.calls.map((given: any[]) => given.pop());
    for (const query of asked) {
      expect(query).toMatchObject({ limit: most });
    }
  });
});

describe.each(
  Object.entries(pageStates).filter(
    ([, { parts }]) => Object.keys(parts).length,
  ),
)('Parts of: %s', (_, { show, parts, above, some, emptyParts }) => {
  if (emptyParts.length > 0) {
    it('say that they are empty when they know it', async () => {
      show({ ...parts, ...some.api });
      for (const text of emptyParts) {
        expect(
          await screen.findByText(text, { exact: false }),
        ).toBeInTheDocument();
      }
      await waitFor(() => expect(screen.queryByTestId('progress')).toBeNull());
    });
  }

  it('are awaited while the rest is shown', async () => {
    show({
      ...instead(parts, part => (part === above ? parts[above] : never)),
      ...some.api,
    });
    expect((await screen.findAllByText(some.seen))[0]).toBeVisible();
    emptyParts.forEach(text =>
      expect(screen.queryByText(text, { exact: false })).toBeNull(),
    );
  });

  it.each(Object.keys(parts))('%s: denied, beside the rest', async part => {
    show({ ...parts, [part]: denied(part), ...some.api });
    const said = await screen.findAllByText(new RegExp(`${part} needs more`));
    expect(said[0]).toBeVisible();
    expect((await screen.findAllByText(some.seen))[0]).toBeVisible();
  });
});

function ownText(element: Element): string {
  return [...element.childNodes]
    .map(node => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
    .join('');
}

/** Nothing keeps it on one line: of what stands in its way, the nearest style counts. */
function canBreak(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    const wrap = style.getPropertyValue('overflow-wrap');
    const word = style.getPropertyValue('word-break');
    if (wrap || word) {
      return wrap === 'anywhere' || word.startsWith('break-');
    }
  }
  return false;
}
