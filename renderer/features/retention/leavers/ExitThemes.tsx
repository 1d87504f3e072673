import { useQuery } from '@tanstack/react-query';
import { planner } from '../../../client/planner.ts';
import { Answered } from '../../../components/Answered.tsx';
import { DataTable } from '../../../components/DataTable.tsx';

/** What exit conversations of the same months were about; confidential ones are left out. */
export function ExitThemes({ trust, period }: { trust: string; period: { first: string; last: string } }) {
  const query = useQuery({
    queryKey: ['exit themes', trust, period],
    queryFn: () => planner.retention.conversations({ trust, ...period }),
  });
  return (
    <section aria-labelledby="exit-title">
      <h2 id="exit-title">What exit conversations were about</h2>
      <Answered query={query}>
        {({ themes, kinds }) => {
          const held = kinds.find(({ key }) => key === 'exit')?.held ?? 0;
          const found = themes.filter(({ exits }) => exits > 0).sort((one, other) => other.exits - one.exits);
          return found.length === 0 ? (
            <p>
              {held === 0
                ? 'No exit conversation of these months was entered. Enter them under Conversations.'
                : `${held} were held; none has a theme that may be told.`}
            </p>
          ) : (
            <DataTable
              caption="Themes of exit conversations"
              columns={[
                { key: 'theme', title: 'Theme', header: true, value: ({ name }) => name },
                {
                  key: 'exits',
                  title: 'Exit conversations',
                  number: true,
                  value: ({ exits }) => exits,
                  means: 'Exit conversations in which the theme was spoken about.',
                },
              ]}
              rows={found}
              rowKey={({ key }) => key}
            />
          );
        }}
      </Answered>
    </section>
  );
}
