// The sources are TypeScript that Node runs as it is, which it can do since 22.18. `npm run` finds the Node 24 that
// `npm install` brought before any other; this speaks up where a script was started without npm.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This is Node ${process.versions.node} and the planner needs 22.18 or later: run \`npm install\`, which brings one along, then \`npm start\`.`,
  );
  process.exit(1);
}
