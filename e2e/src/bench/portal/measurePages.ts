/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Browser, chromium, Page } from 'playwright-core';
import { openedEntity } from './seededRows';
import { Times, timesOf } from './percentiles';

export interface PagesResult {
  /** From a click on a link inside of the portal until the first rows are shown. */
  plansByLink: Times;
  /** The same for the tab of an entity. */
  entityTabByLink: Times;
  /** The whole page loaded anew from its address, with the app's files in the browser's cache. */
  plansByAddress: Times;
  entityTabByAddress: Times;
  /** The same load of a page of Backstage itself, the catalog: what of it is the app's start. */
  catalogByAddress: Times;
}

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const seconds = 1000;

/** Real Chromium, signed in as a guest. Times are told by the browser's own clock. */
export async function measurePages(
  url: string,
  rounds: number,
): Promise<PagesResult> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60 * seconds);
    const plans = `${url}/migrations/plans`;
    const tab = `${url}${openedEntity.path}/migration`;
    const times: Record<keyof PagesResult, number[]> = {
      plansByLink: [],
      entityTabByLink: [],
      plansByAddress: [],
      entityTabByAddress: [],
      catalogByAddress: [],
    };
    // not counted: the app's files come into the browser's cache
    await load(page, plans, rows);
    await load(page, tab, entityPlan);
    for (let round = 0; round < rounds; round++) {
      times.catalogByAddress.push(await load(page, `${url}/`, catalogRows));
      times.plansByAddress.push(await load(page, plans, rows));
      await page.click(
        'a[href$="/migrations/hooks"], [role=tab]:has-text("Hooks")',
      );
      await page.waitForURL('**/migrations/hooks');
      await page.waitForTimeout(500);
      times.plansByLink.push(
        await follow(page, 'a[href$="/migrations/plans"]', rows),
      );
      times.entityTabByAddress.push(await load(page, tab, entityPlan));
      await page.goto(`${url}${openedEntity.path}`);
      await page.waitForSelector('a[href$="/migration"]');
      await page.waitForTimeout(1500);
      times.entityTabByLink.push(
        await follow(page, 'a[href$="/migration"]', entityPlan),
      );
    }
    return Object.fromEntries(
      Object.entries(times).map(([name, each]) => [name, timesOf(each)]),
    ) as unknown as PagesResult;
  } finally {
    await browser.close();
  }
}

/** What is on the page when it can be read. */
const rows = 'table tbody tr a[href*="/migrations/plans/plan-"]';
const entityPlan = '[aria-live="polite"]:has-text("application")';
const catalogRows = 'table tbody tr a[href*="/catalog/default/component/"]';

/** Milliseconds since the navigation began. */
async function load(page: Page, url: string, shown: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(shown);
  return page.evaluate(() => performance.now());
}

/** Milliseconds since the click. */
async function follow(
  page: Page,
  link: string,
  shown: string,
): Promise<number> {
  const began = await page.evaluate(() => performance.now());
  await page.click(link);
  await page.waitForSelector(shown);
  return (await page.evaluate(() => performance.now())) - began;
}
