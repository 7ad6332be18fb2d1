package proctp.contract.check;

/** A rule does not hold: what it asks for, and what was there instead. */
final class Deviation extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param expected what the rule asks for
     * @param got      what was there, of a patient's data nothing but its form
     * @param request  what was sent for it
     */
    Deviation(String expected, String got, String request) {
        super("expected " + expected + ", got " + got + " for " + request, null, false, false);
    }

    /** One that no answer shows. */
    Deviation(String sentence) {
        super(sentence, null, false, false);
    }
}
