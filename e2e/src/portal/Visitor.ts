/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import {
  type Browser,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

/** How somebody works: with the mouse, or with the keyboard alone. */
export type Hands = 'mouse' | 'keyboard';

export type Theme = 'light' | 'dark';

/** Before something counts as unreachable by Tab; the longest page has about a hundred stops. */
const tabStops = 250;

/** While a part of a page is fetched; Backstage gives it no name. */
const backstagesProgress =
  '[data-testid="progress"], .MuiCircularProgress-root:not([aria-label]):not([aria-hidden])';

/** Somebody with a real Chromium in front of the portal. */
export class Visitor {
  /** What the browser's console said was wrong. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly url: string,
    private readonly hands: Hands,
    private theme: Theme,
    private readonly prefix: string,
  ) {}

  /** @param prefix of pictures in both themes, of which another visitor takes the same */
  static async arrive(
    url: string,
    hands: Hands,
    theme: Theme,
    prefix: string,
  ): Promise<Visitor> {
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    const context = await browser.newContext({
      viewport: { width: 1400, height: 1000 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const visitor = new Visitor(browser, page, url, hands, theme, prefix);
    page.on('pageerror', error => visitor.complaints.push(String(error)));
    // a browser that draws without a graphics card would spend a processor on what moves
    await page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style');
        style.textContent =
          '* { animation: none !important; transition: none !important }';
        document.head.append(style);
      }),
    );
    await page.addInitScript(
      chosen =>
        localStorage.getItem('theme') ?? localStorage.setItem('theme', chosen),
      theme,
    );
    await page.goto(url);
    const enter = page.getByRole('button', { name: 'Enter' });
    const inside = page.getByRole('link', { name: 'Migrations' });
    await enter.or(inside).first().waitFor();
    if (await enter.isVisible()) {
      await visitor.press(enter);
    }
    await inside.waitFor();
    return visitor;
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** Presses a button, a link, a tab, an entry of a menu. */
  async press(target: Locator): Promise<void> {
    if (this.hands === 'mouse') {
      await target.click();
      return;
    }
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  async tick(target: Locator): Promise<void> {
    if (this.hands === 'mouse') {
      await target.check();
      return;
    }
    await this.reach(target);
    await this.page.keyboard.press('Space');
  }

  async write(target: Locator, text: string): Promise<void> {
    if (this.hands === 'mouse') {
      await target.fill(text);
      return;
    }
    await this.reach(target);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** One of a select's options, be it the browser's own or Material UI's. */
  async choose(target: Locator, option: string): Promise<void> {
    if ((await target.evaluate(element => element.tagName)) === 'SELECT') {
      const wanted = target.locator('option', { hasText: option }).first();
      await wanted.waitFor({ state: 'attached' });
      if (this.hands === 'mouse') {
        await target.selectOption(await wanted.getAttribute('value'));
      } else {
        await this.reach(target);
        await this.page.keyboard.type(option);
      }
      return;
    }
    await this.press(target);
    const entry = this.page.getByRole('option', { name: option, exact: true });
    await entry.waitFor();
    if (this.hands === 'mouse') {
      await entry.click();
    } else {
      // a listbox is one stop; its options are reached by arrows
      await this.page.keyboard.press('Home');
      await this.until(entry, 'ArrowDown');
      await this.page.keyboard.press('Enter');
    }
    await entry.waitFor({ state: 'hidden' });
  }

  /** A picture of what is there, which axe has looked at. @returns what axe found, in words */
  async look(name: string): Promise<string[]> {
    const { theme } = this;
    await this.page.waitForFunction(
      loading => !document.querySelector(loading),
      backstagesProgress,
    );
    const dir = process.env.NAMESPACE_MIGRATION_SCREENSHOTS;
    if (dir) {
      mkdirSync(dir, { recursive: true });
      await this.page.screenshot({
        path: join(dir, `${name}${theme === 'dark' ? '-dark' : ''}.png`),
      });
    }
    return this.violations(`${name} (${theme})`);
  }

  /** The same in both themes. What is not in the URL is lost by it: Backstage begins anew with another theme. */
  async lookInBothThemes(page: string): Promise<string[]> {
    const name = `${this.prefix}${page}`;
    const found = await this.look(name);
    await this.turnTo(this.theme === 'dark' ? 'light' : 'dark');
    found.push(...(await this.look(name)));
    await this.turnTo(this.theme === 'dark' ? 'light' : 'dark');
    return found;
  }

  private async turnTo(theme: Theme): Promise<void> {
    await this.page.evaluate(chosen => {
      localStorage.setItem('theme', chosen);
      window.dispatchEvent(
        new StorageEvent('storage', { key: 'theme', newValue: chosen }),
      );
    }, theme);
    this.theme = theme;
    await this.page.waitForFunction(
      chosen => document.body.dataset.themeMode === chosen,
      theme,
    );
    // pages ask anew for what they show
    await this.page.waitForTimeout(1500);
  }

  private async violations(where: string): Promise<string[]> {
    // Backstage's own tabs: newer ones point to panels that it does not have, older ones are pale
    const { violations } = await new AxeBuilder({ page: this.page })
      .exclude('a[role="tab"].bui-Tab')
      .exclude('[data-testid^="header-tab-"]')
      .analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          node =>
            `${where}: ${id} at ${node.target.join(' ')}: ${node.html.slice(
              0,
              200,
            )}`,
        ),
      );
  }

  private async reach(target: Locator): Promise<void> {
    await target.waitFor();
    await this.until(target, 'Tab');
  }

  /** @throws when a key pressed again and again does not lead there */
  private async until(target: Locator, key: string): Promise<void> {
    for (let stops = 0; stops < tabStops; stops++) {
      if (
        await target.evaluate(element => element === document.activeElement)
      ) {
        return;
      }
      await this.page.keyboard.press(key);
    }
    throw new Error(`${target} is not reached by ${key}`);
  }
}
