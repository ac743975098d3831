/**
 * A line that is set to an exact height is as high as that in Word, whatever stands in it. In a browser it also has to
 * hold a letter of the paragraph's own size beside larger ones, and grows: so the paragraph gets the size of what
 * stands in it.
 */
export const levelLines = (drawn: HTMLElement): void => {
  const sizes = [...drawn.querySelectorAll<HTMLElement>('article p')].flatMap((paragraph) => {
    const own = Number.parseFloat(getComputedStyle(paragraph).fontSize);
    const runs = [...paragraph.querySelectorAll<HTMLElement>('span')].filter(
      (run) => run.textContent !== '' && !run.closest('svg'),
    );
    const largest = Math.max(own, ...runs.map((run) => Number.parseFloat(getComputedStyle(run).fontSize)));
    return largest > own ? [{ paragraph, largest }] : [];
  });
  for (const { paragraph, largest } of sizes) paragraph.style.fontSize = `${String(largest)}px`;
};
