package proctp.contract.check;

/** A rule could not be checked here, and why: its message goes on "skipped: ". */
final class Unchecked extends Exception {

    private static final long serialVersionUID = 1;

    Unchecked(String reason) {
        super(reason, null, false, false);
    }
}
