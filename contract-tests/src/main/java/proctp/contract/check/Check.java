package proctp.contract.check;

/**
 * One thing that a rule says, and how to find out whether it is so.
 *
 * @param rule   the rule's number in the contract
 * @param tag    whose rule it is
 * @param writes whether it takes a change of what the server holds
 * @param body   finds out
 */
record Check(String rule, Tag tag, boolean writes, Body body) {

    /** What finds out. */
    interface Body {

        /**
         * Comes back when it is so.
         *
         * @throws Deviation when it is not
         * @throws Unchecked when that cannot be found out here
         */
        void hold(Visit visit) throws Deviation, Unchecked;
    }

    /** One that only reads. */
    static Check reading(String rule, Tag tag, Body body) {
        return new Check(rule, tag, false, body);
    }

    /** One that changes something, which is put back. */
    static Check writing(String rule, Tag tag, Body body) {
        return new Check(rule, tag, true, body);
    }
}
