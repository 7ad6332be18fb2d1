package example.jsonfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.PracticeNum;
import proctp.application.port.ApiKeys;

/** The keys, in the file. */
record JsonFileApiKeys(JsonFileOffice file) implements ApiKeys {

    @Override
    public Optional<ApiKey> find(KeyDigest digest) {
        return file.call(office -> office.apiKeys().find(digest));
    }

    /** Nobody waits for it: the next change takes it along. */
    @Override
    public void used(ApiKey key, LocalDate day) {
        file.inMemory().apiKeys().used(key, day);
    }

    @Override
    public List<ApiKey> list() {
        return file.call(office -> office.apiKeys().list());
    }

    @Override
    public Optional<ApiKey> add(PracticeNum practice, Function<ApiKeyNum, ApiKey> made) {
        return file.call(office -> office.apiKeys().add(practice, made));
    }

    @Override
    public Optional<ApiKey> change(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change) {
        return file.call(office -> office.apiKeys().change(practice, num, change));
    }

    @Override
    public Optional<ApiKey> replace(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change,
                                    BiFunction<ApiKey, ApiKeyNum, ApiKey> successor) {
        return file.call(office -> office.apiKeys().replace(practice, num, change, successor));
    }
}
