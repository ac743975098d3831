import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { Locator, Page } from 'playwright-core';

/** What a person does on screens, again and again. */

/** Opens a page of the app by its path, e.g. `/cases/new`. */
export const openPage = async (page: Page, path: string): Promise<void> => {
  await page.goto(new URL(`#${path}`, page.url()).href);
};

/** Takes an option of a select, after typing where `typed` is given. `box` is what holds the field. */
export const pick = async (box: Locator, label: string, option: string, typed = ''): Promise<void> => {
  const field = box.getByLabel(label, { exact: true });
  await field.click();
  if (typed !== '') await field.fill(typed);
  const list = box.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  // The list of several stays open; where one is taken, Escape would reach what lies below it.
  const several = field.locator('xpath=ancestor::*[contains(@class, "ant-select-multiple")]');
  if ((await several.count()) > 0) await field.press('Escape');
  await list.waitFor({ state: 'hidden' });
};

/** The bytes that a click hands to the person, and the name that the file gets. */
export const download = async (page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> => {
  const [handed] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: handed.suggestedFilename(), bytes: await readFile(await handed.path()) };
};

/** The text of a Word file, without its marks. Throws when it is none. */
export const wordText = async (bytes: Buffer): Promise<string> => {
  const part = (await JSZip.loadAsync(bytes)).file('word/document.xml');
  if (!part) throw new Error('not a Word file');
  return (await part.async('string')).replace(/<[^>]+>/g, '');
};

/** All rows of the first sheet, as texts. */
export const sheetRows = async (bytes: Buffer): Promise<string[][]> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text));
    rows.push(texts);
  });
  return rows;
};

/** Exactly these words; a colon may be of either width, for that is a matter of print and not of the way. */
export const named = (words: string): RegExp => new RegExp(`^${words.replace(/[:：]/g, '[:：]')}$`);

/** The button of exactly this name. */
export const press = (box: Locator | Page, name: string): Promise<void> =>
  box.getByRole('button', { name: named(name) }).click();
