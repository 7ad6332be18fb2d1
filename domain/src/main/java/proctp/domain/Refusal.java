package proctp.domain;

import static java.util.Objects.requireNonNull;

/**
 * The service will not do what it was asked, and says why to whoever asked. The one exception that is meant for a client:
 * everything else that escapes is a bug or an outage.
 *
 * <p>It carries no stack trace, since it tells of the request and not of the program.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Every reason there is. The names are the stable codes that clients see, so they are never renamed or reused. */
    public enum Kind {
        /** The pair of keys is missing, malformed, unknown, disabled, expired or revoked; which of them is never said. */
        KEY_INVALID,
        /** The key is good but lacks the permission. */
        NOT_AUTHORIZED,
        /** The path names nothing that this API has. */
        RESOURCE_INVALID,
        /** The resource is there but does not offer what was asked of it. */
        METHOD_INVALID,
        /** A parameter that has to be there is not. */
        PARAMETER_REQUIRED,
        /** A parameter's value is not one that it can have. */
        PARAMETER_INVALID,
        /** There is no parameter of that name. */
        PARAMETER_UNKNOWN,
        /** A parameter was given twice. */
        PARAMETER_REPEATED,
        /** A body has to be there and is not. */
        BODY_REQUIRED,
        /** The body is not one object of the expected form. */
        BODY_INVALID,
        /** The body's type is not one that is read here. */
        CONTENT_TYPE_INVALID,
        /** A field that has to be there is not. */
        FIELD_REQUIRED,
        /** A field's value is not one that it can have. */
        FIELD_INVALID,
        /** There is no field of that name. */
        FIELD_UNKNOWN,
        /** The field cannot be changed, and the client asked to be told so. */
        FIELD_READ_ONLY,
        /** A field was given twice. */
        FIELD_REPEATED,
        /** This practice has no such row. */
        PROC_TP_NOT_FOUND,
        /** This practice has no such plan. */
        TREAT_PLAN_NOT_FOUND,
        /** The patient has signed the plan. */
        TREAT_PLAN_SIGNED,
        /** The plan is not a Saved one. */
        TREAT_PLAN_NOT_SAVED,
        /** The row is not as the client last saw it, and the client asked for nothing to be done then. */
        PRECONDITION_FAILED,
        /** A key that makes a request safe to repeat came with another request before. */
        IDEMPOTENCY_KEY_REUSED,
        /** The request asks to be taken for another one than it is. */
        METHOD_OVERRIDE,
        /** The request is not well-formed. */
        REQUEST_INVALID,
        /** The body is longer than is read here. */
        BODY_TOO_LARGE,
        /** The request's address is longer than is read here. */
        TARGET_TOO_LONG,
        /** The request's headers are longer than is read here. */
        HEADERS_TOO_LARGE,
        /** The request expects what cannot be promised. */
        EXPECTATION_FAILED,
        /** No resource has such a method, nor could one. */
        METHOD_UNKNOWN,
        /** The request speaks another version of the protocol. */
        VERSION_UNKNOWN,
        /** Too many requests with wrong keys came from one place. */
        WRONG_KEYS_EXCEEDED,
        /** The key's requests come faster than the office allows. */
        RATE_EXCEEDED,
        /** Nothing is wrong with the request; it cannot be served just now, and nothing of it was done. */
        UNAVAILABLE,
        /** The database was lost while it stored the change: it may have been made, or not. */
        OUTCOME_UNKNOWN,
        /** Nothing is wrong with the request; the service has failed. */
        INTERNAL
    }

    private final Kind kind;

    /**
     * @param kind     why
     * @param sentence what is wrong, where, and what would be right, for the person who will read it
     */
    public Refusal(Kind kind, String sentence) {
        super(requireNonNull(sentence), null, false, false);
        this.kind = requireNonNull(kind);
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, where, and what would be right. */
    public String sentence() {
        return getMessage();
    }

    /** The pair of keys opens nothing. */
    public static Refusal keyInvalid() {
        return new Refusal(Kind.KEY_INVALID, "Invalid DeveloperKey or CustomerKey. The Authorization header must be"
                + " 'ODFHIR {DeveloperKey}/{CustomerKey}' with a pair of keys that is enabled.");
    }

    /** There is no such row in the caller's practice. */
    public static Refusal procTPNotFound() {
        return new Refusal(Kind.PROC_TP_NOT_FOUND, "ProcTP not found.");
    }

    /** The client has sent another request with the same key that makes a request safe to repeat. */
    public static Refusal idempotencyKeyReused() {
        return new Refusal(Kind.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key came with another request within the last 24 hours."
                + " Each request needs one of its own; only the very same request may have it again.");
    }

    /** There is no such plan in the caller's practice. */
    public static Refusal treatPlanNotFound() {
        return new Refusal(Kind.TREAT_PLAN_NOT_FOUND, "TreatPlan not found.");
    }
}
