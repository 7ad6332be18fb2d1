package proctp.junit;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import proctp.application.ApiKey;
import proctp.application.Caller;
import proctp.application.KeyDigest;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanEdit;
import proctp.domain.TreatPlanNum;

/** A whole ProcTP that runs in this JVM for a class of tests, which calls it over HTTP and moves it from behind. */
public final class ProcTP {

    private final ProcTPSettings settings;
    private final Stage stage;

    private ProcTP(ProcTPSettings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    /** Starts one, or takes over one that was left. */
    static ProcTP start(ProcTPSettings settings) {
        ProcTP server = new ProcTP(settings, Stages.take(settings));
        try {
            server.reset();
            return server;
        } catch (RuntimeException unsuitable) {
            server.end();
            throw unsuitable;
        }
    }

    /** Nobody calls it any more. */
    void end() {
        Stages.giveBack(settings, stage);
    }

    /** What it is like. */
    ProcTPSettings settings() {
        return settings;
    }

    /** The office as requests see it. */
    Office office() {
        return stage.kept().serving();
    }

    /** Where it is called, {@code http://127.0.0.1:PORT/api/v1}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + stage.port() + "/api/v1");
    }

    /** The value of the header Authorization for the sample's practice 1, with all permissions. */
    public String authorization() {
        return authorization(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
    }

    /** The value of the header Authorization for a pair of keys, those of {@link SampleOffice} or others. */
    public String authorization(String developerKey, String customerKey) {
        return "ODFHIR " + developerKey + "/" + customerKey;
    }

    /** What its clock shows. */
    public Instant now() {
        return stage.clock().instant();
    }

    /** Sets its clock, by which it stamps changes, lets keys expire and forgets Idempotency-Keys. */
    public void setTime(Instant moment) {
        stage.clock().set(moment);
    }

    /** Sets its clock to what it is to show in the practices' zone. */
    public void setTime(LocalDateTime local) {
        setTime(local.atZone(settings.zone()).toInstant());
    }

    /** Puts its clock forward. */
    public void advance(Duration time) {
        stage.clock().advance(time);
    }

    /** About the next request. */
    public Next next() {
        return next("");
    }

    /** About the next request of that method. */
    public Next next(String method) {
        return next(method, "");
    }

    /**
     * About the next request of that method to that path.
     *
     * @param method {@code ""} for any
     * @param path   without {@code /api/v1} and query, such as {@code /proctps/976}; in {@code /proctps/{ProcTPNum}} the number is
     *               any
     */
    public Next next(String method, String path) {
        return new Next(stage.script(), new Target(method, path), 1);
    }

    /**
     * Signs a plan of the first practice for its patient, at the console. Nothing happens to one that is signed, but that it is
     * signed again.
     *
     * @throws Refusal when there is no such plan, or it is not Saved
     */
    public void sign(long treatPlanNum) {
        edit(treatPlanNum, TreatPlanEdit.builder().isSigned(true));
    }

    /**
     * Clears the signatures of a plan of the first practice, at the console.
     *
     * @throws Refusal when there is no such plan
     */
    public void clearSignature(long treatPlanNum) {
        edit(treatPlanNum, TreatPlanEdit.builder().isSigned(false));
    }

    private void edit(long treatPlanNum, TreatPlanEdit.Builder edit) {
        stage.useCases().editTreatPlan().edit(console(), new TreatPlanNum(treatPlanNum), edit, plan -> {
        });
    }

    /**
     * Edits a row of the first practice, at the console, so that a client's ETag of it is stale.
     *
     * @param change names the members that are to be others
     * @throws Refusal when there is no such row, its plan is signed, or the members cannot be so
     */
    public void edit(long procTPNum, Consumer<ProcTPEdit.Builder> change) {
        ProcTPEdit.Builder edit = ProcTPEdit.builder();
        change.accept(edit);
        stage.useCases().editProcTP().edit(console(), new ProcTPNum(procTPNum), edit, (plan, row) -> {
        });
    }

    private Caller console() {
        return Caller.atConsole(stage.firstPractice());
    }

    /** Disables a pair of keys; comes back when it does not work any more, on PostgreSQL after a second at most. */
    public void disable(String developerKey, String customerKey) {
        KeyDigest digest = Stage.SECRET.digest(developerKey, customerKey);
        ApiKey key = stage.kept().keys().stream().filter(stored -> stored.digest().equals(digest)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such pair of keys."));
        stage.kept().console().apiKeys().change(key.practice(), key.num(), ApiKey::disabled);
        stage.kept().await(digest);
    }

    /** The requests that came since the beginning, in the order of their answers, those with wrong keys as well. */
    public List<AnsweredRequest> requests() {
        return stage.script().answered();
    }

    /** Has all be as it was in the beginning: the office, the keys, the clock, and nothing is planned or was asked. */
    public void reset() {
        stage.reset(settings);
    }
}
