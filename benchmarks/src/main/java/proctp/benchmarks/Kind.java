package proctp.benchmarks;

/** What a request asks for. */
enum Kind {

    /** The rows of a plan of ten. */
    LIST("\\set plan random(1, %d)".formatted(Office.PLANS), Kind.PLAIN_LIST),
    /** The rows of a plan of a hundred. */
    LONG_LIST("\\set plan %d".formatted(Office.LONG_PLAN), Kind.PLAIN_LIST),
    /** One row. */
    ROW("\\set plan random(1, %d)".formatted(Office.PLANS),
            "select * from proctp where practice_id = :practice and proctpnum = :row;"),
    /** The rows of a plan of ten, which the client has already. */
    NOT_MODIFIED("\\set plan random(1, %d)".formatted(Office.PLANS), Kind.PLAIN_LIST),
    /** Another discount for a row of a plan that is not signed. */
    UPDATE("\\set plan %d * random(0, %d) + random(3, %1$d)".formatted(Office.PATTERN, Office.PLANS / Office.PATTERN - 1),
            "update proctp set discount = :discount, secdatetedit = now() where practice_id = :practice and proctpnum = :row returning *;");

    private static final String PLAIN_LIST =
            "select * from proctp where practice_id = :practice and treatplannum = :plan order by itemorder, proctpnum;";

    private final String drawnPlan;
    private final String plain;

    Kind(String drawnPlan, String plain) {
        this.drawnPlan = drawnPlan;
        this.plain = plain;
    }

    boolean isUpdate() {
        return this == UPDATE;
    }

    /** For pgbench: draws the practice, the plan, the row and the discount of a request. */
    String draw() {
        return """
                \\set practice random(1, %d)
                %s
                \\set row %d * (:plan - 1) + random(1, %3$d)
                \\set discount random(1000000, 9999999) / 100.0
                """.formatted(Office.PRACTICES, drawnPlan, Office.ROWS);
    }

    /** For pgbench: the one statement that the same would take without anything else that the service does. */
    String plain() {
        return plain;
    }

    /** Whether there is such a request for a plan. */
    boolean isFor(long plan) {
        return (plan == Office.LONG_PLAN) == (this == LONG_LIST) && !(isUpdate() && Office.isSigned(plan));
    }

    /** Of a request: below the base URL. */
    String path(long plan, long row) {
        return this == ROW || this == UPDATE ? "/proctps/" + row : "/proctps?TreatPlanNum=" + plan;
    }
}
