/** A call was not answered, because what answers is gone. It may or may not have been carried out. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';

  constructor() {
    super(
      'The planner is not answering. What it showed as saved is safe. Start it again, then check your last change.',
    );
  }
}
