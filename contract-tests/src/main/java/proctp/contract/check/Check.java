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

    /**
     * The same for what is held against a list that was read before: where they differ, once more against a new one, since people
     * work in the office meanwhile.
     */
    static Body again(Body body) {
        return visit -> {
            try {
                body.hold(visit);
            } catch (Deviation since) {
                visit.forget();
                body.hold(visit);
            }
        };
    }

    /** One that changes something, which is put back. */
    static Check writing(String rule, Tag tag, Body body) {
        return new Check(rule, tag, true, body);
    }
}
