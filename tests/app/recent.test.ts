import { expect, it } from 'vitest';
import { useVisited, visit } from '../../renderer/app/recent.ts';

const titles = (of: string) =>
  useVisited
    .getState()
    .visited.filter((place) => place.of === of)
    .map(({ title }) => title);
const screen = (title: string) => ({ title, detail: 'Workforce', to: `/${title}` });

it('the places where somebody was last come newest first, each once, eight of them, those of each trust by themselves', () => {
  useVisited.setState({ visited: [] });
  for (const title of ['The gap', 'Rosters', 'The gap']) visit(screen(title), 'Fernhollow');
  visit(screen('The gap'), 'Saltmarsh');
  expect(titles('Fernhollow')).toEqual(['The gap', 'Rosters']);
  expect(titles('Saltmarsh')).toEqual(['The gap']);
  for (let place = 1; place <= 9; place += 1) visit(screen(`Screen ${place}`), 'Fernhollow');
  expect(titles('Fernhollow')).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((place) => `Screen ${place}`));
});
