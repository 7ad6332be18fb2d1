package proctp.application.port;

import java.util.List;
import proctp.application.PracticeContents;

/** Where the practices' rows are kept. A persistence adapter is one of these. */
public interface Office {

    /** The practices themselves, for whoever runs the service. */
    Practices practices();

    /** The keys that open them. */
    ApiKeys apiKeys();

    /** The rows of saved plans. */
    ProcTPs procTPs();

    /** The plans. */
    TreatPlans treatPlans();

    /** The lists that a practice defines for itself. */
    Definitions definitions();

    /** What has happened to the plans and their rows. */
    Changes changes();

    /** Whole practices, for whoever moves them in or out. */
    Archive archive();

    /**
     * Fills an office that holds no practice yet with all that is given, or with nothing of it. Values are kept exactly as
     * given; of a row's priority only the number is kept, its name is the definition's. {@link Changes} has it as
     * {@link Archive#fill} says, with the console ({@link proctp.application.Caller#atConsole}) as its author.
     *
     * @return whether it did; an office that holds a practice is left as it is
     */
    boolean fillIfEmpty(List<PracticeContents> practices);
}
