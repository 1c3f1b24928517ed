package org.allmende.server.rehearsal;

/** The walk cannot go on: here GovData's run ends with an error. */
final class RunEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Check check;
  private final String page;
  private final transient Detail detail;

  /** Ends the run at a page, for a reason whose effect is that. */
  RunEndedException(Check check, String page, String value) {
    this(check, page, Detail.of(value));
  }

  RunEndedException(Check check, String page, Detail detail) {
    super(message(check, page, detail));
    this.check = check;
    this.page = page;
    this.detail = detail;
  }

  RunEndedException(Check check, String page, Detail detail, Throwable cause) {
    super(message(check, page, detail), cause);
    this.check = check;
    this.page = page;
    this.detail = detail;
  }

  private static String message(Check check, String page, Detail detail) {
    return check.code() + " at " + page + ": " + detail.english();
  }

  /** Tells it as a finding. */
  void tell(Findings findings) {
    findings.note(check, page, detail);
  }
}
