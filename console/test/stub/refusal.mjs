// An answer that is not a success.
export class Refusal extends Error {
  constructor(status, code, detail, errors, methods) {
    super(detail);
    Object.assign(this, { status, code, errors, methods });
  }
}
