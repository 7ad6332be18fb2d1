package proctp.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import proctp.application.sample.SampleOffice;
import proctp.client.ApiClient;
import proctp.client.ApiException;
import proctp.client.ApiResponse;
import proctp.client.api.ChangesApi;
import proctp.client.api.ChangesApi.APIListChangesRequest;
import proctp.client.api.DefinitionsApi;
import proctp.client.api.DefinitionsApi.APIListDefinitionsRequest;
import proctp.client.api.ProcTpsApi;
import proctp.client.api.ProcTpsApi.APIDeleteProcTPRequest;
import proctp.client.api.ProcTpsApi.APIListProcTPsRequest;
import proctp.client.api.ProcTpsApi.APIReadProcTPRequest;
import proctp.client.api.ProcTpsApi.APIUpdateProcTPRequest;
import proctp.client.api.TreatPlansApi;
import proctp.client.api.TreatPlansApi.APISaveTreatPlanRequest;
import proctp.client.api.TreatPlansApi.APIUpdateTreatPlanRequest;
import proctp.client.model.Change;
import proctp.client.model.Flag;
import proctp.client.model.NewProcTP;
import proctp.client.model.NewTreatPlan;
import proctp.client.model.ProcTP;
import proctp.client.model.ProcTPEdit;
import proctp.client.model.TreatPlan;
import proctp.client.model.TreatPlanEdit;
import proctp.contract.wire.WireClient;

/** The Java client that is made of the API's description calls the service. */
@Tag("clients")
@Timeout(60)
class JavaClientTest {

    private final SampleService service = new SampleService();
    private final ApiClient client = client();
    private final ProcTpsApi procTPs = new ProcTpsApi(client);
    private final TreatPlansApi treatPlans = new TreatPlansApi(client);

    private ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(service.base() + "/api/v1");
        client.setRequestInterceptor(request -> request.header("Authorization", WireClient.credentials(SampleOffice.CUSTOMER_KEY)));
        return client;
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void G1_the_rows_of_a_plan_are_listed() throws ApiException {
        List<ProcTP> rows = procTPs.listProcTPs(plans(963L));
        assertThat(rows).extracting(ProcTP::getProcTPNum).containsExactly(976L, 977L);
        assertThat(rows.get(0).getDescript()).isEqualTo("resin-based composite - three surfaces, posterior");
        assertThat(rows.get(0).getDiscount()).isEqualByComparingTo("54");
        assertThat(procTPs.listProcTPs(plans(970L)).get(0)).returns(1L, ProcTP::getPriorityNum).returns("High", ProcTP::getPriority);
    }

    @Test
    void X3_many_plans_are_listed_and_those_that_are_not_there_named() throws ApiException {
        ApiResponse<List<ProcTP>> answer = procTPs.listProcTPsWithHttpInfo(plans(963L, 7777L, 120L));
        assertThat(answer.getData()).extracting(ProcTP::getTreatPlanNum).containsOnly(120L, 963L);
        assertThat(answer.getHeaders()).containsEntry("not-found", List.of("7777"));
    }

    @Test
    void U1_a_row_is_updated_while_it_is_as_it_was() throws ApiException {
        String tag = procTPs.readProcTPWithHttpInfo(APIReadProcTPRequest.newBuilder().procTPNum(976L).build()).getHeaders().get("etag").get(0);
        APIUpdateProcTPRequest update = APIUpdateProcTPRequest.newBuilder().procTPNum(976L).ifMatch(tag)
                .procTPEdit(new ProcTPEdit().discount(new BigDecimal("17.00")).priorityNum(2L)).build();
        assertThat(procTPs.updateProcTP(update).getDiscount()).isEqualByComparingTo("17");
        assertThat(procTPs.listProcTPs(plans(963L)).get(0)).returns("Medium", ProcTP::getPriority).returns("MOD", ProcTP::getSurf);
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> procTPs.updateProcTP(update)).returns(412, ApiException::getCode);
    }

    @Test
    void U2_a_signed_plan_is_refused_in_a_sentence() {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() ->
                        procTPs.deleteProcTP(APIDeleteProcTPRequest.newBuilder().procTPNum(1001L).build()))
                .returns(400, ApiException::getCode)
                .returns("TREAT_PLAN_SIGNED", refused -> refused.getResponseHeaders().firstValue("Error-Code").orElse(""))
                .satisfies(refused -> assertThat(refused.getResponseBody()).contains("TreatPlan 970 is signed by the patient."));
    }

    @Test
    void T3_a_plan_is_saved_once_and_signed() throws ApiException {
        APISaveTreatPlanRequest save = APISaveTreatPlanRequest.newBuilder().idempotencyKey("left-side").newTreatPlan(
                new NewTreatPlan().patNum(722L).heading("Left side").dateTP("2026-11-25")
                        .addProcTPsItem(new NewProcTP().procCode("D2740").descript("crown").feeAmt(new BigDecimal("1180.5")))).build();
        TreatPlan saved = treatPlans.saveTreatPlan(save);
        assertThat(treatPlans.saveTreatPlan(save)).isEqualTo(saved);
        assertThat(procTPs.listProcTPs(plans(saved.getTreatPlanNum()))).singleElement()
                .satisfies(row -> assertThat(row.getFeeAmt()).isEqualByComparingTo("1180.5"))
                .satisfies(row -> assertThat(row.getFeeAllowed()).isEqualByComparingTo("-1"));

        TreatPlan signed = treatPlans.updateTreatPlan(APIUpdateTreatPlanRequest.newBuilder().treatPlanNum(saved.getTreatPlanNum())
                .treatPlanEdit(new TreatPlanEdit().signatureText("Ada Example").isSigned(Flag.TRUE)).build());
        assertThat(signed).returns(Flag.TRUE, TreatPlan::getIsSigned).returns("Left side", TreatPlan::getHeading);
    }

    @Test
    void X5_changes_come_in_pages_with_rows_and_plans_before_and_after() throws ApiException {
        procTPs.updateProcTP(APIUpdateProcTPRequest.newBuilder().procTPNum(976L).procTPEdit(new ProcTPEdit().surf("MO")).build());
        treatPlans.updateTreatPlan(APIUpdateTreatPlanRequest.newBuilder().treatPlanNum(963L).treatPlanEdit(new TreatPlanEdit().heading("other")).build());
        List<Change> changes = new ChangesApi(client).listChanges(APIListChangesRequest.newBuilder().after(276L).build());
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).getProcTPChange().getBefore().getSurf()).isEqualTo("MOD");
        assertThat(changes.get(0).getProcTPChange().getAfter().getSurf()).isEqualTo("MO");
        assertThat(changes.get(1).getTreatPlanChange().getAfter().getHeading()).isEqualTo("other");
        assertThat(new ChangesApi(client).listChanges(APIListChangesRequest.newBuilder().limit(1).build()).get(0).getTreatPlanChange().getBefore())
                .isNull();
    }

    @Test
    void F1_definitions_have_the_number_and_the_name_of_their_list() throws ApiException {
        assertThat(new DefinitionsApi(client).listDefinitions(APIListDefinitionsRequest.newBuilder().categoryNum(20L).includeHidden(true).build()))
                .hasSize(3).allSatisfy(definition -> {
                    assertThat(definition.getCategoryNum()).isEqualTo(20);
                    assertThat(definition.getCategory()).isEqualTo("TxPriorities");
                });
    }

    private static APIListProcTPsRequest plans(Long... nums) {
        return APIListProcTPsRequest.newBuilder().treatPlanNum(List.of(nums)).build();
    }
}
