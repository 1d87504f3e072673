/** Starts to count; answers how many milliseconds this process has worked since, however long it had to wait for its turn. */
export function workTime(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
