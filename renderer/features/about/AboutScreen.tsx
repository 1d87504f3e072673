import { useMutation, useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { copyBlock } from '../../components/copy-table.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Page } from '../../components/Page.tsx';

/** Which planner this is, what it runs on, where its data are, what IT decided, and the rules in force. */
export default function AboutScreen() {
  const about = useQuery({ queryKey: ['about'], queryFn: () => planner.planner.about() });
  const copy = useMutation({
    mutationFn: async () => copyBlock({ ...(await planner.planner.diagnostics()), html: '' }),
    onSuccess: () => announce('Diagnostics copied. They hold counts and versions, and nobody’s data'),
    onError: (error) => announce(sentence(error)),
  });
  return (
    <Page
      title="About"
      subtitle="Which planner this is, what it runs on, and the rules in force"
      actions={
        <Button disabled={copy.isPending} onClick={() => copy.mutate()}>
          Copy diagnostics
        </Button>
      }
    >
      <Answered query={about}>
        {({ version, runtime, dataFolder, schemaVersion, isLocked, policy, standards }) => (
          <>
            <dl className="facts">
              <dt>Planner</dt>
              <dd>
                {version}, data of version {schemaVersion}
              </dd>
              <dt>Runs on</dt>
              <dd>{runtime}</dd>
              <dt>Data are in</dt>
              <dd className="breakable">
                {dataFolder}
                {isLocked ? ', encrypted' : ', not encrypted by the planner'}
              </dd>
              <dt>Policy of this PC</dt>
              <dd className="breakable">
                {policy === null ? (
                  'None: IT has decided nothing for this PC.'
                ) : (
                  <>
                    {policy.file}
                    <ul>
                      {policy.says.map((says) => (
                        <li key={says}>{says}</li>
                      ))}
                    </ul>
                  </>
                )}
              </dd>
              <dt>New versions</dt>
              <dd>Come from IT: the planner looks for none and asks nothing of any network.</dd>
              <dt>Licence</dt>
              <dd>MIT. licences.txt beside the program names what it is made of.</dd>
            </dl>
            <DataTable
              caption="Rules in force"
              columns={[
                { key: 'title', title: 'Rules', value: ({ title }) => title, header: true },
                {
                  key: 'version',
                  title: 'Version',
                  value: ({ version: edition }) => edition,
                  means: 'The edition of the published rules that the planner holds.',
                },
              ]}
              rows={standards}
              rowKey={({ title, version: edition }) => `${title} ${edition}`}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}
